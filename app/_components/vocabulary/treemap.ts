/**
 * Areas in proportion to values, as square as can be: a squarified treemap (Bruls, Huizing and van Wijk 2000). Rows fill the shorter
 * side of what is left; a value joins the row as long as the row's worst shape does not get worse.
 */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** Longer side by shorter side of the worst shape, when the values share a side this long. */
function worst(values: readonly number[], side: number): number {
  const thick = sum(values) / side;
  return Math.max(...values.map((value) => Math.max(thick ** 2 / value, value / thick ** 2)));
}

/**
 * @param values above 0, largest first
 * @returns one area a value, in the same order, that fill `width` × `height`
 * @example treemap([3, 1], 4, 1) // 3 × 1 beside 1 × 1
 */
export function treemap(values: readonly number[], width: number, height: number): Area[] {
  if (values.some((value) => !(value > 0))) throw new RangeError(`values must be above 0, got ${values}`);
  const scale = (width * height) / sum(values);
  const left = values.map((value) => value * scale);
  const areas: Area[] = [];
  let rest: Area = { left: 0, top: 0, width, height };
  while (left.length > 0) {
    const side = Math.min(rest.width, rest.height);
    let count = 1;
    while (count < left.length && worst(left.slice(0, count + 1), side) <= worst(left.slice(0, count), side)) count++;
    const row = left.splice(0, count);
    const thick = sum(row) / side;
    const upright = rest.width >= rest.height;
    let at = 0;
    for (const value of row) {
      const long = value / thick;
      areas.push(
        upright
          ? { left: rest.left, top: rest.top + at, width: thick, height: long }
          : { left: rest.left + at, top: rest.top, width: long, height: thick },
      );
      at += long;
    }
    rest = upright
      ? { ...rest, left: rest.left + thick, width: rest.width - thick }
      : { ...rest, top: rest.top + thick, height: rest.height - thick };
  }
  return areas;
}
