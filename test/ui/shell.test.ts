import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AnyValues,
  defaultsOf,
  defineKnobs,
  definePresets,
  type NumberKnob,
  valueText,
} from "@/simulations/runtime/knobs";
import { groupCharts } from "@/simulations/ui/chart/charts";
import { keyedStop } from "@/simulations/ui/controls/knob-controls";
import { logStops, stopPosition } from "@/simulations/ui/controls/stops";
import { nearest } from "@/simulations/ui/results/map";
import { countOptions } from "@/simulations/ui/results/tally";
import { statusText } from "@/simulations/ui/shell/name-line";
import { issueText } from "@/simulations/ui/shell/notices";
import { differenceText } from "@/simulations/ui/shell/pins";
import { chosenPreset } from "@/simulations/ui/shell/settings";
import { moreText } from "@/simulations/ui/shell/settings-text";
import { intervals, lines, scatter, strips } from "./sample-charts";

const knobs = defineKnobs({
  examples: { kind: "number", label: "New houses", help: "", default: 14, min: 5, max: 200, step: 1, scale: "log" },
  halfLife: { kind: "number", label: "Half-life", help: "", default: 3, min: 0.5, max: 12, step: 0.5, unit: "months" },
  world: {
    kind: "choice",
    label: "World",
    help: "",
    default: "houses",
    options: { houses: "Houses", queries: "Queries" },
  },
});

describe("a logarithmic slider", () => {
  const knob: NumberKnob = knobs.examples;
  const stops = logStops(knob);

  it("steps through different values from end to end", () => {
    expect(stops[0]).toBe(5);
    expect(stops.at(-1)).toBe(200);
    expect(new Set(stops).size).toBe(stops.length);
  });

  it("stands between two stops for a typed value, and at a stop for one of its own", () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 200 }), (value) => {
        const position = stopPosition(stops, value);
        expect(stops[Math.floor(position)]).toBeLessThanOrEqual(value);
        expect(stops[Math.ceil(position)]).toBeGreaterThanOrEqual(value);
      }),
    );
  });

  it("moves by every key press, from wherever it stands", () => {
    fc.assert(
      fc.property(fc.integer({ min: 6, max: 199 }), (value) => {
        const position = stopPosition(stops, value);
        expect(stops[keyedStop("ArrowRight", position, stops.length - 1)!]).toBeGreaterThan(value);
        expect(stops[keyedStop("ArrowLeft", position, stops.length - 1)!]).toBeLessThan(value);
      }),
    );
    expect(keyedStop("Home", 7, 20)).toBe(0);
    expect(keyedStop("End", 7, 20)).toBe(20);
    expect(keyedStop("a", 7, 20)).toBeUndefined();
  });
});

describe("the lines of the shell", () => {
  const run = { values: {}, frames: [], replicasDone: 12, replicas: 32, elapsedMs: 1400, complete: false };
  const state = { run, replicas: 32, stale: false, playing: false, fromLink: false, work: "trained in this browser" };

  it("say how far a run is", () => {
    expect(statusText({ ...state, status: "running" })).toBe("12 of 32 replicas");
    expect(statusText({ ...state, status: "running", silent: true })).toBe("12 of 32 replicas, no answer for 10 s");
    expect(statusText({ ...state, status: "running", stale: true })).toBe("0 of 32 replicas");
    expect(statusText({ ...state, status: "paused" })).toBe("paused, 12 of 32 replicas");
    expect(statusText({ ...state, status: "done", run: { ...run, complete: true } })).toBe(
      "32 replicas, trained in this browser in 1.4 s",
    );
    expect(statusText({ ...state, status: "done", run: { ...run, complete: true, elapsedMs: 12 } })).toBe(
      "32 replicas, trained in this browser in less than 0.1 s",
    );
    expect(statusText({ ...state, status: "idle", run: undefined, fromLink: true })).toBe("from a link, not run yet");
  });

  it("name what a link asked for, what is allowed and what is used", () => {
    const issue = {
      knob: "halfLife",
      label: "Half-life",
      given: "90",
      allowed: "0.5 to 12 months in steps of 0.5",
      used: "3 months",
    };
    expect(issueText(issue)).toBe(
      "This link gives “Half-life” the value “90”. It can be 0.5 to 12 months in steps of 0.5. It stays at 3 months.",
    );
    expect(issueText({ ...issue, label: "colour", allowed: "not a knob", used: "nothing" })).toContain("“colour”");
  });

  it("name one of a unit in the singular", () => {
    const text = (unit: string, value = 1) => valueText({ ...knobs.halfLife, unit }, value);
    expect(["months", "people", "false alarms", "ms", "% of phones"].map((unit) => text(unit))).toEqual([
      "1 month",
      "1 person",
      "1 false alarm",
      "1 ms",
      "1 % of phones",
    ]);
    expect(text("months", 0.5)).toBe("0.5 months");
  });

  it("list the differences to a pinned run", () => {
    const now = { examples: 14, halfLife: 3, world: "houses" };
    expect(differenceText(knobs, { ...now, examples: 80 }, now)).toBe("new houses 80 (now 14)");
    expect(differenceText(knobs, now, now)).toContain("change a setting");
  });

  it("keep the knobs under More readable", () => {
    expect(moreText(knobs, ["halfLife", "world"], { halfLife: 3, world: "houses" })).toBe(
      "half-life 3 months · world: houses",
    );
  });
});

describe("what belongs together", () => {
  it("shows the preset that says most about the values", () => {
    const presets = definePresets(knobs, {
      plain: { label: "Plain", help: "", values: { world: "houses" } },
      few: { label: "Few", help: "", values: { world: "houses", examples: 9 } },
    });
    const defaults = defaultsOf(knobs);
    const chosen = (values: AnyValues) => chosenPreset(presets, { ...defaults, ...values }, defaults);
    expect(chosen({ world: "houses", examples: 9 })).toBe("few");
    expect(chosen({ world: "houses", examples: 10 })).toBe("plain");
    expect(chosen({ world: "queries", examples: 9 })).toBeUndefined();
  });

  it("shows the preset that explains all that is not at its default, though another names more", () => {
    const presets = definePresets(knobs, {
      usual: { label: "Usual", help: "", values: { world: "houses", halfLife: 3 } },
      few: { label: "Few", help: "", values: { examples: 9 } },
    });
    const defaults = { ...defaultsOf(knobs), world: "houses", halfLife: 3 };
    expect(chosenPreset(presets, defaults, defaults)).toBe("usual");
    expect(chosenPreset(presets, { ...defaults, examples: 9 }, defaults)).toBe("few");
  });

  it("puts the charts of the time axis into one stack and the others beside each other", () => {
    const groups = groupCharts([scatter, lines, strips, { ...intervals, id: "other" }, intervals]);
    expect(groups.map((group) => group.charts.map((chart) => chart.id))).toEqual([
      ["houses"],
      ["error", "weights"],
      ["other", "cost"],
    ]);
  });

  it("counts replicas, most frequent first, the guess last among equals", () => {
    const options = ["a", "b", "c"].map((id) => ({ id, label: id }));
    const counted = countOptions(["a", "b", "b", "a", "c", "c", "c"], options, "a");
    expect(counted.map(({ option, count }) => [option.id, count])).toEqual([
      ["c", 3],
      ["b", 2],
      ["a", 2],
    ]);
  });

  it("finds the cell of a map nearest to the knobs, by ratio where the axis is one of ratios", () => {
    expect(nearest([80, 56, 40, 28, 20, 14, 10, 7, 5], 9)).toBe(6);
    expect(nearest([0, 0.5, 1, 1.5], 0.8)).toBe(2);
  });
});
