"use client";
/** Under the charts: the whole period in figures beside theory, and the three places on the same requests. */
import { useEffect, useState } from "react";
import { useStore } from "zustand";
import { pagePool } from "../pool";
import { createSweep } from "../runtime/sweep";
import { ScoreTable } from "../ui/results/score-table";
import type { ServingFrame } from "./frames";
import { knobs, type ServingValues } from "./knobs";
import { replicasOfOthers, type ServingResults } from "./results";
import { summarize } from "./summary";
import { figureRows, placeRows } from "./tables";

type Place = ServingValues["place"];
const places = Object.keys(knobs.place.options) as Place[];

interface BoardProps {
  readonly results: ServingResults;
}

export function FiguresBoard({ results }: BoardProps) {
  return (
    <div className="dl-score-board dl-score-board-one">
      <ScoreTable
        caption="The whole period in numbers"
        columns={[{ label: "" }, { label: "Simulated, median (10–90 %)" }, { label: "In theory" }]}
        rows={figureRows(results).map(({ label, help, simulated, theory }) => ({
          label,
          help,
          cells: [simulated, theory],
        }))}
      />
    </div>
  );
}

/** The same settings in the other places, computed in the background once the run is complete. */
function useOtherPlaces({ run: { complete }, values }: ServingResults) {
  const [sweep] = useState(() =>
    createSweep(pagePool(), "serving", (frames, cell) => ({
      of: JSON.stringify(cell),
      summary: summarize(frames as readonly ServingFrame[], cell as ServingValues),
    })),
  );
  const { results: others, failure } = useStore(sweep.store);
  const cellOf = (place: Place) => JSON.stringify({ ...values, place, replicas: replicasOfOthers });
  const wanted = JSON.stringify(places.filter((place) => place !== values.place).map(cellOf));
  useEffect(() => {
    if (!complete) return;
    sweep.start((JSON.parse(wanted) as string[]).map((cell) => JSON.parse(cell)));
    return () => sweep.stop();
  }, [sweep, wanted, complete]);
  const summaryOf = (place: Place) => others.find((other) => other?.of === cellOf(place))?.summary;
  return { summaryOf, failure };
}

export function PlacesBoard({ results }: BoardProps) {
  const { run, values, firstReplicas } = results;
  const { summaryOf, failure } = useOtherPlaces(results);
  return (
    <div className="dl-score-board dl-score-board-one">
      <ScoreTable
        caption="The three places on the same requests"
        columns={[
          { label: "" },
          ...places.map((place) => ({
            label: `${knobs.place.options[place]}${place === values.place ? ", as set" : ""}`,
          })),
        ]}
        rows={placeRows(places.map((place) => (place === values.place ? firstReplicas : summaryOf(place))))}
        note={
          failure
            ? `The other places could not be computed: ${failure}`
            : `${run.replicas === 1 ? "One replica" : `Medians of the first ${Math.min(replicasOfOthers, run.replicas)} replicas`}. p50 and p99 are of the answered requests. All three places get the same requests with the same work. They differ in the network, its outage, the speed of the chip and who shares a queue.`
        }
      />
    </div>
  );
}
