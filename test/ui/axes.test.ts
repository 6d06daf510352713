import { describe, expect, it } from "vitest";
import { valueAxisOf } from "@/simulations/ui/chart/kinds/lines/value-axis";
import { lines, series } from "./sample-charts";

/** A chart whose highest figure takes 90 % of its axis. */
const upTo = (max: number) => ({ ...lines, y: { min: 0, max }, series: [series("one", "blue", max * 0.9 - 3)] });

describe("the y axis of a line chart", () => {
  it("has room for the pinned run that reaches higher", () => {
    expect(valueAxisOf([upTo(60)]).range).toEqual([0, 60]);
    expect(valueAxisOf([upTo(60), upTo(200)]).range).toEqual([0, 200]);
    expect(valueAxisOf([upTo(60), upTo(40)]).range).toEqual([0, 60]);
  });

  it("gives up room that figures do not half fill, unless the scale is a fixed one or stands while something moves", () => {
    const low = { ...lines, y: { min: 0, max: 200 }, series: [series("one", "blue", 40)] };
    const [from, to] = valueAxisOf([low]).range;
    const highest = Math.max(...low.series.flatMap(({ high }) => high ?? []));
    expect(from).toBe(0);
    expect(to).toBeGreaterThan(highest);
    expect(to).toBeLessThan(2 * highest);
    expect(valueAxisOf([{ ...low, y: { ...low.y, ticks: [0, 100, 200] } }]).range).toEqual([0, 200]);
    expect(valueAxisOf([{ ...low, y: { ...low.y, held: true } }]).range).toEqual([0, 200]);
    // Before the first run there is nothing to fill it.
    expect(valueAxisOf([{ ...low, series: [] }]).range).toEqual([0, 200]);
  });

  it("reads thousands as k, so that they stand clear of the edge", () => {
    expect(valueAxisOf([upTo(800)]).texts).toEqual(["0", "200", "400", "600", "800"]);
    expect(valueAxisOf([upTo(80_000)]).texts).toEqual(["0", "20k", "40k", "60k", "80k"]);
    expect(valueAxisOf([upTo(2000)]).texts).toEqual(["0", "500", "1k", "1.5k", "2k"]);
  });
});
