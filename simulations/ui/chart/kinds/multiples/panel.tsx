/** One of the little charts: name, unit and last value above, lines with their band, levels, ticks. */
import { type Theme, tokens } from "../../../design/tokens";
import { estimateWidth, formatNumber } from "../../../ink/format";
import { drawRole } from "../../../ink/roles";
import type { DrawnAxis } from "../../axes";
import { CutMarks } from "../../cut-marks";
import type { ChartFrame } from "../../frame";
import { marksOf } from "../../marks/model";
import { halo } from "../../paint";
import { bandPath, linePath } from "../../paths";
import { RoleLine } from "../../role-line";
import { project } from "../../scale";
import { seriesCuts } from "../lines/cuts";
import type { Place } from "./grid";
import type { MultiplesChart, Panel } from "./model";
import type { PanelAxis } from "./panel-axis";

interface PanelProps {
  readonly chart: MultiplesChart;
  readonly panel: Panel;
  readonly axis: PanelAxis;
  /** Room for the widest tick of all panels, so that those under each other share their edges, px. */
  readonly inset: number;
  readonly place: Place;
  readonly x: DrawnAxis;
  readonly frame: ChartFrame;
  readonly theme: Theme;
  readonly head: number;
  readonly plot: number;
  /** Name and lines only. */
  readonly small: boolean;
}

export function PanelPlot({ chart, panel, axis, inset, place, x, frame, theme, head, plot, small }: PanelProps) {
  const { tickSize, large } = frame;
  const labelSize = small ? tickSize : frame.labelSize;
  const colours = tokens[theme];
  const { range, ticks, texts } = axis;
  const left = place.left + inset;
  const right = place.left + place.width - 4;
  const top = place.top + head;
  const bottom = top + plot;
  const px = (value: number) => project(value, x.range, left, right, x.log);
  const py = (value: number) => project(Math.min(range[1], Math.max(range[0], value)), range, bottom, top);
  const [main] = panel.series;
  const last = main?.y.findLast(Number.isFinite);
  const value = last === undefined ? "" : formatNumber(last, panel.digits);
  const name = small ? (panel.short ?? panel.title) : panel.title;
  const fits = !small || estimateWidth(name, labelSize, 600) + estimateWidth(value, labelSize, 600) + 8 < place.width;
  const shown = [x.ticks[0], x.ticks.at(-1)].filter((tick) => tick !== undefined);
  return (
    <g>
      <text
        x={place.left}
        y={place.top + labelSize * 1.1}
        fontSize={labelSize}
        fontWeight={600}
        fill={colours["--ink"]}
      >
        {name}
        {!small && (
          <tspan dx={6} fontSize={tickSize} fontWeight={400} fill={colours["--ink-3"]}>
            {panel.unit}
          </tspan>
        )}
      </text>
      <text
        x={right}
        y={place.top + labelSize * 1.1}
        textAnchor="end"
        fontSize={labelSize}
        fontWeight={600}
        fill={main ? drawRole(main.role, theme, large).text : colours["--ink"]}
        {...halo(theme)}
      >
        {fits ? value : ""}
      </text>
      {(small ? [] : ticks).map((tick, i) => (
        <g key={tick}>
          <line x1={left} x2={right} y1={py(tick)} y2={py(tick)} stroke={colours["--grid"]} strokeWidth={1} />
          <text
            x={left - 6}
            y={py(tick) + tickSize * 0.36}
            textAnchor="end"
            fontSize={tickSize}
            fill={colours["--ink-3"]}
          >
            {texts[i]}
          </text>
        </g>
      ))}
      {marksOf(chart.marks, "change").map((change) => (
        <line
          key={change.x}
          x1={px(change.x)}
          x2={px(change.x)}
          y1={top}
          y2={bottom}
          stroke={colours["--ink"]}
          strokeWidth={large ? 1.8 : 1.25}
        />
      ))}
      {(panel.levels ?? []).map((level) => {
        const role = drawRole(level.role, theme, large);
        const y = py(level.at);
        return (
          <g key={level.label}>
            <RoleLine role={role} x1={left} x2={right} y1={y} y2={y} />
            <text
              x={right}
              y={y - 4 < top + tickSize ? y + tickSize * 1.1 : y - 4}
              textAnchor="end"
              fontSize={tickSize}
              fontWeight={500}
              fill={role.text}
              {...halo(theme)}
            >
              {level.label}
            </text>
          </g>
        );
      })}
      {panel.series.map((series) => {
        const role = drawRole(series.role, theme, large);
        const xs = series.x.map(px);
        return (
          <g key={series.id}>
            {series.low && series.high && (
              <path d={bandPath(xs, series.low.map(py), series.high.map(py))} fill={role.line} fillOpacity={0.18} />
            )}
            <path
              d={linePath(
                xs,
                series.y.map((one) => (Number.isFinite(one) ? py(one) : Number.NaN)),
              )}
              fill="none"
              stroke={role.line}
              strokeWidth={Math.max(1.25, role.width * 0.8)}
              strokeDasharray={role.dash.join(" ") || undefined}
              strokeLinecap={role.round ? "round" : "butt"}
              strokeLinejoin="round"
            />
          </g>
        );
      })}
      <CutMarks
        cuts={seriesCuts(panel.series, range, panel)}
        pixel={px}
        {...{ left, right, top, bottom, tickSize, theme }}
      />
      {(place.lowest ? shown : []).map((tick, i) => (
        <text
          key={tick}
          x={i === 0 ? Math.max(px(tick), left) : Math.min(px(tick), right)}
          y={bottom + tickSize * 1.25}
          textAnchor={i === 0 ? "start" : "end"}
          fontSize={tickSize}
          fill={colours["--ink-3"]}
        >
          {x.texts[x.ticks.indexOf(tick)]}
        </text>
      ))}
    </g>
  );
}
