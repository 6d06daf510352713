/**
 * The roads of the diagram: from the line into the router and from there to inspectors, blue and green. Pure. Lengths in px.
 *
 * `along` runs from the line to the ends of the roads, `across` from road to road; the upright diagram swaps x and y.
 */
export type RoadName = "human" | "blue" | "green";
export const roadNames: readonly RoadName[] = ["human", "blue", "green"];

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Road {
  /** SVG path from the router on. */
  readonly path: string;
  /** From the start of the line's belt to the end of the road. */
  readonly length: number;
  /** The place after `travelled` px from the start of the belt. */
  readonly at: (travelled: number) => Point;
}

export interface Roads extends Readonly<Record<RoadName, Road>> {
  readonly upright: boolean;
  readonly router: Point;
  readonly routerRadius: number;
  /** Length of the belt before the router. */
  readonly belt: number;
  readonly width: number;
  readonly height: number;
}

export interface RoadsRequest {
  readonly upright: boolean;
  /** Room along the roads. */
  readonly along: number;
  /** Middle of each road, across. */
  readonly across: Readonly<Record<RoadName, number>>;
  /** Room across. */
  readonly room: number;
}

const pieces = 24;

export function layRoads({ upright, along, across, room }: RoadsRequest): Roads {
  const routerRadius = upright ? 17 : 20;
  const belt = upright ? 56 + routerRadius : Math.round(along * 0.27);
  const bend = belt + (upright ? along * 0.4 : along * 0.22);
  const place = (a: number, c: number): Point => (upright ? { x: c, y: a } : { x: a, y: c });
  const from = across.blue;
  const road = (to: number): Road => {
    const middle = (belt + bend) / 2;
    const bent = to !== from;
    // A cubic Bézier, straight at both ends.
    const curve = (t: number): [number, number] => {
      const s = 1 - t;
      const blend = (p0: number, p1: number, p2: number, p3: number) =>
        s ** 3 * p0 + 3 * s * s * t * p1 + 3 * s * t * t * p2 + t ** 3 * p3;
      return [blend(belt, middle, middle, bend), blend(from, from, to, to)];
    };
    const corners: [number, number][] = bent
      ? Array.from({ length: pieces + 1 }, (_, i) => curve(i / pieces))
      : [[belt, from]];
    const line: [number, number][] = [[0, from], ...corners, [along, to]];
    const ends: number[] = [0];
    for (let i = 1; i < line.length; i++)
      ends.push(ends[i - 1]! + Math.hypot(line[i]![0] - line[i - 1]![0], line[i]![1] - line[i - 1]![1]));
    const at = (travelled: number): Point => {
      const next = Math.max(
        1,
        ends.findIndex((end) => end >= travelled),
      );
      const [a0, c0] = line[next - 1]!;
      const [a1, c1] = line[next]!;
      const share = (travelled - ends[next - 1]!) / Math.max(1e-9, ends[next]! - ends[next - 1]!);
      return place(a0 + share * (a1 - a0), c0 + share * (c1 - c0));
    };
    const text = (a: number, c: number) => {
      const { x, y } = place(a, c);
      return `${x.toFixed(1)},${y.toFixed(1)}`;
    };
    const path = bent
      ? `M${text(belt, from)}C${text(middle, from)} ${text(middle, to)} ${text(bend, to)}L${text(along, to)}`
      : `M${text(belt, from)}L${text(along, to)}`;
    return { path, length: ends.at(-1)!, at };
  };
  return {
    upright,
    routerRadius,
    belt,
    router: place(belt, from),
    width: upright ? room : along,
    height: upright ? along : room,
    human: road(across.human),
    blue: road(across.blue),
    green: road(across.green),
  };
}

/** px: even a road without traffic can be seen, a full one is as wide as a phone is long and more. */
export const roadWidth = (share: number): number => (share <= 0 ? 1.5 : 4 + 0.24 * share);
