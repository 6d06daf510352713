import type { ScatterChart } from "./model";

/** How many points lie outside the picture. */
export const pointsOutside = ({ x, y, points }: ScatterChart): number =>
  points
    .map(
      (group) =>
        group.x.filter((at, i) => at < x.min || at > x.max || group.y[i]! < y.min || group.y[i]! > y.max).length,
    )
    .reduce((sum, count) => sum + count, 0);

/** "3 points lie outside the picture.", or nothing. */
export const outsideWords = (chart: ScatterChart): string => {
  const count = pointsOutside(chart);
  return count === 0
    ? ""
    : count === 1
      ? "1 point lies outside the picture."
      : `${count} points lie outside the picture.`;
};
