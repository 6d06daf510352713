import { describe, expect, it } from "vitest";
import { axisOf } from "@/simulations/ui/chart/axes";
import { endValues } from "@/simulations/ui/chart/kinds/lines/end-labels";
import { lineFigure } from "@/simulations/ui/chart/kinds/lines/figure";
import { markerPositions } from "@/simulations/ui/chart/kinds/lines/markers";
import { project } from "@/simulations/ui/chart/scale";
import { lines } from "./sample-charts";

describe("a logarithmic axis", () => {
  const axis = { label: "threshold", min: 0.001, max: 1, log: true };
  it("gives equal ratios equal room", () => {
    const at = (x: number) => project(x, [0.001, 1], 100, 400, true);
    expect([0.001, 0.01, 0.1, 1].map(at)).toEqual([100, 200, 300, 400].map((pixel) => expect.closeTo(pixel, 6)));
  });
  it("has the powers of ten as ticks, each with the digits it needs", () => {
    expect(axisOf(axis).ticks).toEqual([0.001, 0.01, 0.1, 1]);
    expect(axisOf(axis).texts).toEqual(["0.001", "0.01", "0.1", "1"]);
  });
});

describe("a line chart", () => {
  it("says a figure of its own at the end of a line", () => {
    const chart = { ...lines, series: [{ ...lines.series[0]!, figure: "area 0.86" }] };
    expect(endValues(chart)[0]!.value).toBe("area 0.86");
  });
  it("carries about a dozen markers on a line of a hundred points", () => {
    const count = markerPositions(new Array<number>(101).fill(1), 3).length;
    expect(count).toBeGreaterThan(8);
    expect(count).toBeLessThan(14);
  });
  it("draws no marker outside the picture", () => {
    const series = { ...lines.series[0]!, x: [0, 1, 2, 3], y: [1, 900, 900, 900], low: undefined, high: undefined };
    const chart = { ...lines, y: { min: 0, max: 10 }, series: [{ ...series, role: "blue" as const }] };
    const { data } = lineFigure(chart, { theme: "light", band: "wide", width: 900 });
    const markers = data.filter((trace) => "mode" in trace && trace.mode === "markers");
    expect(markers.flatMap((trace) => ("y" in trace ? [...(trace.y as number[])] : []))).not.toContain(900);
  });
});
