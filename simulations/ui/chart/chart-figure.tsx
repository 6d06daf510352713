/** One chart with its head: title, (?), unit, key where there is no room for labels, and the picture itself. */
import { useMemo, useRef } from "react";
import { useWidth } from "../design/screen";
import type { Theme } from "../design/tokens";
import type { Band } from "../design/type-scale";
import { chartAt } from "./at-moment";
import { sentences } from "./cells";
import { ChartHead } from "./chart-head";
import { useDrawing } from "./drawing";
import { chartFrame } from "./frame";
import type { DrawProps } from "./kind";
import { kindOf } from "./kinds";
import { marksOf } from "./marks/model";
import type { Chart } from "./model";
import type { Upright } from "./uprights";
import "./charts.css";

export const uprightsOf = (chart: Chart): Upright[] =>
  marksOf(chart.marks, "change").map(({ x }) => ({ kind: "change", x }));

interface HeadedChartProps extends Omit<DrawProps, "label" | "shown"> {
  /** px from the left edge of the surface to the title. */
  readonly indent?: number;
  /** false: title, unit and key are said elsewhere, once for several charts. */
  readonly headed?: boolean;
}

/** Head and picture, once their width is known. */
export function HeadedChart({ indent, headed = true, ...props }: HeadedChartProps) {
  const { chart, width, theme, band, moment, plot } = props;
  const found = useDrawing(chart);
  const drawing = found === "failed" ? undefined : found;
  const shown = useMemo(() => chartAt(chart, moment), [chart, moment]);
  const label = useMemo(() => {
    const kind = kindOf(shown);
    return sentences(kind.sentence(shown), kind.beyond?.(shown, []));
  }, [shown]);
  return (
    <>
      {headed && (
        <figcaption>
          <ChartHead chart={chart} indent={indent ?? 0}>
            {drawing?.Key && <drawing.Key chart={shown} frame={chartFrame({ width, theme, band })} />}
          </ChartHead>
        </figcaption>
      )}
      {drawing && chart.blank ? (
        <div className="dl-blank" style={{ minHeight: plot ?? 120 }}>
          <drawing.Draw {...props} shown={shown} label={label} />
          <p className="dl-plot-note">{chart.blank}</p>
        </div>
      ) : drawing ? (
        <drawing.Draw {...props} shown={shown} label={label} />
      ) : (
        <div className="dl-plot" style={{ minHeight: plot ?? 120 }}>
          {found === "failed" && (
            <p className="dl-plot-note">The chart could not be loaded. Its values are under Table.</p>
          )}
        </div>
      )}
    </>
  );
}

interface ChartFigureProps {
  readonly chart: Chart;
  readonly theme: Theme;
  readonly band: Band;
  readonly moment: number;
  readonly pinned?: readonly Chart[];
  /** px between the axes, where the place decides it. */
  readonly plot?: number | undefined;
}

const NONE: readonly Chart[] = [];

/** A chart that stands by itself, off the shared time axis. */
export function ChartFigure({ chart, theme, band, moment, pinned = NONE, plot }: ChartFigureProps) {
  const ref = useRef<HTMLElement>(null);
  const width = useWidth(ref);
  const uprights = useMemo(() => uprightsOf(chart), [chart]);
  return (
    <figure ref={ref} className="dl-chart" data-chart={chart.id}>
      {width > 0 && (
        <HeadedChart
          {...{ chart, width, theme, band, moment, pinned, uprights, plot }}
          ticksBelow={true}
          named={true}
        />
      )}
    </figure>
  );
}
