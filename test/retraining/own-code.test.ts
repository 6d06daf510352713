/** A strategy of the reader's own: the same race, on the same draws, and the challenges that can be won with it. */
import { beforeAll, describe, expect, it } from "vitest";
import { createEngine } from "@/simulations/retraining/engine";
import type { RetrainingFrame } from "@/simulations/retraining/frames";
import { knobs, presets, type RetrainingValues } from "@/simulations/retraining/knobs";
import { ownCode } from "@/simulations/retraining/own-code";
import { resultsOf } from "@/simulations/retraining/results";
import type { Run } from "@/simulations/runtime/experiment-state";
import { defaultsOf } from "@/simulations/runtime/knobs";
import type { Interpret } from "@/simulations/runtime/own-code";
import { chunksOf, framesOf } from "@/simulations/runtime/simulation";
import { interpretInNode } from "@/simulations/sandbox/node";
import { claimSeeds } from "../claims/seeds";
import { startWasm } from "../core/models/backend-for-tests";

const valuesOf = (values: Partial<RetrainingValues>) => ({ ...defaultsOf(knobs), ...values }) as RetrainingValues;

async function race(values: RetrainingValues, interpret: Interpret = interpretInNode): Promise<RetrainingFrame[]> {
  const engine = createEngine({ interpret });
  const ranges = await Promise.all(chunksOf(values.replicas).map((range) => framesOf(engine, values, range)));
  return ranges.flat();
}

/** Errors and weights of the strategy at a place. */
const read = ({ errors, weights, strategies, replicas, moment }: RetrainingFrame, s: number) => {
  const size = replicas.to - replicas.from;
  const past = weights.length / strategies.length;
  return {
    moment,
    errors: errors.subarray(s * size, (s + 1) * size),
    weights: weights.subarray(s * past, (s + 1) * past),
  };
};

beforeAll(startWasm);

describe("the course's own strategies, written as code", () => {
  it.each([
    ["all data", 1, "function weight() { return 7; }", { world: "houses" }],
    ["weighted", 2, "const weight = (age) => 2 ** (-age / 3);", { world: "houses", labelDelay: 2 }],
    ["the window", 3, "const weight = (age) => (age < 3 ? 1 : 0);", { world: "houses" }],
    ["the window of queries", 3, "const weight = (age) => (age < 3 ? 1 : 0);", { world: "queries", labelDelay: 1 }],
  ] as const)("%s", async (_, s, rule, settings) => {
    const frames = await race(valuesOf({ ...settings, rule, replicas: 2, months: 14 }));
    expect(frames).toHaveLength(14);
    for (const frame of frames) {
      expect(frame.strategies).toEqual(["never", "all", "weighted", "window", "yours"]);
      const [course, own] = [read(frame, s), read(frame, 4)];
      for (const [m, weight] of own.weights.entries())
        expect(weight).toBeCloseTo(course.weights[m]! / Math.max(...course.weights), 6);
      for (const [r, error] of own.errors.entries()) expect(error).toBeCloseTo(course.errors[r]!, 3);
    }
  });

  it("leaves the others' figures as they are", async () => {
    const settings = { replicas: 2, months: 14 };
    const [without, withOwn] = [
      await race(valuesOf(settings)),
      await race(valuesOf({ ...settings, rule: "const weight = () => 1;" })),
    ];
    for (const [i, frame] of without.entries())
      for (let s = 0; s < 4; s++) expect(read(withOwn[i]!, s).errors).toEqual(read(frame, s).errors);
  });
});

it("asks the code once a run, for every age of a labelled month, whatever the number of replicas", async () => {
  let asked = 0;
  let calls = 0;
  const interpret: Interpret = (job) => {
    asked++;
    if (job.calls.kind === "rows") {
      calls = job.calls.columns[0]!.length;
      expect(Math.min(...job.calls.columns[0]!)).toBe(0);
    }
    return interpretInNode(job);
  };
  await race(valuesOf({ rule: "const weight = () => 1;", replicas: 32, months: 10, examplesPerMonth: 5 }), interpret);
  expect(asked).toBe(1);
  // Three months before the release, and one more each month.
  expect(calls).toBe(Array.from({ length: 10 }, (_, month) => 3 + month).reduce((sum, count) => sum + count));
});

it("refuses a month in which nothing has weight, and names it", async () => {
  const rule = "const weight = (age, month) => (month < 4 ? 1 : 0);";
  await expect(race(valuesOf({ rule, replicas: 1 }))).rejects.toThrow(
    "In month 4 your function gives every month the weight 0. At least one must be above 0.",
  );
});

describe.each(ownCode.challenges)("the challenge $id", ({ preset, solution, isReached, hint }) => {
  const reached = async (rule: string, seed: number) => {
    const values = valuesOf({ ...(presets as Record<string, { values: object }>)[preset]!.values, rule, seed });
    const frames = await race(values);
    const run = {
      values,
      frames,
      replicas: 32,
      replicasDone: 32,
      complete: true,
      elapsedMs: 0,
    } as Run<RetrainingFrame>;
    return isReached(resultsOf(run), values);
  };

  it.each(claimSeeds())(
    "is reached by its solution and not by the code that the cell opens with (seed %i)",
    async (seed) => {
      expect(await reached(solution, seed)).toBe(true);
      expect(await reached(ownCode.original, seed)).toBe(false);
    },
  );

  it("has a hint that is not the solution", () => {
    expect(hint).not.toContain("function");
    expect(hint.length).toBeGreaterThan(40);
  });
});

it("tries the code on ages of early and late months", async () => {
  const calls = ownCode.trial(valuesOf({ months: 24 }));
  if (calls.kind !== "rows") throw new Error("the race calls row by row");
  expect(Math.max(...calls.columns[0]!)).toBe(25);
  expect(new Set(calls.columns[1])).toEqual(new Set([0, 1, 12, 23]));
});
