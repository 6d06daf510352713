/** Charts and strips on one time axis: all share left and right edges to the pixel, with the scrubber too. */
import { useMemo, useRef } from "react";
import { useWidth } from "../design/screen";
import type { Theme } from "../design/tokens";
import type { Band } from "../design/type-scale";
import { lineChartAt, stripChartAt } from "./at-moment";
import { ChartHead, LinePlot, uprightsOf } from "./chart-figure";
import { chartFrame } from "./frame";
import { LineKey } from "./key";
import type { Chart, LineChart, StripChart } from "./model";
import { Strips } from "./strips";
import type { Upright } from "./uprights";

export type TimeChart = LineChart | StripChart;

interface TimeStackProps {
  readonly charts: readonly TimeChart[];
  readonly theme: Theme;
  readonly band: Band;
  readonly moment: number;
  /** The last moment: lines that end there have no upright at their end. */
  readonly lastMoment: number;
  /** Charts of pinned runs by chart id. */
  readonly pinned: ReadonlyMap<string, readonly LineChart[]>;
  /** px between the axes of each chart, where the place decides it. */
  readonly plot?: number;
}

const NONE: readonly LineChart[] = [];

export const isOnTimeAxis = (chart: Chart): chart is TimeChart =>
  chart.kind === "strips" || (chart.kind === "lines" && chart.timeline);

export function TimeStack({ charts, theme, band, moment, lastMoment, pinned, plot }: TimeStackProps) {
  const ref = useRef<HTMLDivElement>(null);
  const width = useWidth(ref);
  const uprights = useMemo<Upright[]>(() => {
    const changes = new Map(charts.flatMap(uprightsOf).map((line) => [line.x, line]));
    const now: Upright[] = moment < lastMoment ? [{ kind: "moment", x: moment }] : [];
    return [...changes.values(), ...now];
  }, [charts, moment, lastMoment]);
  const frame = chartFrame({ width, theme, band });
  const firstLines = charts.findIndex((chart) => chart.kind === "lines");
  const lastLines = charts.findLastIndex((chart) => chart.kind === "lines");
  return (
    <div ref={ref} className="dl-stack">
      {width > 0 &&
        charts.map((chart, i) => (
          <figure key={chart.id} className="dl-chart" data-chart={chart.id}>
            <figcaption>
              <ChartHead chart={chart} indent={chart.kind === "strips" ? frame.left : 0}>
                {chart.kind === "lines" && !frame.direct && <LineKey chart={lineChartAt(chart, moment)} />}
              </ChartHead>
            </figcaption>
            {chart.kind === "strips" ? (
              <Strips
                {...{ width, theme, band, uprights, plot }}
                chart={stripChartAt(chart, moment)}
                ticksBelow={i === charts.length - 1}
              />
            ) : (
              <LinePlot
                {...{ chart, width, theme, band, moment, uprights }}
                pinned={pinned.get(chart.id) ?? NONE}
                ticksBelow={i === lastLines || chart.height !== "low"}
                plot={plot}
                named={i === firstLines}
              />
            )}
          </figure>
        ))}
    </div>
  );
}
