/** What lesson 8 says of degrees of automation: the last line of its recap, on five seeds, under prices that try to break it. */
import { beforeAll, describe, expect, it } from "vitest";
import { degreeNames, momentOf, thresholdOf } from "@/simulations/automation/frames";
import { type AutomationValues, presets } from "@/simulations/automation/knobs";
import { valuesAt } from "@/simulations/automation/summary";
import { leadOf, tally } from "@/simulations/core/statistics/lead";
import { startWasm } from "../core/models/backend-for-tests";
import { automate, automationFrames, mean } from "./deployment-runs";
import { claimSeeds } from "./seeds";

type Given = Partial<AutomationValues>;
const replicas = 16;
const preset = (name: keyof typeof presets): Given => presets[name].values as Given;

beforeAll(startWasm);

describe.each(claimSeeds())("seed %i", (seed) => {
  /** The degree that costs least at a threshold, by the one rule for leads. */
  const cheapest = (given: Given, threshold: number) => {
    const frames = automationFrames({ ...given, threshold, replicas, seed });
    const { leader } = leadOf(tally(degreeNames.map((name) => valuesAt(frames, momentOf(threshold), "cost", name))));
    return leader === undefined ? undefined : degreeNames[leader];
  };
  const best = (given: Given) => automate({ ...given, replicas, seed }).bestThreshold;

  it("each price has its degree: full when mistakes are cheap, assistance when they are very expensive, partial between", () => {
    expect(cheapest(preset("cheap-mistakes"), 90)).toBe("full");
    expect(cheapest(preset("dear-mistakes"), 98)).toBe("assistance");
    expect(cheapest(preset("middle"), 94)).toBe("partial");
    expect(automate({ ...preset("middle"), replicas, seed }).partialBeatsBothShare).toBeGreaterThan(0.9);
    // Reviews that cost nothing, and inspectors who are always right: nothing is left for the model to decide.
    expect(automate({ reviewCost: 0.01, humanAccuracy: 100, mistakeCost: 100, replicas, seed }).bestThreshold).toBe(
      100,
    );
  });

  it("the best threshold rises with the price of a mistake and falls with that of a review and with poorer inspectors", () => {
    const byMistake = [1, 3, 10, 30].map((mistakeCost) => best({ mistakeCost }));
    expect(byMistake).toEqual([...byMistake].sort((a, b) => a - b));
    expect(byMistake.at(-1)! - byMistake[0]!).toBeGreaterThanOrEqual(8);
    const byReview = [0.1, 0.5, 2].map((reviewCost) => best({ reviewCost }));
    expect(byReview).toEqual([...byReview].sort((a, b) => b - a));
    expect(byReview[0]! - byReview.at(-1)!).toBeGreaterThanOrEqual(8);
    expect(best({ humanAccuracy: 85 })).toBeLessThan(best({ humanAccuracy: 99 }));
  });

  it("the best threshold lies near the inspectors' accuracy less the price of a review in mistakes", () => {
    for (const [mistakeCost, reviewCost, humanAccuracy] of [
      [10, 0.2, 97],
      [5, 0.5, 99],
      [10, 0.2, 90],
    ] as const) {
      const expected = humanAccuracy - (100 * reviewCost) / mistakeCost;
      expect(Math.abs(best({ mistakeCost, reviewCost, humanAccuracy }) - expected)).toBeLessThanOrEqual(5);
    }
  });

  it("errors and cost of partial automation fall and rise with the threshold, its time only rises", () => {
    const frames = automationFrames({ replicas, seed });
    const line = (name: "error" | "cost" | "delaySeconds") =>
      Array.from({ length: 26 }, (_, moment) => mean(valuesAt(frames, moment, name, "partial")));
    for (const name of ["error", "cost"] as const) {
      const values = line(name);
      const lowest = thresholdOf(values.indexOf(Math.min(...values)));
      expect(lowest).toBeGreaterThan(85);
      expect(lowest).toBeLessThan(100);
      expect(values[0]).toBeGreaterThan(1.5 * Math.min(...values));
      expect(values.at(-1)).toBeGreaterThan(1.5 * Math.min(...values));
    }
    const times = line("delaySeconds");
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  it("with too few inspectors only partial and full automation keep up", () => {
    const few = automate({ ...preset("too-few-inspectors"), replicas, seed });
    expect(few.degrees.filter(({ overloaded }) => overloaded).map(({ name }) => name)).toEqual([
      "human",
      "shadow",
      "assistance",
    ]);
  });
});
