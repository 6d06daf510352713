import { describe, expect, it } from "vitest";
import { valueAxisOf } from "@/simulations/ui/chart/axes";
import { lines } from "./sample-charts";

const upTo = (max: number) => ({ ...lines, y: { min: 0, max } });

describe("the y axis of a line chart", () => {
  it("has room for the pinned run that reaches higher", () => {
    expect(valueAxisOf([upTo(60)]).range).toEqual([0, 60]);
    expect(valueAxisOf([upTo(60), upTo(200)]).range).toEqual([0, 200]);
    expect(valueAxisOf([upTo(60), upTo(40)]).range).toEqual([0, 60]);
  });

  it("reads thousands as k, so that they stand clear of the edge", () => {
    expect(valueAxisOf([upTo(800)]).texts).toEqual(["0", "200", "400", "600", "800"]);
    expect(valueAxisOf([upTo(80_000)]).texts).toEqual(["0", "20k", "40k", "60k", "80k"]);
    expect(valueAxisOf([upTo(2000)]).texts).toEqual(["0", "500", "1k", "1.5k", "2k"]);
  });
});
