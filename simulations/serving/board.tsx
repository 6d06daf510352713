"use client";
/** Under the charts: the whole period in figures beside theory, and cloud beside edge on the same requests. */
import { useEffect, useState } from "react";
import { useStore } from "zustand";
import { pagePool } from "../pool";
import { createSweep } from "../runtime/sweep";
import { ScoreTable } from "../ui/score-table";
import { figureRows, placeRows } from "./figures";
import type { ServingFrame } from "./frames";
import { knobs, type ServingValues } from "./knobs";
import { summarize } from "./summary";
import type { ServingRun } from "./waits";

/** One chunk: enough for a median, and the answer comes at once. */
const replicasOfOther = 8;

const places = ["cloud", "edge"] as const;

interface BoardProps {
  readonly run: ServingRun;
  readonly values: ServingValues;
}

/** The same settings in the other place, computed in the background once the run is complete. */
function useOtherPlace(run: ServingRun, values: ServingValues) {
  const [sweep] = useState(() =>
    createSweep(pagePool(), "serving", (frames, cell) => ({
      of: JSON.stringify(cell),
      summary: summarize(frames as readonly ServingFrame[], cell as ServingValues),
    })),
  );
  const { results, failure } = useStore(sweep.store);
  const place = values.place === "cloud" ? "edge" : "cloud";
  const wanted = JSON.stringify({ ...values, place, replicas: replicasOfOther });
  const { complete } = run;
  useEffect(() => {
    if (!complete) return;
    sweep.start([JSON.parse(wanted)]);
    return () => sweep.stop();
  }, [sweep, wanted, complete]);
  const [result] = results;
  return { summary: result?.of === wanted ? result.summary : undefined, failure };
}

export function Board({ run, values }: BoardProps) {
  const other = useOtherPlace(run, values);
  const firstReplicas = run.frames.filter(({ replicas }) => replicas.from < replicasOfOther);
  const own = firstReplicas.length > 0 ? summarize(firstReplicas, values) : undefined;
  const summaries = places.map((place) => (place === values.place ? own : other.summary));
  return (
    <div className="dl-score-board dl-score-board-even">
      <ScoreTable
        caption="The whole period in figures"
        columns={[{ label: "" }, { label: "Simulated, median (10–90 %)" }, { label: "In theory" }]}
        rows={figureRows(run, values).map(({ label, help, simulated, theory }) => ({
          label,
          help,
          cells: [simulated, theory],
        }))}
      />
      <ScoreTable
        caption="Cloud and edge on the same requests"
        columns={[
          { label: "" },
          ...places.map((place) => ({
            label: `${knobs.place.options[place]}${place === values.place ? ", as set" : ""}`,
          })),
        ]}
        rows={placeRows(summaries)}
        note={
          other.failure
            ? `The other place could not be computed: ${other.failure}`
            : `Medians of the first ${Math.min(replicasOfOther, run.replicas)} replicas. Both answer the same requests, with the same work in each; what differs is the network, its outage, and how fast the chip is.`
        }
      />
    </div>
  );
}
