import { describe, expect, it } from "vitest";
import { defaultsOf } from "@/simulations/runtime/knobs";
import { logCharts, serviceCharts } from "@/simulations/serving/chart";
import { type FocusName, focuses, partsOf } from "@/simulations/serving/focus";
import { knobs, presets } from "@/simulations/serving/knobs";
import { piecesOf, treeOf } from "../lessons/read-lesson";

const names = Object.keys(focuses) as FocusName[];

describe("what a cell is about", () => {
  it.each(names)("%s: shows its three knobs first and keeps all others as they are", (name) => {
    const own = partsOf(name).knobs;
    expect(Object.keys(own).slice(0, 3)).toEqual([...focuses[name].knobs]);
    expect(
      Object.entries(own)
        .filter(([, knob]) => knob.primary)
        .map(([knob]) => knob),
    ).toEqual([...focuses[name].knobs]);
    expect(defaultsOf(own)).toEqual(defaultsOf(knobs));
    expect(Object.keys(own).sort()).toEqual(Object.keys(knobs).sort());
  });

  it("offers every preset in one cell", () => {
    expect(names.flatMap((name) => Object.keys(partsOf(name).presets)).sort()).toEqual(Object.keys(presets).sort());
  });

  it("opens each bench of the lesson with a chart that it has", () => {
    const values = defaultsOf(knobs);
    const cells = piecesOf(treeOf("serving"), "ServingBench").map(({ attributes }) => attributes);
    expect(cells.map(({ focus }) => focus).sort()).toEqual([...names].sort());
    for (const { focus, view } of cells) {
      const charts = (focus === "log" ? logCharts : serviceCharts)(undefined, values, 24);
      expect(charts.map(({ id }) => id)).toContain(view);
    }
  });
});
