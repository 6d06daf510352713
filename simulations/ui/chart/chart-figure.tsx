/** One chart with its head: title, (?), unit, key where there is no room for labels, and the picture itself. */
import { type ReactNode, useMemo, useRef } from "react";
import { useHelp } from "../controls/help";
import { useWidth } from "../design/screen";
import type { Theme } from "../design/tokens";
import type { Band } from "../design/type-scale";
import { lineChartAt } from "./at-moment";
import { Bars } from "./bars";
import { chartFrame } from "./frame";
import { Handle } from "./handle";
import { placeOf } from "./handle-place";
import { Intervals } from "./intervals";
import { BarKey, LineKey, ScatterKey } from "./key";
import { Histograms } from "./kinds/histograms/histograms";
import type { Chart, IntervalChart, LineChart, ScatterChart, StripChart } from "./model";
import { AxisTitle, Overlay, Underlay } from "./overlay";
import { PlanMarks } from "./plan-marks";
import { Plot } from "./plot";
import { lineFigure } from "./plotly-figure";
import { scatterFigure } from "./scatter-figure";
import { Strips } from "./strips";
import { FONT } from "./templates";
import type { Upright } from "./uprights";

interface HeadProps {
  readonly chart: Chart;
  /** px from the left edge of the surface. */
  readonly indent?: number;
  readonly children?: ReactNode;
}

export function ChartHead({ chart, indent = 0, children }: HeadProps) {
  const help = useHelp(
    chart.title,
    <>
      {/* Where there is room for one line only, the unit is cut. */}
      {chart.unit && <span className="dl-help-unit">{`${chart.unit}. `}</span>}
      {chart.help}
    </>,
  );
  return (
    <div className="dl-chart-head" data-kind={chart.kind} style={{ paddingLeft: indent }}>
      <div className="dl-chart-title">
        <span className="dl-chart-name">
          <strong>{chart.title}</strong> {help.button}
        </span>
        <span className="dl-chart-unit">{chart.unit}</span>
      </div>
      {help.note}
      {children}
    </div>
  );
}

interface LinePlotProps {
  readonly chart: LineChart;
  readonly width: number;
  readonly theme: Theme;
  readonly band: Band;
  readonly moment: number;
  readonly pinned: readonly LineChart[];
  readonly uprights: readonly Upright[];
  readonly ticksBelow: boolean;
  readonly named: boolean;
  readonly plot?: number | undefined;
}

export function LinePlot(props: LinePlotProps) {
  const { chart, width, theme, band, moment, pinned, uprights, ticksBelow, named, plot } = props;
  const figure = useMemo(
    () => lineFigure(chart, { theme, band, width, moment, pinned, ticksBelow, named, plot }),
    [chart, theme, band, width, moment, pinned, ticksBelow, named, plot],
  );
  const shown = useMemo(() => lineChartAt(chart, moment), [chart, moment]);
  const ghosts = useMemo(() => pinned.map((ghost) => lineChartAt(ghost, moment)), [pinned, moment]);
  const place = useMemo(() => placeOf(figure.frame, figure.x), [figure]);
  return (
    <div className="dl-handled">
      <div className="dl-plot" role="img" aria-label={`${chart.title}, ${chart.unit}. Its values are under Table.`}>
        <Underlay {...{ figure, theme, uprights }} />
        <Plot figure={figure} />
        <Overlay chart={shown} {...{ figure, theme, named }} pinned={ghosts} />
        {(chart.steps || chart.looks) && <PlanMarks {...{ chart, figure, theme, moment }} />}
      </div>
      {chart.handle && <Handle handle={chart.handle} place={place} />}
    </div>
  );
}

interface ScatterPlotProps {
  readonly chart: ScatterChart;
  readonly width: number;
  readonly theme: Theme;
  readonly band: Band;
  readonly plot: number | undefined;
}

function ScatterPlot({ chart, width, theme, band, plot }: ScatterPlotProps) {
  const figure = useMemo(() => scatterFigure(chart, { theme, band, width, plot }), [chart, theme, band, width, plot]);
  return (
    <div className="dl-plot" role="img" aria-label={`${chart.title}, ${chart.unit}. Its values are under Table.`}>
      <Plot figure={figure} />
      <svg
        className="dl-overlay"
        width={figure.frame.width}
        height={figure.frame.height}
        aria-hidden="true"
        fontFamily={FONT}
      >
        <AxisTitle chart={chart} figure={figure} theme={theme} />
      </svg>
    </div>
  );
}

interface ChartFigureProps {
  readonly chart: Chart;
  readonly theme: Theme;
  readonly band: Band;
  readonly moment: number;
  readonly pinned?: readonly LineChart[];
  /** px between the axes, where the place decides it. */
  readonly plot?: number | undefined;
}

const NONE: readonly LineChart[] = [];

/** A chart that stands by itself, off the shared time axis. */
export function ChartFigure({ chart, theme, band, moment, pinned = NONE, plot }: ChartFigureProps) {
  const ref = useRef<HTMLElement>(null);
  const width = useWidth(ref);
  const uprights = useMemo(() => uprightsOf(chart), [chart]);
  const keyed = chart.kind === "lines" && width > 0 && !chartFrame({ width, theme, band }).direct;
  return (
    <figure ref={ref} className="dl-chart" data-chart={chart.id}>
      <figcaption>
        <ChartHead chart={chart}>
          {keyed && <LineKey chart={lineChartAt(chart, moment)} />}
          {chart.kind === "scatter" && <ScatterKey chart={chart} />}
          {chart.kind === "bars" && width > 0 && width < 560 && <BarKey chart={chart} />}
        </ChartHead>
      </figcaption>
      {width > 0 && <Body chart={chart} {...{ width, theme, band, moment, pinned, uprights, plot }} />}
    </figure>
  );
}

export function uprightsOf(chart: Chart): Upright[] {
  return chart.kind === "lines" || chart.kind === "strips"
    ? (chart.changes ?? []).map((change) => ({ kind: "change", x: change.x }))
    : [];
}

interface BodyProps {
  readonly chart: Chart;
  readonly width: number;
  readonly theme: Theme;
  readonly band: Band;
  readonly moment: number;
  readonly pinned: readonly LineChart[];
  readonly uprights: readonly Upright[];
  readonly plot: number | undefined;
}

function Body({ chart, width, theme, band, moment, pinned, uprights, plot }: BodyProps) {
  switch (chart.kind) {
    case "lines":
      return (
        <LinePlot {...{ chart, width, theme, band, moment, pinned, uprights, plot }} ticksBelow={true} named={true} />
      );
    case "scatter":
      return <ScatterPlot {...{ chart, width, theme, band, plot }} />;
    case "strips":
      return <Strips {...{ chart: chart as StripChart, width, theme, band, uprights, plot }} ticksBelow={true} />;
    case "intervals":
      return <Intervals {...{ chart: chart as IntervalChart, width, theme, band }} />;
    case "bars":
      return <Bars {...{ chart, width, theme, band, plot }} />;
    case "histograms":
      return <Histograms {...{ chart, width, theme, band, plot }} />;
  }
}
