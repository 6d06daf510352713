/** The numbers in lesson 13: each computed from the settings that stand beside it, over several seeds where it comes from a run. */
import { beforeAll, describe, expect, it } from "vitest";
import { quantile } from "@/simulations/core/statistics/quantile";
import { wilsonInterval } from "@/simulations/core/statistics/wilson";
import { lookalikeShare } from "@/simulations/core/worlds/documents";
import { run as runRankers } from "@/simulations/must-be-right/engine";
import { knobs as rankerKnobs } from "@/simulations/must-be-right/knobs";
import { rankedOf } from "@/simulations/must-be-right/summary";
import { defaultsOf } from "@/simulations/runtime/knobs";
import { chunksOf } from "@/simulations/runtime/simulation";
import { run } from "@/simulations/slices/engine";
import { scanned } from "@/simulations/slices/finder";
import { testCount } from "@/simulations/slices/frames";
import { knobs, presets, type SlicesValues } from "@/simulations/slices/knobs";
import { lotsOf, ratesOf, slicesOf } from "@/simulations/slices/rates";
import { level, summarize, worstOf } from "@/simulations/slices/summary";
import { claimSeeds } from "../claims/seeds";
import { startWasm } from "../core/models/backend-for-tests";
import { piecesOf, sourceOf, treeOf } from "./read-lesson";

const source = sourceOf("slices").replace(/\s+/g, " ");
const tree = treeOf("slices");
const says = (text: string) => expect(source).toContain(text);
const originalOf = (name: string) => piecesOf(tree, name)[0]!.attributes.original as object;
const usual = { ...defaultsOf(knobs), ...originalOf("SliceExplorer") } as SlicesValues;
const between = (value: number, low: number, high: number) => {
  expect(value).toBeGreaterThan(low);
  expect(value).toBeLessThan(high);
};

describe("what lesson 13 computes by hand", () => {
  it("has the precision of two groups with equal TPR and FPR", () => {
    const precision = (p: number) => (p * 0.8) / (p * 0.8 + (1 - p) * 0.2);
    const { value, tolerance } = piecesOf(tree, "Checkpoint")[0]!.attributes.answer as {
      value: number;
      tolerance: number;
    };
    expect(Math.abs(value - precision(0.3))).toBeLessThan(tolerance);
    expect(precision(0.6)).toBeCloseTo(0.857, 3);
    says("1.5 in Larch and 0.82 in Maple");
    expect(0.6 / 0.4).toBeCloseTo(1.5, 12);
    expect(0.45 / 0.55).toBeCloseTo(0.82, 2);
  });

  it("has the interval of 15 out of 25, and the corrected limit", () => {
    says("reaches from about 41 % to 77 %");
    const [low, high] = wilsonInterval(15, 25);
    expect([low.toFixed(2), high.toFixed(2)]).toEqual(["0.41", "0.77"]);
    says("0.05 / 60 = 0.0008");
    expect((0.05 / 60).toFixed(4)).toBe("0.0008");
  });

  it("describes the worlds as they are", () => {
    says("tests a model on 4,000 applications");
    expect(testCount).toBe(4000);
    says("For one informational query in eight");
    expect(lookalikeShare).toBe(1 / 8);
    says("It is 60 % in Larch and 45 % in Maple");
    expect(usual.baseRateGap).toBe(15);
  });

  it("finds Maple with the correction in replica 1, which the page shows first", async () => {
    says("in replica 1, Maple is found with the correction as well");
    await startWasm();
    const frames = [...run(usual, { from: 0, to: 1 })];
    const list = scanned({ rates: ratesOf(frames, "one"), slices: slicesOf(frames, "one") }, 0);
    expect(list.filter(({ p }) => p < level / 62).map(({ id }) => id)).toEqual(["maple"]);
  });
});

describe.each(claimSeeds(3))("what lesson 13 says of its runs, seed %i", (seed) => {
  const replicas = 16;
  const framesOf = (given: Partial<SlicesValues>) =>
    chunksOf(replicas).flatMap((range) => [...run({ ...usual, ...given, seed, replicas }, range)]);
  const at = (frames: ReturnType<typeof framesOf>, policy: SlicesValues["policy"]) => {
    const { groups, ...rest } = summarize(ratesOf(frames, policy), slicesOf(frames, policy));
    return { ...rest, larch: groups[0]!, maple: groups[1]! };
  };
  let plain: ReturnType<typeof framesOf>;
  let weighted: ReturnType<typeof framesOf>;
  beforeAll(async () => {
    await startWasm();
    plain = framesOf({});
    weighted = framesOf(presets.weighted.values as Partial<SlicesValues>);
  });

  it("of one threshold", () => {
    const { accuracy, larch, maple, gaps } = at(plain, "one");
    says("Maple’s accuracy is about 64 %; the interval of one test reaches from 59 % to 69 %");
    between(accuracy, 0.73, 0.75);
    between(maple.accuracy, 0.62, 0.66);
    between(maple.low, 0.57, 0.61);
    between(maple.high, 0.67, 0.71);
    says("about 84 % are accepted in Larch and 47 % in Maple");
    between(larch.tpr, 0.82, 0.865);
    between(maple.tpr, 0.43, 0.51);
    says("about 0.32, 0.37, 0.37 and 0.14");
    between(gaps.parity, 0.29, 0.35);
    between(gaps.opportunity, 0.33, 0.41);
    between(gaps.odds, 0.33, 0.41);
    between(gaps.predictive, 0.1, 0.18);
  });

  it("of a very small group and of more weight", () => {
    const small = at(framesOf(presets["small-group"].values as Partial<SlicesValues>), "one");
    says("about 120 applications in a test, and its interval reaches from about 53 % to 70 %");
    between(small.maple.n, 112, 128);
    between(small.maple.low, 0.5, 0.56);
    between(small.maple.high, 0.67, 0.73);
    expect(small.accuracy).toBeGreaterThan(at(plain, "one").accuracy);
    says(
      "Maple’s accuracy rises to about 71 %. Larch’s falls to about 72 %, and overall accuracy falls from 74 % to 72 %",
    );
    const { accuracy, larch, maple } = at(weighted, "one");
    between(maple.accuracy, 0.69, 0.73);
    between(larch.accuracy, 0.7, 0.735);
    between(accuracy, 0.705, 0.73);
  });

  it("of rules for each group", () => {
    says("the two FPRs now differ by about 0.16, and the gap in precision *grows* to about 0.23");
    const parity = at(plain, "parity");
    between(Math.abs(parity.larch.fpr - parity.maple.fpr), 0.11, 0.21);
    between(parity.gaps.predictive, 0.19, 0.27);
    says("about 40 of 100 decisions in Larch are drawn by lot, and Larch’s accuracy falls from 75 % to about 66 %");
    between(lotsOf(plain, "odds")[0]!, 0.34, 0.48);
    between(at(plain, "odds").larch.accuracy, 0.635, 0.68);
    expect(at(plain, "odds").maple.accuracy).toBeLessThan(at(plain, "one").maple.accuracy + 0.01);
    says("overall accuracy under equalised odds is about 71 % instead of 65 %");
    expect(lotsOf(weighted, "odds")[0]!).toBeLessThan(0.1);
    between(at(weighted, "odds").accuracy, 0.69, 0.72);
    between(at(plain, "odds").accuracy, 0.635, 0.675);
  });

  it("of queries that must be right", () => {
    const values = { ...defaultsOf(rankerKnobs), ...originalOf("MustBeRight"), weight: 16, seed, replicas };
    const ranked = rankedOf(
      chunksOf(replicas).flatMap((range) => [...runRankers(values, range)]),
      values,
    );
    const [own, one] = ranked;
    const median = (of: readonly number[]) => quantile(of, 0.5);
    says("average quality is about 93 %");
    between(median(one!.quality), 0.92, 0.945);
    says("only about half of the navigational queries");
    between(median(one!.success), 0.4, 0.58);
    says("about 12 % of all users are gone after a month");
    between(median(one!.lost), 0.095, 0.145);
    says("about 98 of 100 navigational queries are right, and average quality falls by only about two points");
    between(median(own!.success), 0.955, 0.995);
    between(median(one!.quality) - median(own!.quality), 0.01, 0.03);
    says("Fewer than 2 % of the users are lost");
    expect(median(own!.lost)).toBeLessThan(0.02);
  });
});

it("the worst of 60 slices has a p-value below 0.05 in about four of five replicas, over all seeds", async () => {
  says("In about four of five replicas this p-value is below 0.05");
  says("in fewer than one replica in ten");
  await startWasm();
  const worst = claimSeeds(3).flatMap((seed) =>
    worstOf(
      slicesOf(
        chunksOf(32).flatMap((range) => [...run({ ...usual, seed }, range)]),
        "one",
      ),
    ),
  );
  const under = (limit: number) => worst.filter((p) => p < limit).length / worst.length;
  between(under(level), 0.68, 0.93);
  expect(under(level / 60)).toBeLessThan(0.1);
});
