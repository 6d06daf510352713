/** Charts on one time axis: all share left and right edges to the pixel, with the scrubber too. */
import { useMemo, useRef } from "react";
import { useWidth } from "../design/screen";
import type { Theme } from "../design/tokens";
import type { Band } from "../design/type-scale";
import { HeadedChart, uprightsOf } from "./chart-figure";
import { chartFrame } from "./frame";
import { kindOf } from "./kinds";
import type { Axis, Chart } from "./model";
import type { Upright } from "./uprights";

interface TimeStackProps {
  /** All of them on the time axis. */
  readonly charts: readonly Chart[];
  readonly theme: Theme;
  readonly band: Band;
  readonly moment: number;
  /** The last moment: lines that end there have no upright at their end. */
  readonly lastMoment: number;
  /** Charts of pinned runs by chart id. */
  readonly pinned: ReadonlyMap<string, readonly Chart[]>;
  /** px between the axes of each chart, where the place decides it. */
  readonly plot?: number;
}

const NONE: readonly Chart[] = [];

const timedAs = (chart: Chart) => kindOf(chart).timed?.(chart);

export const isOnTimeAxis = (chart: Chart): chart is Chart & { readonly x: Axis } => timedAs(chart) !== undefined;

export function TimeStack({ charts, theme, band, moment, lastMoment, pinned, plot }: TimeStackProps) {
  const ref = useRef<HTMLDivElement>(null);
  const width = useWidth(ref);
  const uprights = useMemo<Upright[]>(() => {
    const changes = new Map(charts.flatMap(uprightsOf).map((line) => [line.x, line]));
    const now: Upright[] = moment < lastMoment ? [{ kind: "moment", x: moment }] : [];
    return [...changes.values(), ...now];
  }, [charts, moment, lastMoment]);
  const frame = chartFrame({ width, theme, band });
  const firstPlot = charts.findIndex((chart) => timedAs(chart) !== "lane");
  const lastPlot = charts.findLastIndex((chart) => timedAs(chart) !== "lane");
  const hasTicks = (chart: Chart, i: number) =>
    timedAs(chart) === "plot" || i === (timedAs(chart) === "lane" ? charts.length - 1 : lastPlot);
  return (
    <div ref={ref} className="dl-stack">
      {width > 0 &&
        charts.map((chart, i) => (
          <figure key={chart.id} className="dl-chart" data-chart={chart.id}>
            <HeadedChart
              {...{ chart, width, theme, band, moment, uprights, plot }}
              indent={timedAs(chart) === "lane" ? frame.left : 0}
              pinned={pinned.get(chart.id) ?? NONE}
              ticksBelow={hasTicks(chart, i)}
              named={i === firstPlot}
            />
          </figure>
        ))}
    </div>
  );
}
