import { useMemo } from "react";
import { createStore } from "zustand/vanilla";
import type { NumberKnob } from "@/simulations/runtime/knobs";
import type { Experiment } from "@/simulations/runtime/store";

const threshold: NumberKnob = {
  kind: "number",
  label: "Threshold",
  help: "From here on there is an alarm.",
  min: 0.01,
  max: 0.99,
  step: 0.01,
  default: 0.5,
};

/** As much of an experiment as a handle in a chart needs: its knob, the knob's value, and a way to set it. */
export function useHandled(): Pick<Experiment, "store" | "actions"> {
  return useMemo(() => {
    const store = createStore(() => ({ knobs: { threshold }, values: { threshold: threshold.default } }));
    const set = (_: string, value: number) => store.setState({ values: { threshold: value } });
    return { store, actions: { set } } as unknown as Pick<Experiment, "store" | "actions">;
  }, []);
}
