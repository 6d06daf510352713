/**
 * The claims of lesson 14. Each seed is a whole run of 32 replicas; margins are several standard errors of a median over
 * them, and what is paired (the same training cases weighted otherwise) is compared pair by pair.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { binormalAveragePrecision, binormalBestThreshold, binormalRocAuc } from "@/simulations/core/metrics/binormal";
import { quantile } from "@/simulations/core/statistics/quantile";
import { defaultsOf } from "@/simulations/runtime/knobs";
import { chunksOf } from "@/simulations/runtime/simulation";
import { calibrationBins } from "@/simulations/skew/calibration";
import { run } from "@/simulations/skew/engine";
import type { SkewFrame } from "@/simulations/skew/frames";
import { knobs, presets, type SkewValues } from "@/simulations/skew/knobs";
import { bestThresholds, kindsAt } from "@/simulations/skew/scores";
import { type SkewSummary, summarize } from "@/simulations/skew/summary";
import { startWasm } from "../core/models/backend-for-tests";
import { claimSeeds } from "./seeds";

interface Result extends SkewSummary {
  readonly frames: readonly SkewFrame[];
  /** Median share answered rightly, by kind. */
  readonly right: Readonly<Record<string, number>>;
}

async function judge(values: Partial<SkewValues>): Promise<Result> {
  const all = { ...defaultsOf(knobs), ...values } as SkewValues;
  const frames: SkewFrame[] = [];
  for (const range of chunksOf(all.replicas)) for await (const frame of run(all, range)) frames.push(frame);
  const right = kindsAt(frames, all.threshold).map((kind) => {
    const shares = kind.cases.flatMap((cases, r) => (cases > 0 ? [kind.right[r]! / cases] : []));
    return [kind.name, quantile(shares, 0.5)];
  });
  return { ...(summarize(frames, all) as SkewSummary), frames, right: Object.fromEntries(right) };
}

const preset = (name: keyof typeof presets) => presets[name].values as Partial<SkewValues>;
const separation = 1.5;
/** Enough for what is compared pair by pair or far apart. */
const replicas = 12;

beforeAll(startWasm);

describe.each(claimSeeds())("seed %i", (seed) => {
  it("as positives get rarer the constant gets more accurate, the area under the ROC curve stays and average precision falls from .854 to .016", async () => {
    for (const [prevalence, margin] of [
      [0.5, 0.008],
      [0.1, 0.02],
      [0.01, 0.02],
      [0.001, 0.006],
    ] as const) {
      const { model, constant } = await judge({ seed, prevalence, separation });
      expect(constant.accuracy).toBeCloseTo(1 - prevalence, 12);
      expect(constant).toMatchObject({ recall: 0, f1: 0, mcc: 0, balancedAccuracy: 0.5 });
      expect(Math.abs(model.rocAuc - binormalRocAuc(separation))).toBeLessThan(0.008);
      expect(Math.abs(model.averagePrecision - binormalAveragePrecision(separation, prevalence))).toBeLessThan(margin);
    }
  });

  it("at one in a hundred a threshold of one half catches next to nothing, and accuracy is that of the constant", async () => {
    const { model, constant } = await judge({ seed, ...preset("one-in-a-hundred") });
    expect(model.recall).toBeLessThan(0.05);
    expect(Math.abs(model.accuracy - constant.accuracy)).toBeLessThan(0.001);
    expect(model.rocAuc).toBeGreaterThan(0.8);
  });

  it("class weights and resampling move the threshold, not the ROC curve", async () => {
    const plain = await judge({ seed, prevalence: 0.01, threshold: 0.01 });
    const costs = { seed, prevalence: 0.01, threshold: 0.5 };
    const unweighted = await judge(costs);
    for (const cure of [{ classWeight: 99 }, { sampling: "over" }, { sampling: "under" }] as const) {
      const cured = await judge({ ...costs, ...cure });
      const differences = cured.frames.flatMap((frame, f) =>
        Array.from(frame.rocAuc, (area, r) => area - plain.frames[f]!.rocAuc[r]!),
      );
      expect(Math.abs(quantile(differences, 0.5))).toBeLessThan(0.004);
      expect(cured.model.recall).toBeGreaterThan(unweighted.model.recall + 0.6);
      // The same decisions: a threshold of one half with a weight of 99, of 1/(1 + 99) without.
      expect(Math.abs(cured.model.recall - plain.model.recall)).toBeLessThan(0.03);
      expect(cured.bestThreshold).toBeGreaterThan(unweighted.bestThreshold + 0.5);
      expect(Math.abs(cured.costAtBest / unweighted.costAtBest - 1)).toBeLessThan(0.03);
    }
  });

  it("the best threshold moves with the cost of a miss, near 1/(1 + c), and costs what theory says", async () => {
    let last = 1;
    for (const missCost of [5, 20, 100, 500]) {
      const { bestThreshold, costAtBest } = await judge({ seed, prevalence: 0.01, separation, missCost });
      expect(bestThreshold).toBeLessThan(last);
      // The cost is flat around its lowest point, and thresholds lie 0.001 apart.
      const theory = 1 / (1 + missCost);
      expect(Math.abs(bestThreshold - theory)).toBeLessThan(0.35 * theory + 0.001);
      const { expectedCost } = binormalBestThreshold(separation, 0.01, missCost);
      expect(Math.abs(costAtBest / expectedCost - 1)).toBeLessThan(0.08);
      last = bestThreshold;
    }
  });

  it("at the threshold that theory names the model costs clearly less than both constants", async () => {
    const { model, costAtBest } = await judge({ seed, ...preset("expensive-miss") });
    const cost = 0.01 * 100 * (1 - model.recall) + 0.99 * (1 - (model.accuracy - 0.01 * model.recall) / 0.99);
    expect(cost).toBeLessThan(0.6);
    expect(costAtBest).toBeLessThan(0.6);
  });

  it("with as many positives as negatives accuracy and F1 agree that the model knows something", async () => {
    const { model, constant } = await judge({ seed, ...preset("balanced") });
    expect(model.accuracy).toBeGreaterThan(constant.accuracy + 0.2);
    expect(Math.abs(model.accuracy - model.f1)).toBeLessThan(0.02);
  });

  it("the rarest kind of fraud is caught far less often than frauds on the whole", async () => {
    const { right, model } = await judge({ seed, prevalence: 0.01, threshold: 0.01 });
    expect(right["taken-over account"]).toBeLessThan(model.recall - 0.4);
    expect(right["tested card number"]).toBeGreaterThan(model.recall + 0.1);
  });

  it("on real e-mails the constant is nearly as accurate, and messages that look like spam pay for catching more", async () => {
    const strict = await judge({ seed, ...preset("messages") });
    expect(strict.model.accuracy - strict.constant.accuracy).toBeLessThan(0.006);
    expect(strict.model.rocAuc).toBeGreaterThan(0.93);
    const eager = await judge({ seed, ...preset("messages"), threshold: 0.01 });
    expect(eager.model.recall).toBeGreaterThan(strict.model.recall + 0.2);
    expect(eager.right["message that looks like spam"]).toBeLessThan(eager.right["ordinary message"]! - 0.15);
  });

  it("other classes and real e-mails bear it out too: rarer positives leave the ROC curve and lower average precision", async () => {
    for (const world of [{ separation: 0.7 }, { separation: 3 }, { data: "messages" }] as const) {
      const often = await judge({ seed, ...world, prevalence: 0.1, replicas });
      const rarely = await judge({ seed, ...world, prevalence: 0.01, replicas });
      expect(Math.abs(rarely.model.rocAuc - often.model.rocAuc)).toBeLessThan(0.015);
      expect(rarely.model.averagePrecision / often.model.averagePrecision).toBeLessThan(0.85);
    }
  });

  it("other shares and separations bear out that weights move scores only; on e-mails average precision falls a little", async () => {
    for (const world of [
      { prevalence: 0.1, separation: 1.5 },
      { prevalence: 0.01, separation: 0.7 },
      { prevalence: 0.01, separation: 3 },
      { prevalence: 0.01, data: "messages" },
    ] as const) {
      const simulated = !("data" in world);
      const size = simulated ? replicas : 2 * replicas;
      const plain = await judge({ seed, ...world, replicas: size });
      const weighted = await judge({
        seed,
        ...world,
        replicas: size,
        classWeight: Math.round((1 - world.prevalence) / world.prevalence),
      });
      const change = (name: "rocAuc" | "averagePrecision") =>
        quantile(
          weighted.frames.flatMap((frame, f) =>
            Array.from(frame[name], (value, r) => value - plain.frames[f]![name][r]!),
          ),
          0.5,
        );
      expect(Math.abs(change("rocAuc"))).toBeLessThan(simulated ? 0.004 : 0.012);
      if (simulated) {
        expect(Math.abs(change("averagePrecision"))).toBeLessThan(0.01);
        const costs = bestThresholds(plain.frames, 20).map(({ cost }) => cost);
        const ratios = bestThresholds(weighted.frames, 20).map(({ cost }, r) => cost / costs[r]!);
        expect(Math.abs(quantile(ratios, 0.5) - 1)).toBeLessThan(0.05);
      } else expect(change("averagePrecision")).toBeLessThan(0);
      const bins = calibrationBins(weighted.frames);
      const promisesTooMuch = bins.filter(
        ({ predicted, shares }) => quantile(shares.filter(Number.isFinite), 0.5) < predicted,
      );
      expect(promisesTooMuch.length / bins.length).toBeGreaterThan(0.9);
    }
  });

  it("other shares and separations bear out 1/(1 + c); the e-mails’ probabilities are only nearly calibrated", async () => {
    const theory = 1 / (1 + 20);
    for (const world of [
      { prevalence: 0.1, separation: 1.5 },
      { prevalence: 0.01, separation: 0.7 },
      { prevalence: 0.01, separation: 3 },
      { prevalence: 0.3, separation: 1 },
    ]) {
      const { bestThreshold } = await judge({ seed, ...world, missCost: 20, replicas });
      expect(Math.abs(bestThreshold / theory - 1)).toBeLessThan(0.4);
    }
    const { bestThreshold } = await judge({ seed, data: "messages", prevalence: 0.01, missCost: 100 });
    expect(bestThreshold * 101).toBeGreaterThan(0.9);
    expect(bestThreshold * 101).toBeLessThan(2);
  });
});
