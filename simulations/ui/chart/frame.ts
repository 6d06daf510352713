/** The room a chart has: margins, height and type by width and theme, the same for charts, strips and scrubber. */
import type { Theme } from "../tokens";

/** Viewport bands of the layout: from 1200 px, from 700 px, below. */
export type Band = "wide" | "middle" | "narrow";

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
  /** Room above for the label of a change. */
  readonly headroom?: boolean;
  /** Tick labels of x under the chart. */
  readonly ticksBelow?: boolean;
  /** No labels at line ends whatever the width, e.g. points. */
  readonly keyed?: boolean;
}

/** Below this a chart has no room for labels beside it; large ones take half as much again. */
const DIRECT_MIN_WIDTH = 560;
const DIRECT_MIN_WIDTH_LARGE = 840;

const PLOT_HEIGHT = {
  tall: { large: 404, wide: 296, middle: 266, narrow: 206 },
  mid: { large: 240, wide: 176, middle: 164, narrow: 150 },
  low: { large: 150, wide: 104, middle: 96, narrow: 84 },
} as const;

export function chartFrame(request: FrameRequest): ChartFrame {
  const { width, theme, band, height = "tall", headroom = false, ticksBelow = true, keyed = false } = request;
  const large = theme === "projector" && band === "wide";
  const direct = !keyed && width >= (large ? DIRECT_MIN_WIDTH_LARGE : DIRECT_MIN_WIDTH);
  const roomy = width >= DIRECT_MIN_WIDTH;
  const plot = PLOT_HEIGHT[height][large ? "large" : roomy ? band : "narrow"];
  const top = headroom ? (large ? 40 : 30) : large ? 14 : 10;
  const titleBelow = !direct;
  const bottom = ticksBelow ? (large ? 40 : 28) + (titleBelow ? (large ? 24 : 18) : 0) : 8;
  return {
    width,
    height: top + plot + bottom,
    left: large ? 56 : roomy ? 44 : 30,
    right: direct ? (large ? 280 : width >= 900 ? 188 : 176) : large ? 22 : 12,
    top,
    bottom,
    direct,
    large,
    tickSize: large ? 19 : 12,
    labelSize: large ? 20 : 13,
  };
}
