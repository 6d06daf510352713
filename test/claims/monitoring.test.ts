/** The claims of lesson 9. Runs are shared among claims; faults are pooled over the replicas of a seed. */
import { beforeAll, describe, expect, it } from "vitest";
import { faultNames, type MetricName, metricNames } from "@/simulations/core/worlds/service";
import { createEngine } from "@/simulations/monitoring/engine";
import type { MonitoringFrame } from "@/simulations/monitoring/frames";
import { knobs, type MonitoringValues, presets } from "@/simulations/monitoring/knobs";
import { prunedMetrics } from "@/simulations/monitoring/plan";
import { type MonitoringSummary, scoresOf, summarize } from "@/simulations/monitoring/summary";
import { defaultsOf } from "@/simulations/runtime/knobs";
import { framesOf } from "@/simulations/runtime/simulation";
import { startWasm } from "../core/models/backend-for-tests";
import { claimSeeds } from "./seeds";

/** Three events each: 48 where they are of six kinds, 30 where they are of one. */
const replicasOf = (fault = "hidden") => (fault === "hidden" ? 16 : 10);
/** One for all claims: it remembers the services of a seed. */
const engine = createEngine();

async function bench(
  seed: number,
  values: Partial<MonitoringValues> = {},
  replicas = replicasOf(values.fault),
): Promise<MonitoringSummary> {
  const all = { ...defaultsOf(knobs), ...values, seed, replicas } as MonitoringValues;
  const frames: MonitoringFrame[] = await framesOf(engine, all, { from: 0, to: replicas });
  return summarize(scoresOf(frames));
}

const rule = ({ rules }: MonitoringSummary, name: MonitoringSummary["rules"][number]["rule"]) =>
  rules.find((one) => one.rule === name)!;
const at = ({ frontier }: MonitoringSummary, threshold: number) => frontier.find((one) => one.threshold === threshold)!;
const fault = ({ byFault }: MonitoringSummary, name: string) => byFault.find((one) => one.fault === name);
const found = ({ byFault }: MonitoringSummary) => {
  const faults = byFault.filter((one) => one.fault !== "holiday");
  return (
    faults.reduce((sum, one) => sum + one.foundShare * one.times, 0) / faults.reduce((sum, one) => sum + one.times, 0)
  );
};

/** A false alarm may come during a fault: one of three faults is found by a rule that does not see them. */
const byChance = 0.34;

beforeAll(startWasm);

describe.each(claimSeeds())("seed %i", (seed) => {
  it("a lower threshold detects sooner and alerts more often, on one line between always and never", async () => {
    const all = await bench(seed);
    const { frontier } = all;
    for (const [i, one] of frontier.entries()) {
      if (i === 0) continue;
      expect(one.daysToDetect!).toBeGreaterThanOrEqual(frontier[i - 1]!.daysToDetect!);
      expect(one.falseAlarmsPerWeek!).toBeLessThanOrEqual(frontier[i - 1]!.falseAlarmsPerWeek!);
    }
    expect(at(all, 8).daysToDetect!).toBeGreaterThan(2 * at(all, 3).daysToDetect!);
    expect(at(all, 2).falseAlarmsPerWeek!).toBeGreaterThan(5 * Math.max(0.2, at(all, 4).falseAlarmsPerWeek!));
    expect(rule(all, "always")).toMatchObject({ daysToDetect: 0, recall: 1 });
    expect(rule(all, "never")).toMatchObject({ falseAlarmsPerWeek: 0, recall: 0 });
    for (const { falseAlarmsPerWeek, daysToDetect } of frontier) {
      expect(falseAlarmsPerWeek!).toBeLessThanOrEqual(rule(all, "always").falseAlarmsPerWeek! + 0.5);
      expect(daysToDetect!).toBeLessThanOrEqual(rule(all, "never").daysToDetect!);
    }
  });

  it("a longer window has fewer false alarms at the same threshold, detects an overload later and resets later", async () => {
    const [short, long] = [
      await bench(seed, { fault: "load", window: 1 }, 24),
      await bench(seed, { fault: "load", window: 24 }, 24),
    ];
    expect(long.falseAlarmsPerWeek!).toBeLessThan(0.6 * short.falseAlarmsPerWeek!);
    expect(at(long, 2.5).daysToDetect!).toBeGreaterThan(at(short, 2.5).daysToDetect!);
    expect(long.daysToReset!).toBeGreaterThan(short.daysToReset! + 0.2);
  });

  it("no single metric finds all faults, and each fault has a metric that finds it", async () => {
    const { pruning } = await bench(seed);
    for (const { metric, foundAlone } of pruning) expect(foundAlone!, metric).toBeLessThan(0.6);
    expect(Math.max(...pruning.map(({ foundAlone }) => foundAlone!))).toBeGreaterThan(0.1);
  });

  it("repeated searches are the metric that shows concept drift", async () => {
    const drift = await bench(seed, { fault: "drift" });
    expect(fault(drift, "drift")!.firstMetric).toBe("repeats");
    const alone = (metric: MetricName) => drift.pruning.find((one) => one.metric === metric)!.foundAlone!;
    expect(alone("repeats")).toBeGreaterThan(0.25);
    for (const metric of metricNames)
      if (metric !== "repeats") expect(alone(metric), metric).toBeLessThan(alone("repeats") - 0.05);
    expect(rule(drift, "psi").recall!).toBeLessThan(byChance);
    expect(rule(drift, "burn-rate").recall!).toBeLessThan(byChance);
  });

  it("PSI with its limit of 0.25 sends more than ten alerts a week without any fault when the window is one hour, none when it is a day", async () => {
    const hour = await bench(seed, presets["small-n"].values as Partial<MonitoringValues>);
    expect(hour.falseAlarmsPerWeek!).toBeGreaterThan(10);
    expect(rule(hour, "ks").falseAlarmsPerWeek!).toBeLessThan(1);
    const day = await bench(seed, { ...presets["small-n"].values, window: 24 } as Partial<MonitoringValues>);
    expect(day.falseAlarmsPerWeek).toBe(0);
  });

  it("with fatigue the best threshold is an interior one, without it the lowest", async () => {
    const tired = await bench(seed, { fatigue: "on" });
    const best = Math.min(...tired.frontier.map(({ helpDelay }) => helpDelay!));
    expect(tired.frontier[0]!.helpDelay!).toBeGreaterThan(1.05 * best);
    expect(tired.frontier.at(-1)!.helpDelay!).toBeGreaterThan(1.5 * best);
    const rested = await bench(seed);
    expect(at(rested, 1.5).helpDelay!).toBeLessThan(at(rested, 4).helpDelay!);
    expect(at(rested, 4).helpDelay!).toBeLessThan(at(rested, 8).helpDelay!);
  });

  it("the pruned metrics find almost as many faults with fewer false alarms, and those that went almost never alerted first alone", async () => {
    // A difference of some faults in a hundred: as many replicas as on the page.
    const [all, pruned] = [await bench(seed, {}, 32), await bench(seed, { metrics: "pruned" }, 32)];
    expect(found(pruned)).toBeGreaterThan(found(all) - 0.1);
    expect(pruned.falseAlarmsPerWeek!).toBeLessThan(all.falseAlarmsPerWeek! + 1e-9);
    for (const name of faultNames) {
      const before = fault(all, name);
      if (before && before.times >= 5)
        expect(fault(pruned, name)!.foundShare, name).toBeGreaterThan(before.foundShare - 0.35);
    }
    for (const { metric, firstAlone, lostWithout } of all.pruning)
      if (!prunedMetrics.includes(metric)) {
        expect(firstAlone!, metric).toBeLessThan(0.1);
        expect(lostWithout!, metric).toBeLessThan(0.08);
      }
  });

  it("burn rate has few false alarms and sees neither the microphone nor concept drift", async () => {
    const microphone = await bench(seed, { fault: "microphone" });
    expect(rule(microphone, "burn-rate").recall!).toBeLessThan(byChance);
    expect(rule(microphone, "burn-rate").falseAlarmsPerWeek!).toBeLessThan(0.6);
    expect(rule(microphone, "ks").recall!).toBeGreaterThan(0.6);
  });
});
