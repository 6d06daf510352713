import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  judgeMeasurement,
  type MeasurementPhase,
  parseCondition,
  recordMeasurement,
  startMetric,
} from "@/simulations/core/serving/analysis";
import { flaggerTimeline } from "@/simulations/core/serving/flagger";
import { approximateWeight } from "@/simulations/core/serving/replicas";

const phases = fc.constantFrom<MeasurementPhase>("Successful", "Failed", "Inconclusive", "Error");

describe("analysis", () => {
  test("a value below the success condition fails, and one that cannot be had is an error", () => {
    expect(judgeMeasurement({ successCondition: ">= 0.95" }, 0.93)).toBe("Failed");
    expect(judgeMeasurement({ successCondition: ">= 0.95" }, null)).toBe("Error");
    expect(judgeMeasurement({ successCondition: "<= 1", failureCondition: ">= 1" }, 1)).toBe("Failed");
  });

  test.each(["result[0] < 1", "< one", "", "1 < 2", "< 1; alert(1)"])("refuses the condition %j", (text) => {
    expect(() => parseCondition(text)).toThrow(/comparison with a number/);
  });

  test("a metric fails at the failure after its limit and stays failed", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5 }), fc.array(phases, { maxLength: 40 }), (failureLimit, measurements) => {
        const spec = { name: "m", interval: 60, failureLimit, inconclusiveLimit: 99, consecutiveErrorLimit: 99 };
        let run = startMetric();
        let failures = 0;
        for (const measurement of measurements) {
          run = recordMeasurement(spec, run, measurement);
          failures += Number(measurement === "Failed");
          expect(run.phase).toBe(failures > failureLimit ? "Failed" : "Running");
        }
      }),
    );
  });

  test("errors take no place in the count", () => {
    const spec = { name: "m", interval: 60, count: 2 };
    const run = (["Successful", "Error", "Error", "Successful"] as const).reduce(
      (state, measurement) => recordMeasurement(spec, state, measurement),
      startMetric(),
    );
    expect(run).toMatchObject({ phase: "Successful", successful: 2, errors: 2 });
  });
});

describe("flagger's loop", () => {
  test("rolls back exactly when failed checks reach the threshold before the last weight passes", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("P", "F"), { maxLength: 30 }),
        fc.integer({ min: 1, max: 5 }),
        (letters, threshold) => {
          const timeline = flaggerTimeline(letters.join(""), { stepWeight: 25, maxWeight: 75, threshold });
          // Three weights and the check that promotes.
          const promotedAt = letters.findIndex(
            (_, i) => letters.slice(0, i + 1).filter((letter) => letter === "P").length === 3,
          );
          const failures = letters
            .slice(0, promotedAt < 0 ? undefined : promotedAt)
            .filter((letter) => letter === "F").length;
          const end = failures >= threshold ? "Failed" : promotedAt >= 0 ? "Succeeded" : "Progressing";
          expect(timeline.at(-1)!.phase).toBe(end);
        },
      ),
    );
  });
});

describe("instances instead of weights", () => {
  test("ten instances hold one new one at 5 percent", () => {
    expect(approximateWeight(10, 0, 5)).toEqual({ canary: 1, stable: 9 });
  });

  test("never more than the fleet and its surge, and both versions live between 1 and 99 percent when a surge is allowed", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 0, max: 2 }),
        fc.integer({ min: 0, max: 100 }),
        (replicas, surge, weight) => {
          const { canary, stable } = approximateWeight(replicas, surge, weight);
          expect([replicas, replicas + Math.min(surge, 1)]).toContain(canary + stable);
          if (surge > 0 && weight > 0 && weight < 100) expect(Math.min(canary, stable)).toBeGreaterThanOrEqual(1);
        },
      ),
    );
  });
});
