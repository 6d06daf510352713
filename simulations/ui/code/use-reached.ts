/** Looks at each finished run whether a challenge is reached with it, and says so once. */
import { useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import { codeKnobs, defaultsOf } from "../../runtime/knobs";
import { isPreset, type OwnCode } from "../shell/own-code";
import type { Placed } from "../shell/placed";
import { resultsOf } from "../shell/results-of";
import { isTold, shownMoment, shownRun } from "../shell/shown";

export function useReached(
  { experiment, presentation }: Placed,
  { knob, challenges }: OwnCode,
  reached: readonly string[],
  onReach: (id: string) => void,
): { readonly said: string } {
  const state = useStore(experiment.store);
  const run = shownRun(state);
  const [said, setSaid] = useState("");
  const reach = useRef(onReach);
  reach.current = onReach;
  const told = run?.complete && isTold(presentation, run, shownMoment(presentation, state).moment);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once a run
  useEffect(() => {
    if (!told || !run?.values[knob]) return setSaid("");
    const { knobs } = presentation;
    const defaults = defaultsOf(knobs);
    // What was said or done within a run makes no other experiment of it.
    const acts = Object.keys(knobs).filter((name) => knobs[name]?.kind === "acts");
    const free = ["seed", "replicas", ...codeKnobs(knobs), ...acts];
    const results = resultsOf(presentation, run);
    const now = challenges.filter(
      (each) =>
        isPreset(run.values, presentation.presets[each.preset], defaults, free) && each.isReached(results, run.values),
    );
    for (const { id } of now) if (!reached.includes(id)) reach.current(id);
    const [first, second] = now;
    setSaid(first ? (second ? `${now.length} challenges reached.` : `Challenge reached: ${first.task}`) : "");
  }, [run, told]);
  return { said };
}
