/** The claims of lesson 5, each on every seed with 32 replicas. */
import { beforeAll, describe, expect, it } from "vitest";
import { quantile } from "@/simulations/core/statistics/quantile";
import { run } from "@/simulations/drift/engine";
import type { DriftFrame } from "@/simulations/drift/frames";
import { type DriftValues, knobs, presets } from "@/simulations/drift/knobs";
import { type DriftSummary, summarize } from "@/simulations/drift/summary";
import { defaultsOf } from "@/simulations/runtime/knobs";
import { chunksOf } from "@/simulations/runtime/simulation";
import { startWasm } from "../core/models/backend-for-tests";
import { claimSeeds } from "./seeds";

function watch(values: Partial<DriftValues>): { frames: DriftFrame[]; summary: DriftSummary } {
  const all = { ...defaultsOf(knobs), ...values } as DriftValues;
  const frames = chunksOf(all.replicas).flatMap((range) => [...run(all, range)]);
  return { frames, summary: summarize(frames, all) };
}

const preset = (name: keyof typeof presets) => presets[name].values as Partial<DriftValues>;

/** Share of replica-months from `from` on in which a distance lies above the 95th percentile of no drift. */
function shareAboveBand(frames: readonly DriftFrame[], from: number, name: "psi" | "ks" | "wasserstein"): number {
  const limit = quantile(
    frames.flatMap(({ noDrift }) => Array.from(noDrift[name])),
    0.95,
  );
  const values = frames.filter(({ moment }) => moment >= from).flatMap(({ inputs }) => Array.from(inputs[name]));
  return values.filter((value) => value > limit).length / values.length;
}

/** Share of replicas in which the detector rings within the months given. */
function rangShare(frames: readonly DriftFrame[], name: string, from: number, to: number): number {
  const rang = new Map<number, boolean>();
  for (const { moment, replicas, alarms } of frames) {
    const alarm = alarms.find((each) => each.name === name)!;
    alarm.rangAt.forEach((at, r) => {
      const replica = replicas.from + r;
      rang.set(replica, (rang.get(replica) ?? false) || (at >= 0 && moment >= from && moment < to));
    });
  }
  return [...rang.values()].filter(Boolean).length / rang.size;
}

beforeAll(startWasm);

describe.each(claimSeeds(3))("seed %i", (seed) => {
  describe.each(["houses", "queries"] as const)("%s", (world) => {
    it("concept drift raises the error while every input statistic stays inside its no-drift band", () => {
      const { frames, summary } = watch({ world, kind: "concept", shape: "sudden", strength: 2, seed });
      expect(summary.after.error).toBeGreaterThan(1.5 * summary.before.error);
      expect(summary.after.errorP10).toBeGreaterThan(summary.before.errorP90);
      for (const name of ["psi", "ks", "wasserstein"] as const)
        expect(shareAboveBand(frames, 6, name)).toBeLessThan(0.15);
      expect(summary.after.psi).toBeLessThan(summary.noDrift.psiP95);
      expect(summary.after.ksAlarmShare).toBeLessThan(0.15);
    });

    it("a detector that reads the errors notices concept drift within two months", () => {
      const { frames } = watch({ world, kind: "concept", shape: "sudden", strength: 2, seed });
      expect(rangShare(frames, "ADWIN", 6, 8)).toBeGreaterThan(0.8);
      expect(rangShare(frames, "ADWIN", 0, 6)).toBeLessThan(0.2);
    });

    it("data drift raises PSI, KS and Wasserstein in its first month", () => {
      const { frames } = watch({ world, kind: "data", shape: "sudden", strength: 2, months: 7, seed });
      for (const name of ["psi", "ks", "wasserstein"] as const) expect(shareAboveBand(frames, 6, name)).toBe(1);
    });

    it("data drift where training was costs almost nothing, where it never was a lot", () => {
      const data = { world, kind: "data", shape: "sudden", strength: 2, seed } as const;
      const seen = watch({ ...data, coverage: "covered" }).summary;
      const unseen = watch({ ...data, coverage: "uncovered" }).summary;
      expect(seen.after.error).toBeLessThan(1.15 * seen.before.error);
      expect(unseen.after.error).toBeGreaterThan(1.25 * unseen.before.error);
      expect(unseen.after.errorP10).toBeGreaterThan(seen.after.errorP90);
    });

    it("nothing happens when nothing drifts", () => {
      const { frames, summary } = watch({ world, kind: "none", seed });
      // Chance alone moves the median of the queries by up to six in a hundred; the smallest rise claimed above is 25.
      expect(Math.abs(summary.after.error / summary.before.error - 1)).toBeLessThan(0.12);
      expect(shareAboveBand(frames, 6, "psi")).toBeLessThan(0.15);
    });
  });

  it("the same drift in the queries' data is harmless when seen and ruinous when not", () => {
    const seen = watch({ ...preset("famous-actor-seen"), seed }).summary;
    const unseen = watch({ ...preset("famous-actor-unseen"), seed }).summary;
    expect(seen.after.ksAlarmShare).toBe(1);
    expect(unseen.after.ksAlarmShare).toBe(1);
    expect(unseen.after.error).toBeGreaterThan(4 * seen.after.error);
  });

  it("inflation stays hidden from the inputs", () => {
    const { summary } = watch({ ...preset("inflation"), seed });
    expect(summary.after.error).toBeGreaterThan(1.4 * summary.before.error);
    expect(summary.after.psi).toBeLessThan(summary.noDrift.psiP95);
  });

  it("KS flags a harmless tiny shift once samples are large", () => {
    const replicas = 16;
    const large = watch({ ...preset("tiny-shift"), replicas, seed }).summary;
    const small = watch({ ...preset("tiny-shift"), replicas, examplesPerMonth: 100, seed }).summary;
    expect(large.after.error).toBeLessThan(1.05 * large.before.error);
    expect(large.after.ksAlarmShare).toBeGreaterThan(0.95);
    expect(small.after.ksAlarmShare).toBeLessThan(0.4);
    // The usual rule of thumb, PSI above 0.1, calls the shift no change, and is right.
    expect(large.after.psi).toBeLessThan(0.1);
  });

  it("seasons drift by themselves: a winter's model errs more in the rest of the year", () => {
    const { frames, summary } = watch({ ...preset("seasons"), seed });
    expect(summary.after.error).toBeGreaterThan(1.2 * summary.before.error);
    expect(summary.after.psi).toBeGreaterThan(summary.noDrift.psiP95);
    // Recurring: the second winter is as good as the first, and the summers are not.
    const errorIn = (months: readonly number[]) =>
      quantile(
        frames.filter(({ moment }) => months.includes(moment)).flatMap(({ errors }) => Array.from(errors)),
        0.5,
      );
    expect(errorIn([12, 13, 14])).toBeLessThan(errorIn([5, 6, 7]));
    expect(errorIn([12, 13, 14])).toBeLessThan(errorIn([17, 18, 19]));
  });

  it("a station that moves raises the error of a model that knew a whole year", () => {
    const { summary } = watch({ ...preset("new-station"), seed });
    expect(summary.after.error).toBeGreaterThan(1.2 * summary.before.error);
    expect(summary.after.wasserstein).toBeGreaterThan(summary.before.wasserstein);
  });
});
