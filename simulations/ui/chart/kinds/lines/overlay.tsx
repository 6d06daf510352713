/** The text and the upright lines of a line chart, over Plotly's lines. Attributes, not CSS: pictures are made from it. */
import type { Theme } from "../../../design/tokens";
import { drawRole } from "../../../ink/roles";
import { AxisTitle } from "../../axis-title";
import { CutMarks } from "../../cut-marks";
import type { Figure } from "../../figure";
import { Marks } from "../../marks/marks";
import { halo } from "../../paint";
import { xPixel } from "../../plane";
import { FONT } from "../../templates";
import { type Upright, Uprights } from "../../uprights";
import { seriesCuts } from "./cuts";
import { endLabels, ghostLabels } from "./end-labels";
import { startOf } from "./figure";
import type { LineChart } from "./model";

interface UnderlayProps {
  readonly figure: Figure;
  readonly theme: Theme;
  readonly uprights: readonly Upright[];
}

interface OverlayProps {
  /** Cut at the moment shown. */
  readonly chart: LineChart;
  readonly figure: Figure;
  readonly theme: Theme;
  readonly moment: number;
  /** The same chart of pinned runs, cut at the moment shown. */
  readonly pinned: readonly LineChart[];
  /** The changes are named here; if not, their lines come from the chart above. */
  readonly named: boolean;
}

/** Under Plotly's lines and its tooltip. They end with the axes: no line crosses a heading or a tick's text. */
export function Underlay({ figure, theme, uprights }: UnderlayProps) {
  const { frame } = figure;
  return (
    <svg className="dl-overlay" width={frame.width} height={frame.height} aria-hidden="true">
      <Uprights lines={uprights} plane={figure} theme={theme} from={frame.top} to={frame.height - frame.bottom} />
    </svg>
  );
}

export function Overlay({ chart, figure, theme, moment, pinned, named }: OverlayProps) {
  const { frame } = figure;
  const ends = frame.direct ? endLabels(chart, figure) : [];
  const reading = { digits: chart.digits, format: chart.y.format };
  const cuts = [chart, ...pinned].flatMap(({ series }) => seriesCuts(series, figure.y.range, reading));
  return (
    <svg className="dl-overlay" width={frame.width} height={frame.height} aria-hidden="true" fontFamily={FONT}>
      <Marks marks={chart.marks} plane={figure} start={startOf(chart, figure.x)} {...{ theme, moment, ends, named }} />
      <GhostLabels charts={pinned} figure={figure} theme={theme} />
      {frame.direct && <EndLabels chart={chart} figure={figure} theme={theme} />}
      <CutMarks
        cuts={cuts}
        pixel={(x) => xPixel(figure, x)}
        left={frame.left}
        right={frame.width - frame.right}
        top={frame.top}
        bottom={frame.height - frame.bottom}
        tickSize={frame.tickSize}
        theme={theme}
      />
      <AxisTitle label={chart.x.label} plane={figure} theme={theme} />
    </svg>
  );
}

interface PartProps {
  readonly chart: LineChart;
  readonly figure: Figure;
  readonly theme: Theme;
}

/** A pinned run is named on its lines; a name without room is left out, the next line of the run has it. */
function GhostLabels({ charts, figure, theme }: Omit<PartProps, "chart"> & { readonly charts: readonly LineChart[] }) {
  const { frame } = figure;
  return ghostLabels(charts, figure).map(({ id, role, text, x, y }) => (
    <text
      key={id}
      x={x}
      y={y}
      textAnchor="end"
      fontSize={frame.tickSize}
      fill={drawRole(role, theme, frame.large).text}
      {...halo(theme)}
    >
      {text}
    </text>
  ));
}

function EndLabels({ chart, figure, theme }: PartProps) {
  const { frame } = figure;
  return endLabels(chart, figure).map((label) => {
    const role = drawRole(label.role, theme, frame.large);
    const { x, y, labelX, labelY } = label;
    // A label that had to move over its line's end has no room for a hairline.
    const hairline = labelX - x > 20;
    return (
      <g key={label.id}>
        {hairline && (
          <path
            d={`M${x + 8},${y}H${x + 15}L${labelX - 12},${labelY}H${labelX - 5}`}
            fill="none"
            stroke={role.line}
            strokeWidth={frame.large ? 1.5 : 1}
          />
        )}
        <text
          x={labelX}
          y={labelY + frame.labelSize * 0.36}
          fontSize={frame.labelSize}
          fill={role.text}
          {...halo(theme)}
        >
          <tspan fontWeight={label.role === "grey" ? 500 : 600}>{label.name}</tspan>
          <tspan dx={frame.labelSize * 0.55} fontWeight={600} style={{ fontVariantNumeric: "tabular-nums" }}>
            {label.value}
          </tspan>
        </text>
      </g>
    );
  });
}
