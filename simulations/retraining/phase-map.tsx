"use client";
/** Who wins where: strength × new examples, each cell a small race of its own, computed in the background on demand. */
import { useEffect, useMemo, useState } from "react";
import { useStore } from "zustand";
import { leadLevel } from "../core/statistics/lead";
import { pagePool } from "../pool";
import type { AnyValues } from "../runtime/knobs";
import { createSweep } from "../runtime/sweep";
import { countText } from "../ui/results/lead-words";
import { KnobMap } from "../ui/results/map";
import { contestOf, strategies } from "./contest";
import { contestantsOf, type RetrainingFrame } from "./frames";
import { knobs, type RetrainingValues } from "./knobs";
import { mapExamples, mapStrengths, replicasPerCell } from "./map-cells";

interface PhaseMapProps {
  readonly values: RetrainingValues;
  /** false before the first run: the map would give the answer away. */
  readonly ready: boolean;
  readonly onChoose: (values: AnyValues) => void;
}

export function PhaseMap({ values, ready, onChoose }: PhaseMapProps) {
  const [sweep] = useState(() =>
    createSweep(pagePool(), "retraining", (frames, cell) => {
      const { leader, order, shares, beyondChance } = contestOf(
        frames as readonly RetrainingFrame[],
        cell as RetrainingValues,
      )!;
      const first = order[0]!;
      return { first, alone: leader !== undefined, sure: beyondChance, count: shares[first]! };
    }),
  );
  const state = useStore(sweep.store);
  const cells = useMemo(
    () =>
      mapExamples.flatMap((examplesPerMonth) =>
        mapStrengths.map((strength) => ({ ...values, strength, examplesPerMonth, replicas: replicasPerCell })),
      ),
    [values],
  );
  // Strength and examples are the map's own axes; any other knob makes another map.
  const ground = JSON.stringify({ ...values, strength: 0, examplesPerMonth: 0, replicas: 0 });
  const [mapped, setMapped] = useState(ground);
  useEffect(() => () => sweep.stop(), [sweep]);
  useEffect(() => {
    if (mapped === ground) return;
    setMapped(ground);
    if (sweep.store.getState().status !== "idle") sweep.start(cells);
  }, [mapped, ground, cells, sweep]);

  const results = mapExamples.map((_, row) =>
    mapStrengths.map((_, column) => {
      const result = state.results[row * mapStrengths.length + column];
      if (!result) return undefined;
      const { first, alone, sure, count } = result;
      const { role, label } = strategies[contestantsOf(values)[first]!];
      const cheapest = `${label} cheapest in ${countText(count, replicasPerCell)}`;
      const doubt = alone ? ", a lead that could be chance" : ", another strategy as often";
      return { role, sure, label: sure ? cheapest : `${cheapest}${doubt}` };
    }),
  );
  return (
    <KnobMap
      title="Which strategy is cheapest where"
      help={`The two sliders as a map. Each cell is a run of its own with ${replicasPerCell} replicas; all other settings are as they are now. Colour and mark show the strategy that was cheapest in most replicas. A pale cell with a hollow mark: the lead over another strategy could be chance (exact sign test, p at least ${leadLevel}).${values.replicas > replicasPerCell ? ` The run shown in the charts uses ${values.replicas} replicas, so it can show a lead that is pale here.` : ""}`}
      caption={`${replicasPerCell} replicas in each cell. The outlined cell is this run. Choose a cell to run it.`}
      x={{ knob: "strength", label: knobs.strength.label, values: mapStrengths }}
      y={{ knob: "examplesPerMonth", label: knobs.examplesPerMonth.label, values: mapExamples }}
      cells={results}
      roles={[
        ...contestantsOf(values)
          .slice(1)
          .map((name) => strategies[name]),
        // Rarely in front, so that its key stands only where it is.
        ...(state.results.some((result) => result?.first === 0) ? [strategies.never] : []),
      ]}
      current={{ x: values.strength, y: values.examplesPerMonth }}
      progress={{ done: state.done, total: cells.length, status: state.status, failure: state.failure }}
      locked={ready ? undefined : "You can compute the map after the first run."}
      onStart={() => sweep.start(cells)}
      onStop={() => sweep.stop()}
      onChoose={(x, y) => onChoose({ strength: x, examplesPerMonth: y })}
    />
  );
}
