/** Little charts of lines in one SVG: what moves together is seen at a glance. */
import { type Theme, tokens } from "../../../design/tokens";
import { estimateWidth } from "../../../ink/format";
import { axisOf } from "../../axes";
import { type ChartFrame, chartFrame } from "../../frame";
import type { DrawProps } from "../../kind";
import { FONT } from "../../templates";
import { panelGrid } from "./grid";
import type { MultiplesChart } from "./model";
import { PanelPlot } from "./panel";

const PLOT_HEIGHT = 78;

export function Draw(props: DrawProps<MultiplesChart>) {
  const { shown: chart, label, width, theme, band, moment } = props;
  const frame = chartFrame({ width, theme, band });
  const scale = frame.tickSize / 12;
  const plot = PLOT_HEIGHT * scale;
  const head = frame.labelSize * 1.9;
  const foot = frame.tickSize * 1.75;
  const row = head + plot + foot;
  const places = panelGrid(chart.panels.length, width, row, scale);
  const x = axisOf(chart.x);
  const height = Math.max(row, ...places.map(({ top }) => top + row)) + frame.tickSize * 1.6;
  return (
    <svg className="dl-drawing" width={width} height={height} role="img" aria-label={label} fontFamily={FONT}>
      {chart.panels.map((panel, i) => (
        <PanelPlot
          key={panel.id}
          whole={props.chart.panels[i]!}
          panel={panel}
          place={places[i]!}
          {...{ chart, x, frame, theme, head, plot }}
        />
      ))}
      <AxisName {...{ frame, theme, height }} label={chart.x.label} />
    </svg>
  );
}

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
