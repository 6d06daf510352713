/** The claims of lesson 7, each on every seed; and its recap, tried to be broken: other load, servers, service times, sizes. */
import { describe, expect, it } from "vitest";
import { mmc } from "@/simulations/core/serving/closed-forms";
import { presets, type ServingValues } from "@/simulations/serving/knobs";
import { serve } from "../serving/serve";
import { claimSeeds } from "./seeds";

const preset = (name: keyof typeof presets) => presets[name].values as Partial<ServingValues>;
const both = ["exponential", "deterministic"] as const;

/** Within `share` of what is expected. */
function near(value: number | null, expected: number, share: number): void {
  expect(value).not.toBeNull();
  expect(Math.abs(value! / expected - 1)).toBeLessThan(share);
}

describe.each(claimSeeds(5))("theory, seed %i", (seed) => {
  it("one server agrees with M/M/1 in load, mean and tail", () => {
    const summary = serve({ qps: 80, servers: 1, serviceMs: 10, requests: 20_000, replicas: 32, seed });
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
  ])("%i servers agree with M/M/c at %i requests a second", (servers, qps) => {
    const summary = serve({ qps, servers, serviceMs: 10, requests: 20_000, seed });
    near(summary.meanMs, summary.closedForm!.meanMs, 0.06);
    near(summary.utilisation, summary.closedForm!.utilisation, 0.02);
  });

  it("equal service times agree with M/D/1 and halve the wait", () => {
    const summary = serve({ qps: 80, service: "deterministic", requests: 20_000, seed });
    expect(summary.closedForm!.name).toBe("M/D/1");
    near(summary.meanMs, 30, 0.05);
    expect(summary.closedForm!.meanMs).toBeCloseTo(30, 9);
  });

  it("an overloaded service is called unstable and has no latency", () => {
    const summary = serve({ ...preset("overload"), requests: 20_000, seed });
    expect(summary.unstable).toBe(true);
    expect(summary.meanMs).toBeNull();
    expect(summary.p99Ms).toBeNull();
    expect(summary.warning).toMatch(/120 %/);
    near(summary.throughput, 100, 0.03);
  });
});

describe.each(claimSeeds(5))("the recap, seed %i", (seed) => {
  it.each(both.flatMap((service) => [1, 4].map((servers) => ({ service, servers }))))(
    "p99 more than doubles from 80 % to 95 % load: $servers servers, $service service times",
    ({ service, servers }) => {
      const at = (load: number) => serve({ service, servers, qps: load * servers, requests: 20_000, seed });
      const [eighty, full] = [at(80), at(95)];
      expect(full.p99Ms).toBeGreaterThan(2 * eighty.p99Ms!);
      near(full.throughput, 95 * servers, 0.03);
    },
  );

  it("a rush hour hides behind an average load below 1", () => {
    const [steady, day] = (["steady", "day"] as const).map((arrivals) => serve({ qps: 75, arrivals, seed }));
    expect(day!.offeredLoad).toBeLessThan(0.8);
    expect(day!.p99Ms).toBeGreaterThan(10 * steady!.p99Ms!);
  });

  it.each(both.flatMap((service) => [50, 80, 95].map((load) => ({ service, load }))))(
    "one queue for several servers is faster on average than a queue each: $load % load, $service service times",
    ({ service, load }) => {
      const mean = (servers: number) => serve({ service, servers, qps: load * servers, seed }).meanMs!;
      const own = mean(1);
      for (const servers of [2, 8]) expect(mean(servers)).toBeLessThan(own);
    },
  );

  it.each(both.flatMap((service) => [5, 20, 50].map((queueLimit) => ({ service, queueLimit }))))(
    "a queue limited to $queueLimit bounds latency under overload and rejects the rest: $service service times",
    ({ service, queueLimit }) => {
      for (const qps of [120, 200]) {
        const summary = serve({ service, queueLimit, qps, seed });
        expect(summary.unstable).toBe(false);
        // Whoever gets in finds at most the limit before them, in service included.
        expect(summary.p50Ms).toBeLessThan(10 * queueLimit * 1.05);
        expect(summary.p99Ms).toBeLessThan(10 * (queueLimit + 5 * Math.sqrt(queueLimit)));
        expect(summary.rejectedShare).toBeGreaterThan((1 - 100 / qps) * 0.9);
      }
    },
  );

  it.each([4, 16, 64])("batches of up to %i raise throughput where requests share set-up, and only there", (batch) => {
    for (const service of both) {
      const values = { service, batch, serviceMs: 20, qps: 100, seed };
      const shared = serve({ ...values, setupShare: 80 });
      expect(shared.unstable).toBe(false);
      near(shared.throughput, 100, 0.05);
      expect(serve({ ...values, batch: 1 }).unstable).toBe(true);
      expect(serve({ ...values, setupShare: 0 }).unstable).toBe(true);
    }
  });

  it("where no set-up is shared, batches only make requests wait for each other", () => {
    const values = { qps: 40, serviceMs: 20, setupShare: 0, batchWaitMs: 0, seed };
    expect(serve({ ...values, batch: 16 }).p50Ms).toBeGreaterThan(1.2 * serve({ ...values, batch: 1 }).p50Ms!);
  });

  it.each([2, 5])("the timer slows a quiet hour and the batch size does not: %i requests a second", (qps) => {
    for (const service of both) {
      const at = (batch: number, batchWaitMs: number) =>
        serve({ service, qps, serviceMs: 20, batch, batchWaitMs, seed }).p50Ms!;
      const alone = at(1, 0);
      for (const batch of [4, 16]) {
        expect(at(batch, 20)).toBeGreaterThan(alone + 15);
        expect(at(batch, 0)).toBeLessThan(1.03 * alone);
      }
    }
  });

  it("the timer adds nothing to throughput under load", () => {
    const at = (batchWaitMs: number) => serve({ ...preset("batch-busy"), batchWaitMs, requests: 20_000, seed });
    const [without, withTimer] = [at(0), at(20)];
    near(without.throughput, withTimer.throughput, 0.01);
    // What it saves is work: fuller batches.
    expect(withTimer.utilisation).toBeLessThan(without.utilisation - 0.05);
  });

  it("the edge answers through an outage and the cloud does not, at any load", () => {
    for (const qps of [20, 60])
      for (const outageShare of [0.1, 0.3]) {
        const at = (place: ServingValues["place"]) =>
          serve({ ...preset("cloud-outage"), place, qps, outageShare, seed });
        const cloud = at("cloud");
        near(cloud.lostShare, outageShare, 0.15);
        expect(cloud.droppedShare).toBe(cloud.lostShare);
        expect(at("edge").droppedShare).toBe(0);
        expect(at("device").droppedShare).toBe(0);
      }
  });

  it("which place is fastest depends on load, network and chip", () => {
    const p50 = (place: ServingValues["place"], values: Partial<ServingValues> = {}) =>
      serve({ ...preset("cloud-outage"), outageShare: 0, place, ...values, seed }).p50Ms!;
    // Full edge box: the cloud is faster; quiet edge box: the edge is.
    expect(p50("edge")).toBeGreaterThan(p50("cloud"));
    expect(p50("edge", { qps: 20 })).toBeLessThan(p50("cloud", { qps: 20 }));
    // Another user's requests do not slow one's own device.
    near(p50("device", { qps: 20 }), p50("device"), 0.03);
    // A near network, or a much slower chip, turns the order round.
    expect(p50("device")).toBeLessThan(p50("cloud"));
    expect(p50("device")).toBeGreaterThan(p50("cloud", { networkMs: 5 }));
    expect(p50("device", { edgeFactor: 10 })).toBeGreaterThan(p50("cloud"));
  });

  it.each([1000, 5000, 50_000])("more rows identify more people, hashed or not: %i users", (users) => {
    const at = (logForm: "raw" | "hashed", logRate: number) => serve({ logForm, logRate, users, seed }).logging;
    const raw = [0.5, 5, 50].map((rate) => at("raw", rate));
    const hashed = [0.5, 5, 50].map((rate) => at("hashed", rate));
    for (let i = 0; i < raw.length; i++) {
      expect(hashed[i]!.namedShare).toBe(0);
      expect(hashed[i]!.singledOutShare).toBeGreaterThan(0);
      expect(hashed[i]!.singledOutShare).toBeLessThanOrEqual(raw[i]!.namedShare);
      if (i === 0) continue;
      expect(raw[i]!.namedShare).toBeGreaterThan(1.2 * raw[i - 1]!.namedShare);
      expect(hashed[i]!.singledOutShare).toBeGreaterThan(1.2 * hashed[i - 1]!.singledOutShare);
    }
    for (const { falseAlarmShare } of [...raw, ...hashed]) expect(falseAlarmShare).toBeLessThan(0.4);
    const nothing = serve({ logForm: "nothing", users, seed }).logging;
    expect(nothing).toMatchObject({ rows: 0, driftPower: 0, namedShare: 0, singledOutShare: 0 });
  });
});

describe("drift in the log, over all seeds together", () => {
  const power = (values: Partial<ServingValues>) => {
    const shares = claimSeeds(5).map((seed) => serve({ ...values, replicas: 32, seed }).logging.driftPower);
    return shares.reduce((sum, share) => sum + share, 0) / shares.length;
  };

  it.each(["raw", "hashed"] as const)("more rows find smaller drifts: %s", (logForm) => {
    const [few, more] = [5, 50].map((logRate) => power({ logForm, logRate, driftSize: 0.1 }));
    expect(more).toBeGreaterThan(few! + 0.2);
    expect(power({ logForm, logRate: 5, driftSize: 0.2 })).toBeGreaterThan(few! + 0.2);
  });

  it("hashed inputs show less drift than raw ones from as many rows", () => {
    const at = (logForm: "raw" | "hashed") => power({ logForm, logRate: 4, driftSize: 0.15 });
    expect(at("raw")).toBeGreaterThan(at("hashed"));
  });
});
