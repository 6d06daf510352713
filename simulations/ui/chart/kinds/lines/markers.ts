/** Which points of a line carry a marker, and what Plotly calls each marker. */
import type { Marker } from "../../../ink/roles";

const EVERY = 4;
/** Lines of many points carry about this many markers, so that they stay lines. */
const MOST = 12;

/** Positions of the markers: every fourth point (fewer on long lines) from the role's own offset, and the last one; none where the line has a gap. */
export function markerPositions(y: readonly number[], stagger: number): number[] {
  const positions: number[] = [];
  const last = y.findLastIndex(Number.isFinite);
  const every = Math.max(EVERY, Math.ceil(y.length / MOST));
  for (let i = 0; i <= last; i++) {
    // Two markers side by side at the end would blot: the end wins.
    const regular = i % every === stagger % every && last - i > 1;
    if ((regular || i === last) && Number.isFinite(y[i])) positions.push(i);
  }
  return positions;
}

export function plotlySymbol(marker: Marker): string {
  switch (marker) {
    case "triangle":
      return "triangle-up";
    case "cross":
      return "x-thin-open";
    case "open-circle":
      return "circle";
    case "open-diamond":
      return "diamond";
    case "none":
      return "circle";
    default:
      return marker;
  }
}
