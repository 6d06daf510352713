import { describe, expect, it } from "vitest";
import { onHeldAxes, rangeOf } from "@/simulations/ui/chart/held-axes";
import type { LineChart } from "@/simulations/ui/chart/model";
import { benchRoom, eyeStays } from "@/simulations/ui/shell/bench-room";
import { shownView, viewsOf } from "@/simulations/ui/shell/views";
import { intervals, lines, scatter } from "./sample-charts";

describe("the room for eye and hand", () => {
  it("puts the knobs beside the chart from 1100 px on", () => {
    expect(benchRoom({ width: 1100, height: 768 }, "light", "middle").columns).toBe(true);
    expect(benchRoom({ width: 1099, height: 768 }, "light", "middle").columns).toBe(false);
  });

  it("gives the chart more of a higher screen, and leaves a knob's room on a low one", () => {
    const plot = (width: number, height: number) =>
      benchRoom({ width, height }, "light", width >= 1200 ? "wide" : width >= 700 ? "middle" : "narrow").plot;
    expect(plot(1920, 1080)).toBeGreaterThan(plot(1366, 768));
    expect(plot(1366, 768)).toBeGreaterThanOrEqual(plot(1280, 600));
    expect(plot(720, 450)).toBeLessThan(plot(1024, 768));
    expect(plot(360, 740)).toBeLessThanOrEqual(200);
  });
});

describe("an eye that stays at the top of the screen", () => {
  it("leaves room for a row of what passes beneath it, or goes by with the rest", () => {
    expect(eyeStays(480, 740)).toBe(true);
    expect(eyeStays(700, 740)).toBe(false);
    expect(eyeStays(927, 740)).toBe(false);
  });
});

describe("the views of an experiment", () => {
  const stage = { id: "desk", title: "Where the phones go", draw: () => null };

  it("begin with the stage where there is a run, and end with what the outcome brings", () => {
    const ids = (hasRun: boolean) => viewsOf({ stage }, [lines, scatter], hasRun, intervals).map(({ id }) => id);
    expect(ids(true)).toEqual(["desk", lines.id, scatter.id, intervals.id]);
    expect(ids(false)).toEqual([lines.id, scatter.id, intervals.id]);
  });

  it("show the one wanted, or the first where it is not there", () => {
    const views = viewsOf({}, [lines, scatter], true, undefined);
    expect(shownView(views, scatter.id)?.id).toBe(scatter.id);
    expect(shownView(views, "nothing")?.id).toBe(lines.id);
    expect(shownView(views, undefined)?.id).toBe(lines.id);
  });
});

describe("axes that are held", () => {
  const scaled = (factor: number): LineChart => ({
    ...lines,
    series: lines.series.map((one) => ({
      ...one,
      y: one.y.map((y) => y * factor),
      low: one.low?.map((y) => y * factor),
      high: one.high?.map((y) => y * factor),
    })),
  });

  it("keep the range of before when curves shrink, and grow when a curve would leave the picture", () => {
    const before = rangeOf(scaled(1))!;
    const smaller = scaled(0.3);
    const larger = scaled(3);
    expect(rangeOf(onHeldAxes(smaller, rangeOf(smaller)!, before))!.y).toEqual(before.y);
    const grown = rangeOf(onHeldAxes(larger, rangeOf(larger)!, before))!.y;
    expect(grown[1]).toBe(rangeOf(larger)!.y[1]);
    expect(grown[1]).toBeGreaterThan(before.y[1]);
  });
});
