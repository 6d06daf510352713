/** The numbers in lesson 6: each computed from the settings that stand beside it, over several seeds where it comes from a run. */

import { beforeAll, describe, expect, it } from "vitest";
import { memories } from "@/lessons/retraining/memories";
import { effectiveSampleSize } from "@/simulations/core/statistics/effective-sample-size";
import { signTest } from "@/simulations/core/statistics/lead";
import { monthWeights } from "@/simulations/core/statistics/month-weights";
import { quantile } from "@/simulations/core/statistics/quantile";
import { houseFeatures } from "@/simulations/core/worlds/houses";
import { cast } from "@/simulations/course/cast";
import { costChart } from "@/simulations/retraining/chart";
import { contestOf } from "@/simulations/retraining/contest";
import { run } from "@/simulations/retraining/engine";
import { monthsBefore, type RetrainingFrame, strategyNames } from "@/simulations/retraining/frames";
import { knobs, presets, type RetrainingValues } from "@/simulations/retraining/knobs";
import { mapExamples, mapStrengths, replicasPerCell } from "@/simulations/retraining/map-cells";
import { weightedWorth } from "@/simulations/retraining/meaning";
import { resultsOf } from "@/simulations/retraining/results";
import type { Run } from "@/simulations/runtime/experiment-state";
import { defaultsOf } from "@/simulations/runtime/knobs";
import { chunksOf } from "@/simulations/runtime/simulation";
import { claimSeeds } from "../claims/seeds";
import { startWasm } from "../core/models/backend-for-tests";
import { piecesOf, sourceOf, treeOf } from "./read-lesson";

const source = sourceOf("retraining").replace(/\s+/g, " ");
const says = (text: string) => expect(source).toContain(text);

const race = {
  ...defaultsOf(knobs),
  ...(piecesOf(treeOf("retraining"), "Retraining").find(({ attributes }) => attributes.id === "race")!.attributes
    .original as object),
} as RetrainingValues;
const seeds = claimSeeds();
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

const runs = new Map<number, RetrainingFrame[]>();
const errors = (seed: number, name: (typeof strategyNames)[number], month: number): number[] =>
  runs.get(seed)!.flatMap(({ moment, replicas, errors: all }) => {
    const size = replicas.to - replicas.from;
    const s = strategyNames.indexOf(name);
    return moment === month ? Array.from(all.subarray(s * size, (s + 1) * size)) : [];
  });

beforeAll(async () => {
  await startWasm();
  for (const seed of seeds) {
    const values = { ...race, seed };
    runs.set(
      seed,
      chunksOf(values.replicas).flatMap((range) => [...run(values, range)]),
    );
  }
});

describe("what lesson 6 says of its first experiment", () => {
  it("is about 10 houses a month, strength 2, month 12 and a noise of 20 thousand euros", () => {
    expect(race).toMatchObject({ examplesPerMonth: 10, strength: 2, onset: 12, noise: 20, replicas: 32 });
    expect(race).toMatchObject({ world: "houses", window: 3, halfLife: 3, months: 24 });
  });

  it("has an error of about 21 thousand euros at the end of the first year, with all data", () => {
    says("its typical error is about 21 thousand euros");
    const medians = seeds.map((seed) => quantile(errors(seed, "all", 11), 0.5));
    expect(mean(medians)).toBeGreaterThan(20.5);
    expect(mean(medians)).toBeLessThan(21.7);
  });

  it("has about 25 replicas of 32 in which weighted is cheapest, though the lines of the costs overlap", () => {
    says("weighted is cheapest in about 25 of 32 replicas");
    const counts = seeds.map((seed) => contestOf(runs.get(seed)!, race)!.shares[strategyNames.indexOf("weighted")]!);
    expect(mean(counts)).toBeGreaterThan(23);
    expect(mean(counts)).toBeLessThan(27.5);
    for (const seed of seeds) {
      const shown = { values: race, frames: runs.get(seed)! } as unknown as Run<RetrainingFrame>;
      const rows = costChart(resultsOf(shown))!.rows;
      const of = (role: string) => rows.find((row) => row.role === role)!;
      expect(of(cast.window).low).toBeLessThan(of(cast.weighted).high);
    }
  });

  it("has the window above weighted in the months before the change", () => {
    for (const seed of seeds)
      for (let month = 4; month < race.onset; month++)
        expect(quantile(errors(seed, "window", month), 0.5)).toBeGreaterThan(
          quantile(errors(seed, "weighted", month), 0.5),
        );
  });

  it("has a change after 15 months of data", () => {
    says("the change comes after 15 months of data, so it takes 15 more months");
    expect(monthsBefore + race.onset).toBe(15);
  });
});

describe("what lesson 6 says of weights", () => {
  it("draws the weights that the experiment uses", () => {
    for (const { role, weight } of memories) {
      const real = monthWeights(role, 24, { ...race, before: monthsBefore });
      const drawn = Array.from({ length: real.length }, (_, i) => weight(i - monthsBefore));
      drawn.forEach((height, i) => {
        expect(height, `${role}, month ${i - monthsBefore}`).toBeCloseTo(real[i]!, 6);
      });
    }
  });

  it("counts 30 and 87 examples, 13 coefficients, 76 % and 18 %", () => {
    says("a window of three months holds 30 examples");
    says("87 examples after two years");
    const windowed = monthWeights("window", 23, { ...race, before: monthsBefore });
    expect(race.examplesPerMonth * effectiveSampleSize(windowed)).toBe(30);
    expect(Math.round(weightedWorth(race))).toBe(87);
    const coefficients = houseFeatures.length + 1;
    expect(coefficients).toBe(13);
    const fraction = (n: number) => Math.round((100 * coefficients) / (n - coefficients));
    says(`this is ${fraction(30)} % for 30 examples and ${fraction(87)} % for 87 examples`);
  });

  it("is near what the models do: the window's squared error before the change is about 76 % above the noise", () => {
    const excess = seeds.map((seed) => {
      const squares = Array.from({ length: 8 }, (_, i) => errors(seed, "window", i + 4))
        .flat()
        .map((error) => (error / race.noise) ** 2 - 1);
      return mean(squares);
    });
    expect(mean(excess)).toBeGreaterThan(0.55);
    expect(mean(excess)).toBeLessThan(0.95);
  });

  it("divides the variance by more than ten where examples are ten times as many", () => {
    const fraction = (n: number) => 13 / (n - 13);
    expect(fraction(30) / fraction(300)).toBeGreaterThan(10);
    expect(presets["sudden-plenty"].values).toMatchObject({ strength: 3, examplesPerMonth: 100 });
  });

  it("asks for an effective sample size of 60", () => {
    const asked = piecesOf(treeOf("retraining"), "Checkpoint").find(({ attributes }) => attributes.answer)!.attributes;
    const weights = Array.from({ length: 60 }, (_, age) => 0.5 ** age);
    expect(20 * effectiveSampleSize(weights)).toBeCloseTo((asked.answer as { value: number }).value, 6);
  });
});

describe("what lesson 6 says of leads", () => {
  it("has the chances of a fair coin", () => {
    says(
      "a result at least as uneven as 24 to 8 comes up in 0.7 % of all cases. A result at least as uneven as 18 to 14 comes up in 60 %",
    );
    expect(signTest(24, 8)).toBeCloseTo(0.007, 3);
    expect(signTest(18, 14)).toBeCloseTo(0.6, 2);
  });

  it("needs 23 to 9 of 32, and 13 to 3 of the 16 replicas of a cell", () => {
    says("a lead needs 23 to 9 or more, with the 16 replicas of a map cell 13 to 3 or more");
    expect(signTest(23, 9)).toBeLessThan(0.05);
    expect(signTest(22, 10)).toBeGreaterThan(0.05);
    expect(signTest(13, 3)).toBeLessThan(0.05);
    expect(signTest(12, 4)).toBeGreaterThan(0.05);
  });

  it("describes the map as it is: 81 cells of 16 replicas", () => {
    says("81 pairs of these settings in your browser, with 16 replicas each");
    expect(mapStrengths.length * mapExamples.length).toBe(81);
    expect(replicasPerCell).toBe(16);
  });
});
