/**
 * The claims of lesson 6. Each seed is a whole run of 32 replicas; a lead must be wide enough that a replica drawn alone
 * shows it more often than not, and must be there on every seed.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { run } from "@/simulations/retraining/engine";
import { knobs, presets, type RetrainingValues } from "@/simulations/retraining/knobs";
import { type StrategySummary, summarize } from "@/simulations/retraining/summary";
import { defaultsOf } from "@/simulations/runtime/knobs";
import { chunksOf } from "@/simulations/runtime/simulation";
import { startWasm } from "../core/models/backend-for-tests";
import { claimSeeds } from "./seeds";

type Race = Record<StrategySummary["name"], StrategySummary>;

function race(values: Partial<RetrainingValues>): Race {
  const all = { ...defaultsOf(knobs), ...values } as RetrainingValues;
  const frames = chunksOf(all.replicas).flatMap((range) => [...run(all, range)]);
  return Object.fromEntries(summarize(frames, all).strategies.map((strategy) => [strategy.name, strategy])) as Race;
}

const preset = (name: keyof typeof presets) => presets[name].values as Partial<RetrainingValues>;
/** Thousand € or percentage points: far below the errors of 5 to 60, above what a rerun changes a median by. */
const unit = 0.1;
const retrained = ["all", "weighted", "window"] as const;

/** The lead of `name` over the next best, in the error since the change. */
function lead(result: Race, name: (typeof retrained)[number]): number {
  const others = retrained.filter((other) => other !== name).map((other) => result[other].errorSinceChange);
  return Math.min(...others) - result[name].errorSinceChange;
}

beforeAll(startWasm);

describe.each(claimSeeds())("seed %i", (seed) => {
  describe.each(["houses", "queries"] as const)("%s", (world) => {
    it("without change, training on all data has the lowest error", () => {
      const result = race({ ...preset("stable"), world, seed });
      expect(lead(result, "all")).toBeGreaterThan(3 * unit);
      expect(result.all.winShare).toBeGreaterThan(0.5);
    });

    it("after a sudden strong change with plenty of data the window wins and all data is worst of the three", () => {
      const result = race({ ...preset("sudden-plenty"), world, seed });
      expect(lead(result, "window")).toBeGreaterThan(8 * unit);
      expect(result.window.winShare).toBeGreaterThan(0.7);
      expect(result.all.errorSinceChange).toBeGreaterThan(result.weighted.errorSinceChange + 8 * unit);
    });

    it("after a sudden change with little data the weighted one wins", () => {
      const result = race({ ...preset("sudden-little"), world, seed });
      expect(lead(result, "weighted")).toBeGreaterThan(3 * unit);
      expect(result.weighted.winShare).toBeGreaterThan(0.5);
    });

    it("when old and new alternate, forgetting everything loses to both that remember", () => {
      const result = race({ ...preset("recurring"), world, seed });
      expect(result.window.errorSinceChange).toBeGreaterThan(result.all.errorSinceChange + 5 * unit);
      expect(result.window.errorSinceChange).toBeGreaterThan(result.weighted.errorSinceChange + 5 * unit);
      expect(result.window.winShare).toBeLessThan(0.3);
    });

    it("later labels hurt all three", () => {
      const soon = race({ world, seed, shape: "sudden", examplesPerMonth: 30, labelDelay: 0 });
      const late = race({ world, seed, shape: "sudden", examplesPerMonth: 30, labelDelay: 3 });
      for (const name of retrained)
        expect(late[name].errorSinceChange).toBeGreaterThan(soon[name].errorSinceChange + 3 * unit);
    });
  });

  it("a slow slide with enough data favours the window as well (houses)", () => {
    const result = race({ ...preset("slow-slide"), seed });
    expect(lead(result, "window")).toBeGreaterThan(0.5);
  });

  describe("weather", () => {
    it("seasons alone are no reason to forget: all data and weighted beat the window", () => {
      const result = race({ ...preset("stable"), world: "weather", seed });
      expect(result.window.errorSinceChange).toBeGreaterThan(result.all.errorSinceChange + 0.1);
      expect(result.window.errorSinceChange).toBeGreaterThan(result.weighted.errorSinceChange + 0.1);
    });

    it("after the station has moved, the weighted one is ahead of the window, and never retraining is worst", () => {
      const result = race({ ...preset("weather"), seed });
      expect(result.window.errorSinceChange).toBeGreaterThan(result.weighted.errorSinceChange + 0.1);
      for (const name of retrained)
        expect(result.never.errorSinceChange).toBeGreaterThan(result[name].errorSinceChange + 0.3);
    });

    it("later labels hurt all three", () => {
      const soon = race({ ...preset("weather"), seed, labelDelay: 0 });
      const late = race({ ...preset("weather"), seed, labelDelay: 3 });
      for (const name of retrained) expect(late[name].errorSinceChange).toBeGreaterThan(soon[name].errorSinceChange);
    });
  });
});
