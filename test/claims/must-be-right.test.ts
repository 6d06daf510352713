/** The claims of lesson 13 about queries that must be right: rankers of one replica see the same queries, so they are compared in pairs. */
import { beforeAll, describe, expect, it } from "vitest";
import { quantile } from "@/simulations/core/statistics/quantile";
import { run } from "@/simulations/must-be-right/engine";
import { knobs, type MustBeRightValues } from "@/simulations/must-be-right/knobs";
import { type Ranked, rankedOf } from "@/simulations/must-be-right/summary";
import { defaultsOf } from "@/simulations/runtime/knobs";
import { chunksOf } from "@/simulations/runtime/simulation";
import { claimSeeds } from "./seeds";

const median = (values: readonly number[]) => quantile(values, 0.5);
const rankedWith = (given: Partial<MustBeRightValues>): readonly Ranked[] => {
  const values = { ...defaultsOf(knobs), replicas: 16, weight: 16, ...given } as MustBeRightValues;
  return rankedOf(
    chunksOf(values.replicas).flatMap((range) => [...run(values, range)]),
    values,
  );
};

describe.each(claimSeeds())("queries that must be right, seed %i", (seed) => {
  let own: Ranked;
  let plain: Ranked;
  beforeAll(() => {
    [own, plain] = rankedWith({ seed }) as [Ranked, Ranked];
  });
  const change = (name: "quality" | "success" | "lost") => median(own[name].map((value, r) => value - plain[name][r]!));

  it("without weights the average is good and most navigational queries may still be missed", () => {
    expect(median(plain.quality)).toBeGreaterThan(0.9);
    expect(median(plain.success)).toBeLessThan(0.62);
  });

  it("a weight of 16 costs little average quality and wins most navigational queries", () => {
    expect(change("quality")).toBeGreaterThan(-0.035);
    expect(change("quality")).toBeLessThan(0);
    expect(median(own.success)).toBeGreaterThan(0.93);
    expect(change("success")).toBeGreaterThan(0.3);
  });

  it("and keeps users: far fewer are lost", () => {
    expect(median(plain.lost)).toBeGreaterThan(0.07);
    expect(median(own.lost)).toBeLessThan(median(plain.lost) / 4);
  });

  it("queries that are frequent enough are learned without weights", () => {
    const [, often] = rankedWith({ seed, share: 40, replicas: 8 });
    expect(median(often!.success)).toBeGreaterThan(0.9);
  });
});
