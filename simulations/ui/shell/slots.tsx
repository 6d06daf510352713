/** What a simulation adds to the shell, in its places, each at its own pace. */
import { memo, type ReactNode } from "react";
import type { ExperimentState } from "../../runtime/experiment-state";
import type { Presentation, ShownSlotProps, SlotProps } from "./presentation";
import { resultsOf } from "./results-of";
import { shownMoment, shownRun } from "./shown";
import type { PlacedExperiment } from "./use-experiment";
import { useFramed } from "./use-framed";

export type Place = keyof NonNullable<Presentation["slots"]>;

/** ms behind the charts: parts that follow with different lags do not add up to one long task. */
const LAG: Readonly<Record<Place, number>> = { above: 70, below: 90, beside: 100, tools: 120 };
const whole = (state: ExperimentState): ExperimentState => state;

interface Props {
  readonly presentation: Presentation;
  readonly experiment: PlacedExperiment;
  readonly place: Place;
}

export const Slot = memo(function Slot({ presentation, experiment, place }: Props): ReactNode {
  const { store, actions } = experiment;
  const state = useFramed(store, whole, LAG[place]);
  const { slots } = presentation;
  if (!slots?.[place]) return null;
  const run = shownRun(state);
  const { moment } = shownMoment(presentation, state);
  const props: SlotProps = {
    values: run && place !== "beside" ? run.values : state.values,
    results: run && resultsOf(presentation, run),
    moment,
    playing: state.playing,
    speed: state.speed,
    actions,
    own: state.own,
    now: () => store.getState(),
  };
  if (place === "beside" || place === "tools") return slots[place]?.(props);
  return props.results ? slots[place]?.(props as ShownSlotProps) : null;
});
