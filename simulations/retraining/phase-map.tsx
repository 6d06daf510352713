"use client";
/** Who wins where: strength × new examples, each cell a small race of its own, computed in the background on demand. */
import { useEffect, useMemo, useState } from "react";
import { useStore } from "zustand";
import { pagePool } from "../pool";
import type { AnyValues } from "../runtime/knobs";
import { createSweep } from "../runtime/sweep";
import { KnobMap } from "../ui/map";
import { contestOf, strategies } from "./contest";
import type { RetrainingFrame } from "./frames";
import { knobs, type RetrainingValues } from "./knobs";

const strengths = [0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4];
const examples = [80, 56, 40, 28, 20, 14, 10, 7, 5];
/** One chunk of replicas a cell: enough to tell a clear lead from luck, and the map is there in seconds. */
const replicasPerCell = 8;

interface PhaseMapProps {
  readonly values: RetrainingValues;
  /** false before the first run: the map would give the answer away. */
  readonly ready: boolean;
  readonly onChoose: (values: AnyValues) => void;
}

export function PhaseMap({ values, ready, onChoose }: PhaseMapProps) {
  const [sweep] = useState(() =>
    createSweep(pagePool(), "retraining", (frames, cell) => {
      const contest = contestOf(frames as readonly RetrainingFrame[], cell as RetrainingValues)!;
      return { leader: contest.leader, sure: contest.sure, wins: contest.wins[contest.leader] };
    }),
  );
  const state = useStore(sweep.store);
  const cells = useMemo(
    () =>
      examples.flatMap((examplesPerMonth) =>
        strengths.map((strength) => ({ ...values, strength, examplesPerMonth, replicas: replicasPerCell })),
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

  const results = examples.map((_, row) =>
    strengths.map((_, column) => {
      const result = state.results[row * strengths.length + column];
      if (!result) return undefined;
      const { role, label } = strategies[result.leader];
      return {
        role,
        sure: result.sure,
        label: `${label} ${result.sure ? "wins" : "leads, inside the noise"}, ${result.wins} of ${replicasPerCell} replicas`,
      };
    }),
  );
  return (
    <KnobMap
      title="Who wins where"
      help="The two sliders as a map. Every cell is a race of its own with 8 replicas, on the other settings as they stand. Colour and mark name the strategy with the lowest mean error since the change; a pale cell with a hollow mark is a lead that luck could explain (paired difference within two standard errors)."
      x={{ knob: "strength", label: knobs.strength.label, values: strengths }}
      y={{ knob: "examplesPerMonth", label: knobs.examplesPerMonth.label, values: examples }}
      cells={results}
      roles={[
        { role: "all", label: "All data wins" },
        { role: "weighted", label: "Weighted wins" },
        { role: "window", label: "Window wins" },
      ]}
      current={{ x: values.strength, y: values.examplesPerMonth }}
      progress={{ done: state.done, total: cells.length, status: state.status, failure: state.failure }}
      locked={ready ? undefined : "Opens after the first run."}
      onStart={() => sweep.start(cells)}
      onStop={() => sweep.stop()}
      onChoose={(x, y) => onChoose({ strength: x, examplesPerMonth: y })}
    />
  );
}
