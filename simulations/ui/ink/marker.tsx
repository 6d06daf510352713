/** A role's marker as SVG, the same in glyphs, tallies, intervals, maps and charts. */
import type { Marker } from "./roles";

export interface MarkerShapeProps {
  readonly marker: Marker;
  readonly x: number;
  readonly y: number;
  /** Width of the circle in px; the others are drawn to look as heavy. */
  readonly size: number;
  readonly colour: string;
  /** What shows inside an open marker, and around a filled one. */
  readonly surface?: string;
  /** Drawn as an outline: the same marker, not sure. */
  readonly hollow?: boolean;
}

const round = (value: number): number => Math.round(value * 100) / 100;

function markerPath(marker: Marker, x: number, y: number, size: number): string {
  const r = size / 2;
  const points = (...pairs: [number, number][]) =>
    `M${pairs.map(([dx, dy]) => `${round(x + dx * r)},${round(y + dy * r)}`).join("L")}Z`;
  switch (marker) {
    case "square":
      return points([-0.89, -0.89], [0.89, -0.89], [0.89, 0.89], [-0.89, 0.89]);
    case "triangle":
      return points([0, -1.12], [1.16, 0.88], [-1.16, 0.88]);
    case "triangle-down":
      return points([0, 1.12], [1.16, -0.88], [-1.16, -0.88]);
    case "open-diamond":
      return points([0, -1.2], [1.2, 0], [0, 1.2], [-1.2, 0]);
    case "dash":
      return `M${round(x - r)},${y}H${round(x + r)}`;
    case "cross": {
      const a = round(r * 0.8);
      return `M${round(x - a)},${round(y - a)}L${round(x + a)},${round(y + a)}M${round(x - a)},${round(y + a)}L${round(x + a)},${round(y - a)}`;
    }
    default:
      return `M${round(x - r)},${y}a${r},${r} 0 1,0 ${size},0a${r},${r} 0 1,0 ${-size},0Z`;
  }
}

export function MarkerShape({ marker, x, y, size, colour, surface = "none", hollow = false }: MarkerShapeProps) {
  if (marker === "none") return null;
  const open = hollow || marker.startsWith("open");
  const cross = marker === "cross" || marker === "dash";
  const drawn = open && !cross ? size * 0.84 : size;
  return (
    <path
      d={markerPath(marker, x, y, drawn)}
      fill={open || cross ? (open && !cross ? surface : "none") : colour}
      stroke={open || cross ? colour : surface}
      strokeWidth={open || cross ? Math.max(1.6, size / 5.5) : surface === "none" ? 0 : 1.25}
    />
  );
}
