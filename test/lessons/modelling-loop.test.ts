/** The numbers in lesson 4: each computed from the settings of the experiment, over several seeds. */
import { beforeAll, describe, expect, it } from "vitest";
import { bandOf } from "@/simulations/core/statistics/band";
import { createEngine } from "@/simulations/error-analysis/engine";
import { devClips, humanLevel } from "@/simulations/error-analysis/engine-clips";
import {
  type AnalysisFrame,
  clipsBought,
  type Purchase,
  purchases,
  type Tag,
  tags,
} from "@/simulations/error-analysis/frames";
import { type AnalysisValues, knobs, presets } from "@/simulations/error-analysis/knobs";
import { gainOf, gainsByTag, rowOf, tagFigures, triesOf } from "@/simulations/error-analysis/measures";
import { optimismOf, rankCorrelations } from "@/simulations/error-analysis/summary";
import { defaultsOf } from "@/simulations/runtime/knobs";
import { framesOf } from "@/simulations/runtime/simulation";
import { claimSeeds } from "../claims/seeds";
import { startWasm } from "../core/models/backend-for-tests";
import { piecesOf, sourceOf, treeOf } from "./read-lesson";

const source = sourceOf("modelling-loop").replace(/\s+/g, " ");
const tree = treeOf("modelling-loop");
const says = (text: string) => expect(source).toContain(text);
const original = piecesOf(tree, "ErrorAnalysisBench")[0]!.attributes.original as Partial<AnalysisValues>;
const middle = (values: readonly number[]) => bandOf(values.filter((value) => !Number.isNaN(value))).middle;
const at = (tag: Tag) => tags.indexOf(tag);

beforeAll(startWasm);

describe("what lesson 4 computes by hand", () => {
  it("has a promise of 9.2 points for cars and of 3 for a gap three times as large", () => {
    says("0.40 · 23 = 9.2 points");
    expect(0.4 * (87 - 64)).toBeCloseTo(9.2, 10);
    says("a gap of 75 points, but only 4 % of the clips have it. Its promise is 3 points");
    expect(0.04 * 75).toBe(3);
  });

  it("asks for the larger of two promises", () => {
    const { answer, mistakes } = piecesOf(tree, "Checkpoint")[0]!.attributes as {
      answer: { value: number };
      mistakes: { value: number }[];
    };
    expect(answer.value).toBeCloseTo(Math.max(0.25 * (90 - 70), 0.04 * (95 - 40)), 10);
    expect(mistakes.map(({ value }) => value)).toEqual([0.25 * (100 - 70), 0.04 * (95 - 40), 90 - 70]);
  });

  it("states the sizes of the bench", () => {
    says(`A purchase is ${clipsBought} labelled clips`);
    says("1,500 fresh clips");
    says(`luck on these ${knobs.devClips.default} clips`);
    says("Eleven systems");
    expect(1 + purchases.length).toBe(11);
  });
});

describe.each(claimSeeds(2))("numbers of the runs, seed %i", (seed) => {
  const engine = createEngine();
  const values = { ...defaultsOf(knobs), ...original, seed, replicas: 16 } as AnalysisValues;
  let frames: AnalysisFrame[];
  const run = async (changed: Partial<AnalysisValues>) => [
    ...(await framesOf(engine, { ...values, ...changed }, { from: 0, to: 8 })),
    ...(await framesOf(engine, { ...values, ...changed }, { from: 8, to: 16 })),
  ];
  const further = async () => [
    ...(await framesOf(engine, values, { from: 16, to: 24 })),
    ...(await framesOf(engine, values, { from: 24, to: 32 })),
  ];
  beforeAll(async () => {
    frames = await run({});
  });
  /** In points. */
  const gain = (purchase: Purchase) => 100 * middle(gainOf(frames, purchase));
  const gainOn = (tag: Tag, purchase: Purchase) => 100 * middle(gainsByTag(frames, purchase)[at(tag)]!);
  const near = (value: number, stated: number, within: number) => {
    expect(value).toBeGreaterThan(stated - within);
    expect(value).toBeLessThan(stated + within);
  };

  it("the first system understands about 68 of 100 clips, a person about 92; cars 64 % and 87 %, the high voice fewer than one in four", () => {
    near(100 * middle(rowOf(frames, "fresh", 0)), 68, 4);
    const dev = devClips(seed, 0, 2000);
    near(100 * humanLevel(dev, [...dev.clips.keys()]), 92, 1.5);
    const [car, high] = (["car", "high"] as const).map((tag) => tagFigures(frames, 0)[at(tag)]!);
    near(100 * middle(car!.accuracy), 64, 5);
    near(100 * middle(car!.human), 87, 2);
    near(100 * middle(high!.gap), 75, 10);
    expect(middle(high!.accuracy)).toBeLessThan(0.26);
    says("It gave the high voice one of the lowest ranks");
    const promises = tagFigures(frames, 0).map(({ promised }) => middle(promised));
    expect(promises.filter((each) => each < promises[at("high")]!).length).toBeLessThanOrEqual(2);
  });

  it("what the purchases bring", () => {
    near(gain("data-car"), 8, 3);
    expect(gain("data-high")).toBeLessThan(3.5);
    near(gainOn("high", "data-high"), 50, 12);
    near(gain("data-any"), gain("data-car"), 3.5);
    near(gain("model-wider"), 3, 2.5);
    near(gain("code-normalise"), 4, 2.5);
    near(gainOn("soft", "code-normalise"), 18, 6);
    near(gainOn("soft", "data-soft"), 24, 7);
    expect(gainOn("soft", "model-wider")).toBeLessThan(6);
    near(gain("data-far"), 5, 3);
    near(100 * middle(tagFigures(frames, 0)[at("far")]!.promised), 1, 0.5);
  });

  it("clips of the high voice cost the far microphone about 8 points, in the median of 32 replicas", async () => {
    says("the far microphone usually loses points: about 8 in the median of 32 replicas");
    // Few clips are from a far microphone, and replicas are tested on the same ones by eight.
    const all = [...frames, ...(await further())];
    near(100 * middle(gainsByTag(all, "data-high")[at("far")]!), -8, 9);
  });

  it("rank correlations of about 0.6 and −0.5", () => {
    const first = tagFigures(frames, 0);
    near(middle(rankCorrelations(frames, first, ({ promised }) => promised)), 0.6, 0.15);
    near(middle(rankCorrelations(frames, first, ({ gap }) => gap)), -0.5, 0.25);
  });

  it("after car clips, less than half of their promise is left", async () => {
    const bought = await run({ purchases: "1:data-car" });
    const promised = (round: number) => middle(tagFigures(bought, round)[at("car")]!.promised);
    expect(promised(1)).toBeLessThan(0.5 * promised(0));
  });

  it("with three hidden units about half of the clips, and 14 points by the wider model", async () => {
    frames = await run(presets["small-model"].values);
    near(100 * middle(rowOf(frames, "fresh", 0)), 51, 5);
    near(gain("model-wider"), 14, 4);
    const best = Math.max(...purchases.filter((each) => each !== "model-wider").map(gain));
    expect(gain("model-wider")).toBeGreaterThan(1.3 * best);
  });

  it("about 2 points of optimism after eleven tries", async () => {
    const again = await run({});
    const tries = triesOf(again, 0);
    const luck = optimismOf(tries, 11);
    near((100 * luck.reduce((sum, value) => sum + value, 0)) / luck.length, 2, 1.2);
  });
});
