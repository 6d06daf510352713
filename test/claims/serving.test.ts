/** The claims of lesson 7, each on every seed with 16 replicas unless said otherwise. */
import { describe, expect, it } from "vitest";
import { mmc } from "@/simulations/core/serving/closed-forms";
import { defaultsOf } from "@/simulations/runtime/knobs";
import { chunksOf } from "@/simulations/runtime/simulation";
import { run } from "@/simulations/serving/engine";
import { knobs, presets, type ServingValues } from "@/simulations/serving/knobs";
import { type ServingSummary, summarize } from "@/simulations/serving/summary";
import { claimSeeds } from "./seeds";

function serve(values: Partial<ServingValues>): ServingSummary {
  const all = { ...defaultsOf(knobs), requests: 20_000, replicas: 16, ...values } as ServingValues;
  const frames = chunksOf(all.replicas).flatMap((range) => [...run(all, range)]);
  return summarize(frames, all);
}

const preset = (name: keyof typeof presets) => presets[name].values as Partial<ServingValues>;

/** Within `share` of what is expected. */
function near(value: number | null, expected: number, share: number): void {
  expect(value).not.toBeNull();
  expect(Math.abs(value! / expected - 1)).toBeLessThan(share);
}

describe.each(claimSeeds(2))("seed %i", (seed) => {
  it("one server agrees with M/M/1 in load, mean and tail", () => {
    const summary = serve({ qps: 80, servers: 1, serviceMs: 10, replicas: 32, seed });
    const exact = mmc(0.08, 0.1, 1);
    if (!exact.stable) throw new RangeError("a load of 0.8 is stable");
    near(summary.utilisation, 0.8, 0.02);
    near(summary.throughput, 80, 0.02);
    near(summary.meanMs, exact.timeInSystem, 0.06);
    near(summary.p50Ms, (10 * Math.log(2)) / 0.2, 0.06);
    near(summary.p99Ms, (10 * Math.log(100)) / 0.2, 0.1);
    expect(summary.droppedShare).toBe(0);
  });

  it.each([
    [4, 320],
    [8, 700],
  ])("%i servers agree with M/M/c at %i queries a second", (servers, qps) => {
    const summary = serve({ qps, servers, serviceMs: 10, replicas: 32, seed });
    near(summary.meanMs, summary.closedForm!.meanMs, 0.06);
    near(summary.utilisation, summary.closedForm!.utilisation, 0.02);
  });

  it("equal service times agree with M/D/1 and halve the wait", () => {
    const summary = serve({ qps: 80, service: "deterministic", seed });
    expect(summary.closedForm!.name).toBe("M/D/1");
    near(summary.meanMs, 30, 0.05);
    expect(summary.closedForm!.meanMs).toBeCloseTo(30, 9);
  });

  it("the tail explodes as the load nears 1, long before throughput suffers", () => {
    const tails = [50, 80, 90, 95].map((qps) => serve({ qps, seed }));
    const [half, , , full] = tails.map(({ p99Ms }) => p99Ms!);
    expect(full).toBeGreaterThan(6 * half!);
    for (let i = 1; i < tails.length; i++) expect(tails[i]!.p99Ms).toBeGreaterThan(1.4 * tails[i - 1]!.p99Ms!);
    near(tails[3]!.throughput, 95, 0.02);
  });

  it("an overloaded service is called unstable and has no latency", () => {
    const summary = serve({ ...preset("overload"), seed });
    expect(summary.unstable).toBe(true);
    expect(summary.meanMs).toBeNull();
    expect(summary.p99Ms).toBeNull();
    expect(summary.warning).toMatch(/120 %/);
    near(summary.throughput, 100, 0.03);
    const bounded = serve({ ...preset("overload"), queueLimit: 20, seed });
    expect(bounded.unstable).toBe(false);
    near(bounded.droppedShare, 1 - 100 / 120, 0.1);
  });

  it("batching carries traffic that one at a time cannot, and slows a quiet service", () => {
    const busy = serve({ ...preset("batch-busy"), seed });
    expect(busy.unstable).toBe(false);
    near(busy.throughput, 150, 0.02);
    expect(serve({ ...preset("batch-busy"), batch: 1, seed }).unstable).toBe(true);
    const quiet = serve({ ...preset("batch-quiet"), seed });
    const alone = serve({ ...preset("batch-quiet"), batch: 1, seed });
    expect(quiet.p50Ms).toBeGreaterThan(1.5 * alone.p50Ms!);
  });

  it("the edge answers through an outage and the cloud does not", () => {
    const cloud = serve({ ...preset("cloud-outage"), seed });
    const edge = serve({ ...preset("edge-outage"), seed });
    near(cloud.lostShare, 0.1, 0.15);
    expect(cloud.droppedShare).toBe(cloud.lostShare);
    expect(edge.droppedShare).toBe(0);
    // What the outage costs the cloud, the slower chip costs the edge all day.
    expect(edge.p50Ms).toBeGreaterThan(cloud.p50Ms!);
  });

  it("more rows in the log find more drift and give more people away; hashing names nobody and hides few", () => {
    const raw = [0.5, 5, 50].map((logRate) => serve({ logForm: "raw", logRate, seed }).logging);
    expect(raw[0]!.driftPower).toBeLessThan(0.7);
    expect(raw[1]!.driftPower).toBeGreaterThan(0.7);
    for (let i = 1; i < raw.length; i++) {
      expect(raw[i]!.namedShare).toBeGreaterThan(1.5 * raw[i - 1]!.namedShare);
      expect(raw[i]!.singledOutShare).toBeGreaterThan(1.5 * raw[i - 1]!.singledOutShare);
    }
    const hashed = serve({ logForm: "hashed", logRate: 5, seed }).logging;
    expect(hashed.namedShare).toBe(0);
    expect(hashed.singledOutShare).toBeGreaterThan(0.5 * raw[1]!.namedShare);
    expect(hashed.driftPower).toBeGreaterThan(0.6);
    for (const { falseAlarmShare } of [...raw, hashed]) expect(falseAlarmShare).toBeLessThan(0.35);
    const nothing = serve({ logForm: "nothing", seed }).logging;
    expect(nothing).toMatchObject({ rows: 0, driftPower: 0, namedShare: 0, singledOutShare: 0 });
  });
});

it("hashed inputs find less drift than raw ones from as many rows", () => {
  const power = (logForm: "raw" | "hashed") =>
    serve({ logForm, logRate: 4, driftSize: 0.15, requests: 10_000, replicas: 128, seed: claimSeeds(1)[0]! }).logging
      .driftPower;
  expect(power("raw")).toBeGreaterThan(power("hashed"));
});
