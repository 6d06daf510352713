import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AnyValues, defaultsOf } from "@/simulations/runtime/knobs";
import { run } from "@/simulations/serving/engine";
import { knobs, presets, type ServingValues } from "@/simulations/serving/knobs";
import { batchCosts } from "@/simulations/serving/load";
import { summarize } from "@/simulations/serving/summary";
import { drawValues } from "../draw-knob";

const anyValues = drawValues(knobs).map(
  (values: AnyValues) => ({ ...values, requests: 1000, replicas: 1 }) as unknown as ServingValues,
);

const shares = ["utilisation", "partUtilisation", "namedShare", "singledOutShare", "driftP", "calmP"] as const;

describe("the serving bench with any legal knobs", () => {
  it("runs, and no share leaves 0 to 1", () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const frames = [...run(values, { from: 0, to: 1 })];
        for (const frame of frames) {
          for (const name of shares) {
            expect(frame[name][0]).toBeGreaterThanOrEqual(0);
            expect(frame[name][0]).toBeLessThanOrEqual(1);
          }
          expect(frame.inSystem[0]).toBeGreaterThanOrEqual(0);
        }
        expect(JSON.stringify(summarize(frames, values))).not.toContain("NaN");
      }),
      { numRuns: 60 },
    );
  });

  it("splits a request's time without rounding below 0, at every step of the knobs", () => {
    const values = { ...defaultsOf(knobs), ...presets["edge-outage"].values } as ServingValues;
    for (let tenth = 1; tenth <= 10_000; tenth++)
      for (const setupShare of [0, 5, 95, 100]) {
        const { base, perItem } = batchCosts({ ...values, serviceMs: tenth / 10, setupShare });
        if (!(base >= 0 && perItem >= 0)) throw new Error(`${tenth / 10} ms, ${setupShare} %: ${base}, ${perItem}`);
      }
    expect(batchCosts({ ...values, serviceMs: 2.3, setupShare: 100 }).perItem).toBe(0);
    expect(run({ ...values, serviceMs: 2.3, setupShare: 100, requests: 1000 }, { from: 0, to: 1 }).next().done).toBe(
      false,
    );
  });
});
