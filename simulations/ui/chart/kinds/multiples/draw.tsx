/** Little charts of lines in one SVG: what moves together is seen at a glance. */
import { useMemo } from "react";
import { type Theme, tokens } from "../../../design/tokens";
import { estimateWidth } from "../../../ink/format";
import { axisOf } from "../../axes";
import { type ChartFrame, chartFrame } from "../../frame";
import type { DrawProps } from "../../kind";
import { FONT } from "../../templates";
import { panelGrid, roomOf } from "./grid";
import type { MultiplesChart } from "./model";
import { PanelPlot } from "./panel";
import { panelAxis } from "./panel-axis";

const PLOT_HEIGHT = 78;

export function Draw(props: DrawProps<MultiplesChart>) {
  const { shown: chart, label, width, theme, band } = props;
  const frame = chartFrame({ width, theme, band });
  const scale = frame.tickSize / 12;
  const foot = frame.tickSize * 2.6;
  const gap = frame.tickSize * 0.9;
  const largeHead = frame.labelSize * 1.9;
  const natural = largeHead + PLOT_HEIGHT * scale + gap;
  // Where the place decides the height, the panels share what a chart of one plot would take.
  const given = props.plot === undefined ? undefined : props.plot + frame.tickSize * 4 - foot;
  const { columns, row, small } = roomOf(chart.panels.length, width, natural, scale, given);
  const head = small ? frame.tickSize * 1.4 : largeHead;
  const plot = row - head - (small ? gap / 2 : gap);
  const places = panelGrid(chart.panels.length, width, row, columns);
  const whole = props.chart;
  const axes = useMemo(() => whole.panels.map((panel) => panelAxis(whole, panel)), [whole]);
  const inset = small
    ? 0
    : 8 + Math.max(0, ...axes.flatMap(({ texts }) => texts.map((text) => estimateWidth(text, frame.tickSize))));
  const x = axisOf(chart.x);
  const height = Math.max(row, ...places.map(({ top }) => top + row)) + foot;
  return (
    <svg className="dl-drawing" width={width} height={height} role="img" aria-label={label} fontFamily={FONT}>
      {chart.panels.map((panel, i) => (
        <PanelPlot
          key={panel.id}
          axis={axes[i]!}
          panel={panel}
          place={places[i]!}
          {...{ chart, inset, x, frame, theme, head, plot, small }}
        />
      ))}
      <AxisName {...{ frame, theme, height }} label={footText(chart)} />
    </svg>
  );
}

/** The x of all panels, and what the upright lines are. */
const footText = ({ x, marks = [] }: MultiplesChart): string =>
  [x.label, ...marks.map(({ label }) => `line: ${label}`)].join(" · ");

interface AxisNameProps {
  readonly frame: ChartFrame;
  readonly theme: Theme;
  readonly height: number;
  readonly label: string;
}

/** One name for the x of all panels. */
function AxisName({ frame, theme, height, label }: AxisNameProps) {
  return (
    <text
      x={0}
      y={height - frame.tickSize * 0.4}
      fontSize={frame.tickSize}
      textLength={estimateWidth(label, frame.tickSize) > frame.width ? frame.width : undefined}
      fill={tokens[theme]["--ink-2"]}
    >
      {label}
    </text>
  );
}
