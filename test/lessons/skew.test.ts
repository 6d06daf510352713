/** The numbers in lesson 14: each computed from the settings that stand beside it, over several seeds where it comes from a run. */
import { beforeAll, describe, expect, it } from "vitest";
import { binormalAveragePrecision, binormalRocAuc } from "@/simulations/core/metrics/binormal";
import { binaryMetrics } from "@/simulations/core/metrics/threshold-metrics";
import { quantile } from "@/simulations/core/statistics/quantile";
import { wilsonInterval } from "@/simulations/core/statistics/wilson";
import { messages } from "@/simulations/core/worlds/messages";
import { takeoverShare } from "@/simulations/core/worlds/transactions";
import { defaultsOf } from "@/simulations/runtime/knobs";
import { chunksOf } from "@/simulations/runtime/simulation";
import { calibrationBins } from "@/simulations/skew/calibration";
import { run } from "@/simulations/skew/engine";
import type { SkewFrame } from "@/simulations/skew/frames";
import { knobs, presets, type SkewValues } from "@/simulations/skew/knobs";
import { costOf, countsAt, kindsAt, metricsAt } from "@/simulations/skew/scores";
import { type SkewSummary, summarize } from "@/simulations/skew/summary";
import { claimSeeds } from "../claims/seeds";
import { startWasm } from "../core/models/backend-for-tests";
import { piecesOf, sourceOf, treeOf } from "./read-lesson";

const source = sourceOf("skew").replace(/\s+/g, " ");
const tree = treeOf("skew");
const says = (text: string) => expect(source).toContain(text);
const originalOf = (id: string) =>
  ({
    ...defaultsOf(knobs),
    ...(piecesOf(tree, "Skew").find(({ attributes }) => attributes.id === id)!.attributes.original as object),
  }) as SkewValues;
const zero = originalOf("zero");
const mail = originalOf("mail");
const answerTo = (start: string) =>
  piecesOf(tree, "Checkpoint").find(({ attributes }) => String(attributes.question).startsWith(start))!.attributes
    .answer as { value: number; tolerance: number };

describe("what lesson 14 computes by hand", () => {
  it("has the metrics of 20,000 payments with 200 frauds, 400 alarms, 100 of them correct", () => {
    says("20,000 payments, 200 of them frauds. A model raises 400 alarms, and 100 of these are correct");
    const metrics = binaryMetrics({ tp: 100, fp: 300, fn: 100, tn: 19_500 });
    expect(metrics).toMatchObject({ precision: 0.25, recall: 0.5, accuracy: 0.98 });
    expect(metrics.f1).toBeCloseTo(0.333, 3);
    says("100 of the first and 19,500 of the second");
  });

  it("has 492 frauds in 284,807 payments as 0.17 %", () => {
    says("492 of 284,807 payments are frauds: 0.17 %");
    expect(((492 / 284_807) * 100).toFixed(2)).toBe("0.17");
  });

  it("has a table of the best possible ranking", () => {
    for (const prevalence of [0.5, 0.1, 0.01, 0.001]) {
      const auc = binormalRocAuc(zero.separation).toFixed(3);
      const precision = binormalAveragePrecision(zero.separation, prevalence).toFixed(3);
      says(`| ${prevalence} | ${auc} | ${precision} |`);
    }
    says("999 false alarms, against at most 100 correct ones");
    expect(0.01 * (100_000 - 100)).toBeCloseTo(999, 9);
  });

  it("asks for numbers that follow from the questions", () => {
    const fraud = answerTo("One payment in 200");
    const precision = (0.8 * 500) / (0.8 * 500 + 0.02 * 99_500);
    expect(Math.abs(fraud.value - precision)).toBeLessThan(fraud.tolerance);
    const defect = answerTo("A missed defect costs 400");
    expect(Math.abs(defect.value - 50 / (50 + 400))).toBeLessThan(defect.tolerance);
    expect(1 / 101).toBeCloseTo(0.0099, 4);
    expect(1 / (1 + zero.missCost)).toBeCloseTo(0.048, 3);
    // Weight 99 undone at one half.
    expect(1 / 99 / (1 + 1 / 99)).toBeCloseTo(0.01, 3);
  });

  it("describes the messages and the rare kind as they are", () => {
    expect(messages.features).toHaveLength(22);
    says("only 22 numbers for each message");
    expect(takeoverShare).toBe(1 / 20);
    expect(1 / (takeoverShare * zero.prevalence)).toBe(2000);
  });
});

describe.each(claimSeeds(3))("what lesson 14 says of its runs, seed %i", (seed) => {
  const replicas = 16;
  async function framesOf(given: Partial<SkewValues>): Promise<SkewFrame[]> {
    const values = { ...zero, ...given, seed, replicas };
    const frames: SkewFrame[] = [];
    for (const range of chunksOf(replicas)) for await (const frame of run(values, range)) frames.push(frame);
    return frames;
  }
  const at = (frames: SkewFrame[], given: Partial<SkewValues>) =>
    summarize(frames, { ...zero, ...given, seed, replicas }) as SkewSummary;
  const median = (values: readonly number[]) => quantile(values, 0.5);
  const between = (value: number, low: number, high: number) => {
    expect(value).toBeGreaterThan(low);
    expect(value).toBeLessThan(high);
  };

  beforeAll(startWasm);

  it("of thresholds 0.5, 0.048 and 0.01 at one fraud in a hundred", async () => {
    const frames = await framesOf({});
    says("At the usual threshold of 0.5 the model catches about one fraud in a hundred");
    between(at(frames, {}).model.recall, 0, 0.025);
    says("catches about 37 of 100 frauds, one alarm in ten is correct, and accuracy *falls* to 96 %");
    const { model } = at(frames, { threshold: 0.048 });
    between(model.recall, 0.33, 0.41);
    between(model.precision, 0.085, 0.115);
    between(model.accuracy, 0.955, 0.966);
    says("the cost per 1,000 payments is only about 160 false alarms; that of the constant answer is 200");
    expect(1000 * zero.prevalence * zero.missCost).toBe(200);
    between(1000 * median(countsAt(frames, 0.048).map((counts) => costOf(counts, zero.missCost))), 150, 170);
    says(
      "Set the threshold to 0.01. The model catches about 77 of 100 frauds. But of about ten taken-over accounts it usually catches none or one",
    );
    between(at(frames, { threshold: 0.01 }).model.recall, 0.74, 0.8);
    const takeovers = kindsAt(frames, 0.01).find(({ name }) => name === "taken-over account")!;
    expect(median(takeovers.right)).toBeLessThanOrEqual(1);
    between(median(takeovers.cases), 7, 13);
  });

  it("of one fraud in a thousand", async () => {
    says("about 90 false alarms for each fraud it catches");
    const values = presets["one-in-a-thousand"].values as Partial<SkewValues>;
    const frames = await framesOf(values);
    between(median(metricsAt(frames, values.threshold!).map(({ fp, tp }) => fp / tp)), 78, 105);
    between(at(frames, values).model.rocAuc, 0.845, 0.865);
  });

  it("of class weights", async () => {
    const values = presets["class-weights"].values as Partial<SkewValues>;
    const frames = await framesOf(values);
    says("catches more than three quarters of the frauds");
    expect(at(frames, values).model.recall).toBeGreaterThan(0.745);
    says("another threshold, about 0.83 instead of 0.048");
    between(at(frames, values).bestThreshold, 0.78, 0.88);
    expect(99 / (99 + zero.missCost)).toBeCloseTo(0.83, 2);
    says("Payments with a probability of 0.85 are frauds in about 5 of 100 cases");
    const near = calibrationBins(frames).find(({ predicted }) => Math.abs(predicted - 0.85) < 0.03)!;
    between(median(near.shares.filter(Number.isFinite)), 0.042, 0.065);
  });

  it("of real e-mails", async () => {
    const frames = await framesOf(mail);
    const usual = at(frames, mail);
    says("catches about half of the spam, and three of four alarms are correct");
    between(usual.model.recall, 0.43, 0.57);
    between(usual.model.precision, 0.66, 0.84);
    between(usual.model.accuracy - usual.constant.accuracy, 0.001, 0.006);
    says("About 88 of 100 spam messages are caught, but two thirds of the messages that look like spam");
    between(at(frames, { ...mail, threshold: 0.01 }).model.recall, 0.84, 0.92);
    const lookalikes = kindsAt(frames, 0.01).find(({ name }) => name === "message that looks like spam")!;
    between(1 - median(lookalikes.right.map((right, r) => right / lookalikes.cases[r]!)), 0.58, 0.75);
  });
});

describe("a reader's own scores", () => {
  it("with 20 positives have a recall that can be wrong by 20 points", () => {
    says("With 20 positives, recall can easily be wrong by 20 points.");
    const [low, high] = wilsonInterval(10, 20);
    expect((high - low) / 2).toBeCloseTo(0.2, 1);
  });
});
