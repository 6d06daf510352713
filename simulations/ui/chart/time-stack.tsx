/** Charts and strips on one time axis, and the scrubber under them: all share left and right edges to the pixel. */
import { type CSSProperties, type ReactNode, useMemo, useRef } from "react";
import { useWidth } from "../hooks";
import type { Theme } from "../tokens";
import { lineChartAt } from "./at-moment";
import { ChartHead, LinePlot, uprightsOf } from "./chart-figure";
import { type Band, type ChartFrame, chartFrame } from "./frame";
import { LineKey } from "./key";
import type { Chart, LineChart, StripChart } from "./model";
import { Strips } from "./strips";
import { type Upright, UprightLines } from "./uprights";

export type TimeChart = LineChart | StripChart;

/** What the scrubber needs to stand under the axis. */
export interface TimeAxis {
  readonly frame: ChartFrame;
  readonly range: readonly [number, number];
}

interface TimeStackProps {
  readonly charts: readonly TimeChart[];
  readonly theme: Theme;
  readonly band: Band;
  readonly moment: number;
  /** The last moment: lines that end there have no upright at their end. */
  readonly lastMoment: number;
  /** Charts of pinned runs by chart id. */
  readonly pinned: ReadonlyMap<string, readonly LineChart[]>;
  readonly children: (axis: TimeAxis) => ReactNode;
}

const NONE: readonly LineChart[] = [];

export const isOnTimeAxis = (chart: Chart): chart is TimeChart =>
  chart.kind === "strips" || (chart.kind === "lines" && chart.timeline);

export function TimeStack({ charts, theme, band, moment, lastMoment, pinned, children }: TimeStackProps) {
  const ref = useRef<HTMLDivElement>(null);
  const width = useWidth(ref);
  const axis = charts[0]?.x;
  const min = axis?.min ?? 0;
  const max = axis?.max ?? 1;
  const uprights = useMemo<Upright[]>(() => {
    const changes = new Map(charts.flatMap(uprightsOf).map((line) => [line.x, line]));
    const now: Upright[] = moment < lastMoment ? [{ kind: "moment", x: moment }] : [];
    return [...changes.values(), ...now];
  }, [charts, moment, lastMoment]);
  const frame = chartFrame({ width, theme, band });
  const range: [number, number] = [min, max];
  const firstLines = charts.findIndex((chart) => chart.kind === "lines");
  const lastLines = charts.findLastIndex((chart) => chart.kind === "lines");
  const style = { "--left": `${frame.left}px`, "--right": `${frame.right}px` } as CSSProperties;
  return (
    <div ref={ref} className="dl-stack" style={style}>
      {width > 0 &&
        charts.map((chart, i) => (
          <figure key={chart.id} className="dl-chart" data-chart={chart.id}>
            <figcaption>
              {i > 0 && (
                <svg className="dl-uprights" aria-hidden="true">
                  <UprightLines
                    {...{ lines: uprights, theme, large: frame.large, from: 0, to: "100%" }}
                    place={{ range, left: frame.left, right: frame.right, width }}
                  />
                </svg>
              )}
              <ChartHead chart={chart} indent={chart.kind === "strips" ? frame.left : 0}>
                {chart.kind === "lines" && !frame.direct && <LineKey chart={lineChartAt(chart, moment)} />}
              </ChartHead>
            </figcaption>
            {chart.kind === "strips" ? (
              <Strips {...{ chart, width, theme, band, uprights }} through={i < charts.length - 1} />
            ) : (
              <LinePlot
                {...{ chart, width, theme, band, moment, uprights }}
                pinned={pinned.get(chart.id) ?? NONE}
                ticksBelow={i === lastLines || chart.height !== "low"}
                through={i < charts.length - 1}
                named={i === firstLines}
              />
            )}
          </figure>
        ))}
      {width > 0 && children({ frame, range })}
    </div>
  );
}
