/** Upright lines through everything on one axis: a change (ink), the moment shown (dotted). */
import { type Theme, tokens } from "../design/tokens";
import type { Plane } from "./plane";
import { project } from "./scale";

export interface Upright {
  readonly kind: "change" | "moment";
  readonly x: number;
}

export interface UprightPlace {
  readonly range: readonly [number, number];
  readonly log?: boolean;
  readonly left: number;
  readonly right: number;
  readonly width: number;
}

const uprightPixel = (place: UprightPlace, x: number): number =>
  project(x, place.range, place.left, place.width - place.right, place.log);

interface LinesProps {
  readonly lines: readonly Upright[];
  readonly place: UprightPlace;
  readonly theme: Theme;
  readonly large: boolean;
  readonly from: number;
  /** px, or "100%" of the picture. */
  readonly to: number | "100%";
}

export function UprightLines({ lines, place, theme, large, from, to }: LinesProps) {
  return lines
    .filter((line) => line.x >= place.range[0] && line.x <= place.range[1])
    .map((line) => {
      const x = uprightPixel(place, line.x);
      const change = line.kind === "change";
      return (
        <line
          key={`${line.kind}-${line.x}`}
          x1={x}
          x2={x}
          y1={from}
          y2={to}
          stroke={tokens[theme]["--ink"]}
          strokeWidth={large ? 1.8 : 1.25}
          strokeDasharray={change ? undefined : "2 3"}
        />
      );
    });
}

interface UprightsProps {
  readonly lines: readonly Upright[];
  readonly plane: Plane;
  readonly theme: Theme;
  readonly from: number;
  readonly to: number;
}

/** A change reaches up to its label. */
export function Uprights({ lines, plane, theme, from, to }: UprightsProps) {
  const { frame } = plane;
  const place = { range: plane.x.range, log: plane.x.log, left: frame.left, right: frame.right, width: frame.width };
  const common = { place, theme, large: frame.large, to };
  return (
    <>
      <UprightLines
        {...common}
        lines={lines.filter((line) => line.kind === "change")}
        from={from >= 24 ? from - 9 : from}
      />
      <UprightLines {...common} lines={lines.filter((line) => line.kind === "moment")} from={from} />
    </>
  );
}
