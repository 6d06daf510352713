/**
 * The claims of lesson 13 about groups. Each seed is a run of 16 replicas; margins are several standard errors of a median over
 * them, and settings that are compared see the same applications.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { quantile } from "@/simulations/core/statistics/quantile";
import { defaultsOf } from "@/simulations/runtime/knobs";
import { chunksOf } from "@/simulations/runtime/simulation";
import { run } from "@/simulations/slices/engine";
import type { SlicesFrame } from "@/simulations/slices/frames";
import { knobs, type Policy, type SlicesValues } from "@/simulations/slices/knobs";
import { ratesOf, slicesOf } from "@/simulations/slices/rates";
import { level, summarize, worstOf } from "@/simulations/slices/summary";
import { startWasm } from "../core/models/backend-for-tests";
import { claimSeeds } from "./seeds";

const replicas = 16;
const median = (values: readonly number[]) => quantile(values, 0.5);

function framesOf(given: Partial<SlicesValues>): SlicesFrame[] {
  const values = { ...defaultsOf(knobs), replicas, ...given } as SlicesValues;
  return chunksOf(values.replicas).flatMap((range) => [...run(values, range)]);
}
const at = (frames: SlicesFrame[], policy: Policy = "one") =>
  summarize(ratesOf(frames, policy), slicesOf(frames, policy));

describe.each(claimSeeds())("lesson 13, seed %i", (seed) => {
  let usual: SlicesFrame[];
  beforeAll(async () => {
    await startWasm();
    usual = framesOf({ seed });
  });

  it("the average hides a small group: it is close to the large group’s accuracy and far from the small one’s", () => {
    const { accuracy, groups } = at(usual);
    const [larch, maple] = groups;
    expect(larch!.accuracy - maple!.accuracy).toBeGreaterThan(0.06);
    expect(Math.abs(accuracy - larch!.accuracy)).toBeLessThan(0.025);
  });

  it("overall accuracy rises while the small group’s falls, when the group gets less weight in training", () => {
    const [weighted, plain] = [ratesOf(framesOf({ seed, weight: 8 }), "one"), ratesOf(usual, "one")];
    const change = (of: (rates: typeof plain) => readonly number[]) =>
      median(of(plain).map((value, r) => value - of(weighted)[r]!));
    expect(change(({ accuracy }) => accuracy)).toBeGreaterThan(0.005);
    expect(change(({ groups }) => groups[1].accuracy)).toBeLessThan(-0.03);
  });

  it("with one threshold all four gaps are clear", () => {
    const { gaps } = at(usual);
    expect(gaps.parity).toBeGreaterThan(0.2);
    expect(gaps.opportunity).toBeGreaterThan(0.2);
    expect(gaps.odds).toBeGreaterThan(0.2);
    expect(gaps.predictive).toBeGreaterThan(0.07);
  });

  it("each policy closes its own gap on fresh applications, and precision stays apart under every one", () => {
    for (const policy of ["parity", "opportunity", "odds"] as const) {
      const { gaps } = at(usual, policy);
      expect(gaps[policy], policy).toBeLessThan(policy === "odds" ? 0.085 : 0.06);
      expect(gaps.predictive, policy).toBeGreaterThan(0.08);
    }
    // Equal shares accepted, or equal chances for those who repay, leave the chances of those who do not apart.
    for (const policy of ["parity", "opportunity"] as const) expect(at(usual, policy).gaps.odds).toBeGreaterThan(0.1);
  });

  it("with equal odds two rates are met at once, and precision is apart as far as base rates demand", () => {
    for (const world of [{}, { baseRateGap: 30, groupShare: 30 }]) {
      const { gaps, groups } = at(Object.keys(world).length > 0 ? framesOf({ seed, ...world }) : usual, "odds");
      expect(gaps.opportunity).toBeLessThan(0.075);
      expect(gaps.odds).toBeLessThan(0.085);
      const oddsOf = (precision: number) => precision / (1 - precision);
      // Chouldechova 2017: precision’s odds are those of the base rate times TPR / FPR, and the latter are alike.
      const rate = 0.6 - ((world as { baseRateGap?: number }).baseRateGap ?? 15) / 100;
      const demanded = oddsOf(0.6) / oddsOf(rate);
      expect(oddsOf(groups[0]!.ppv) / oddsOf(groups[1]!.ppv) / demanded).toBeGreaterThan(0.75);
      expect(oddsOf(groups[0]!.ppv) / oddsOf(groups[1]!.ppv) / demanded).toBeLessThan(1.35);
    }
  });

  it("with equal base rates and equal odds all four gaps are within chance", () => {
    const { gaps } = at(framesOf({ seed, baseRateGap: 0, groupShare: 40 }), "odds");
    expect(gaps.parity).toBeLessThan(0.05);
    expect(gaps.opportunity).toBeLessThan(0.05);
    expect(gaps.odds).toBeLessThan(0.06);
    expect(gaps.predictive).toBeLessThan(0.05);
  });

  it("equal odds cost accuracy in the group that the model separates well", () => {
    expect(at(usual).groups[0]!.accuracy - at(usual, "odds").groups[0]!.accuracy).toBeGreaterThan(0.04);
  });

  it("a small slice has a wide interval: ten times fewer cases, about three times as wide", () => {
    const [larch, maple] = at(usual).groups;
    const ratio = (maple!.high - maple!.low) / (larch!.high - larch!.low);
    const expected = Math.sqrt(larch!.n / maple!.n);
    expect(ratio / expected).toBeGreaterThan(0.85);
    expect(ratio / expected).toBeLessThan(1.3);
  });
});

it("the worst of 60 slices looks bad without correction in most replicas, and rarely with it, over all seeds", async () => {
  await startWasm();
  for (const world of [{}, { groupShare: 30, threshold: 0.7 }]) {
    const worst = claimSeeds().flatMap((seed) => worstOf(slicesOf(framesOf({ seed, ...world }), "one")));
    const under = (limit: number) => worst.filter((p) => p < limit).length / worst.length;
    expect(under(level)).toBeGreaterThan(0.6);
    expect(under(level / 60)).toBeLessThan(0.12);
  }
});
