/** The room a chart has: margins, height and type by width and theme, the same for charts, strips and scrubber. */
import { isPresented, type Theme } from "../design/tokens";
import { type Band, isWide, presentedScale, presentedTypeScale, typeScale } from "../design/type-scale";

export interface ChartFrame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Labels stand at the ends of lines; else a key stands above the chart. */
  readonly direct: boolean;
  /** Projector at full width: larger type and heavier lines. */
  readonly large: boolean;
  readonly tickSize: number;
  readonly labelSize: number;
}

export interface FrameRequest {
  readonly width: number;
  readonly theme: Theme;
  readonly band: Band;
  readonly height?: "tall" | "mid" | "low";
  /** px between the axes, where the place decides it and not the chart. */
  readonly plot?: number | undefined;
  /** Room above for the label of a change. */
  readonly headroom?: boolean;
  /** A name of y stands above its axis; the chart is no higher for it. */
  readonly yNamed?: boolean;
  /** Tick labels of x under the chart. */
  readonly ticksBelow?: boolean;
  /** No labels at line ends whatever the width, e.g. points. */
  readonly keyed?: boolean;
}

/** Below this a chart has no room for labels beside it; large ones take half as much again. */
const DIRECT_MIN_WIDTH = 560;

const PLOT_HEIGHT = {
  tall: { wide: 296, middle: 266, narrow: 206 },
  mid: { wide: 176, middle: 164, narrow: 150 },
  low: { wide: 104, middle: 96, narrow: 84 },
} as const;

export function chartFrame(request: FrameRequest): ChartFrame {
  const { width, theme, band, height = "tall", headroom = false, yNamed = false } = request;
  const { ticksBelow = true, keyed = false } = request;
  const presented = isPresented(theme);
  const large = presented && isWide(band);
  const scale = presented ? presentedScale[band] : 1;
  const type = (presented ? presentedTypeScale : typeScale)[band];
  const tickSize = type["--size-tick"];
  const direct = !keyed && width >= DIRECT_MIN_WIDTH * scale;
  const roomy = width >= DIRECT_MIN_WIDTH;
  const usual = PLOT_HEIGHT[height][roomy ? (isWide(band) ? "wide" : "middle") : "narrow"];
  const whole = request.plot ?? Math.round(usual * scale);
  const least = Math.round((headroom ? 30 : 10) * (large ? scale : 1));
  const top = yNamed ? Math.max(least, Math.round(tickSize * 1.9)) : least;
  const plot = whole + least - top;
  const titleBelow = !direct;
  const bottom = ticksBelow ? Math.round(tickSize * (titleBelow ? 3.8 : 2.33)) : 8;
  return {
    width,
    height: top + plot + bottom,
    left: Math.round((roomy ? 44 : 30) * scale),
    right: direct ? Math.round((width >= 900 ? 188 : 176) * scale) : large ? 22 : 12,
    top,
    bottom,
    direct,
    large,
    tickSize,
    labelSize: type["--size-label"],
  };
}
