/** One path a tone: few elements however many cells, and a picture that can be saved as SVG. */
import { useMemo } from "react";
import { tokens } from "../../../design/tokens";
import { formatNumber } from "../../../ink/format";
import { axisOf, type DrawnAxis } from "../../axes";
import { Foot } from "../../axes-drawn";
import { ValueTitle } from "../../axis-title";
import { chartFrame } from "../../frame";
import type { DrawProps } from "../../kind";
import { Fields } from "../../marks/field";
import { Marks } from "../../marks/marks";
import { marksOf } from "../../marks/model";
import { type Plane, xPixel, yPixel } from "../../plane";
import { FONT } from "../../templates";
import { Uprights } from "../../uprights";
import type { SpectrogramChart } from "./model";
import { cellsByShade, opacityOf } from "./shades";

export { ShadeKey as Key } from "./key";

/** Two digits say where an edge lies; the exact number stands under Table. */
const roundedText = (edge: number): string => formatNumber(Number(edge.toPrecision(2)), 0);

/** Bands are drawn equally high: ticks stand at their edges, about five of them. */
function bandAxis({ bands }: SpectrogramChart): DrawnAxis {
  const edges = [bands[0]?.from ?? 0, ...bands.map(({ to }) => to)];
  const every = Math.max(1, Math.round(bands.length / 4));
  const ticks = edges.map((_, i) => i).filter((i) => i % every === 0);
  return { range: [0, Math.max(1, bands.length)], ticks, texts: ticks.map((i) => roundedText(edges[i]!)) };
}

export function Draw(props: DrawProps<SpectrogramChart>) {
  const { shown: chart, label, width, theme, band, moment, uprights, ticksBelow, named, plot } = props;
  const headroom = named && marksOf(chart.marks, "change").length > 0;
  const whole = props.chart;
  const plane = useMemo((): Plane => {
    const yNamed = whole.rowName !== undefined;
    const frame = chartFrame({ width, theme, band, height: "mid", ticksBelow, headroom, yNamed, plot });
    return { frame, x: axisOf(whole.x), y: bandAxis(whole) };
  }, [width, theme, band, ticksBelow, headroom, plot, whole]);
  const { frame } = plane;
  const colours = tokens[theme];
  const paths = useMemo(() => {
    const x = (at: number) => xPixel(plane, chart.start + at * chart.step).toFixed(1);
    return cellsByShade(chart).map((cells) =>
      cells
        .map(({ frame: at, band: row, length }) => {
          const [top, bottom] = [yPixel(plane, row + 1), yPixel(plane, row)];
          return `M${x(at)},${top.toFixed(1)}H${x(at + length)}V${bottom.toFixed(1)}H${x(at)}Z`;
        })
        .join(""),
    );
  }, [chart, plane]);
  const place = { plane, theme, moment, named, start: chart.start, ends: [] };
  return (
    <svg className="dl-drawing" width={width} height={frame.height} role="img" aria-label={label} fontFamily={FONT}>
      <Fields marks={marksOf(chart.marks, "field")} {...place} />
      <rect
        x={frame.left}
        y={frame.top}
        width={width - frame.left - frame.right}
        height={frame.height - frame.top - frame.bottom}
        fill="none"
        stroke={colours["--grid"]}
      />
      {paths.map(
        (path, shade) =>
          path &&
          shade > 0 && (
            <path
              // biome-ignore lint/suspicious/noArrayIndexKey: a tone is its place
              key={shade}
              d={path}
              fill={colours["--ink"]}
              fillOpacity={opacityOf(shade)}
              shapeRendering="crispEdges"
            />
          ),
      )}
      {plane.y.ticks.map((tick, i) => (
        <text
          key={tick}
          x={frame.left - 8}
          y={yPixel(plane, tick) + frame.tickSize * 0.36}
          textAnchor="end"
          fontSize={frame.tickSize}
          fill={colours["--ink-3"]}
        >
          {plane.y.texts[i]}
        </text>
      ))}
      {chart.rowName && <ValueTitle label={chart.rowName} plane={plane} theme={theme} />}
      <Uprights lines={uprights} {...place} from={frame.top} to={frame.height - frame.bottom} />
      <Marks marks={chart.marks} {...place} />
      {ticksBelow && <Foot plane={plane} theme={theme} label={chart.x.label} />}
    </svg>
  );
}
