"use client";

/** The samples as charts: each kind by itself, then those of the time axis together, as they are drawn beside a scrubber. */
import { useEffect, useState } from "react";
import { sampleOf } from "@/simulations/gallery";
import { chartAt } from "@/simulations/ui/chart/at-moment";
import { Charts } from "@/simulations/ui/chart/charts";
import { HandleContext } from "@/simulations/ui/chart/handle";
import { kindOf, kinds } from "@/simulations/ui/chart/kinds";
import type { Chart } from "@/simulations/ui/chart/model";
import { tablesOf } from "@/simulations/ui/chart/table";
import { isOnTimeAxis } from "@/simulations/ui/chart/time-stack";
import { useBand, useTheme } from "@/simulations/ui/design/screen";
import { TableView } from "@/simulations/ui/results/table-view";
import { useHandled } from "./handled";
import { Sounds } from "./sounds";
import "./gallery.css";

type Kind = keyof typeof kinds;

const NONE: ReadonlyMap<string, readonly Chart[]> = new Map();

/** Where x ends; charts without an axis of time end nowhere. */
const lastOf = (chart: Chart): number => ("x" in chart && "min" in chart.x ? chart.x.max : Number.POSITIVE_INFINITY);

function useSamples(seed: number): ReadonlyMap<Kind, readonly Chart[]> | undefined {
  const [samples, setSamples] = useState<ReadonlyMap<Kind, readonly Chart[]>>();
  useEffect(() => {
    let here = true;
    const names = Object.keys(kinds) as Kind[];
    void Promise.all(
      names.map(async (kind): Promise<[Kind, readonly Chart[]]> => [kind, (await sampleOf(kind, seed)).charts]),
    ).then((all) => here && setSamples(new Map(all)));
    return () => {
      here = false;
    };
  }, [seed]);
  return samples;
}

export function Gallery() {
  const theme = useTheme();
  const band = useBand();
  const [seed, setSeed] = useState(7);
  const [share, setShare] = useState(1);
  const samples = useSamples(seed);
  const handled = useHandled();
  if (!samples) return null;
  const draw = (charts: readonly Chart[]) => {
    const lastMoment = Math.min(...charts.map(lastOf));
    return (
      <Charts
        {...{ charts, theme, band, lastMoment }}
        pinned={NONE}
        moment={share < 1 ? share * lastMoment : lastMoment}
      />
    );
  };
  const timed = [...samples.values()].flat().filter((chart) => isOnTimeAxis(chart) && lastOf(chart) < 2);
  return (
    <HandleContext value={handled}>
      <p className="dl-row">
        <label>
          Seed <input type="number" value={seed} onChange={(event) => setSeed(Number(event.target.value))} />
        </label>
        <label>
          Moment{" "}
          <input
            type="range"
            min={0.1}
            max={1}
            step={0.05}
            value={share}
            onChange={(event) => setShare(Number(event.target.value))}
          />
        </label>
      </p>
      {[...samples].map(([kind, charts]) => (
        <section key={kind} className="gallery-kind ui" data-gallery={kind} aria-label={kind}>
          <h2>{kind}</h2>
          {charts.map((chart) => (
            <div key={chart.id}>
              {draw([chart])}
              <p className="gallery-sentence dl-small">
                {kindOf(chart).sentence(chartAt(chart, Number.POSITIVE_INFINITY))}
              </p>
              <details>
                <summary>Table</summary>
                <TableView tables={tablesOf(chart)} />
              </details>
            </div>
          ))}
        </section>
      ))}
      <section className="gallery-kind ui" data-gallery="together" aria-label="together">
        <h2>together</h2>
        {draw(timed)}
      </section>
      <Sounds />
    </HandleContext>
  );
}
