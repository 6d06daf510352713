import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createRandom } from "@/simulations/core/random";
import { DROPPED, FAILED, type QueueTrace, SERVED, simulateQueue } from "@/simulations/core/serving/queue";
import { offeredLoad, responseTimes, summariseQueue } from "@/simulations/core/serving/queue-summary";
import { batchDuration, drawServiceTimes, poissonArrivals } from "@/simulations/core/serving/workload";

const golden = JSON.parse(readFileSync(join(__dirname, "../../golden/queueing.json"), "utf8")) as {
  cases: {
    id: string;
    fn: string;
    input: Record<string, number>;
    expect: Record<string, number> & { unstable?: true };
  }[];
};

const traces = fc
  .record({
    gaps: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 40 }),
    services: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 40, maxLength: 40 }),
    servers: fc.integer({ min: 1, max: 4 }),
    capacity: fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined }),
    size: fc.integer({ min: 1, max: 5 }),
    maxWait: fc.integer({ min: 0, max: 10 }),
    outages: fc.array(
      fc.record({
        gap: fc.integer({ min: 1, max: 40 }),
        length: fc.integer({ min: 1, max: 30 }),
        effect: fc.constantFrom("wait" as const, "fail" as const),
      }),
      { maxLength: 4 },
    ),
  })
  .map(({ gaps, services, size, maxWait, outages, ...rest }) => {
    let time = 0;
    const arrivals = gaps.map((gap) => (time += gap));
    let end = 0;
    const intervals = outages.map(({ gap, length, effect }) => {
      const from = end + gap;
      end = from + length;
      return { from, to: end, effect };
    });
    return {
      arrivals,
      service: services.slice(0, arrivals.length),
      batch: { size, maxWait },
      outages: intervals,
      ...rest,
    };
  });

/** Requests present just before `time`, counted from the trace alone. */
function present(trace: QueueTrace, time: number, upTo: number): number {
  let count = 0;
  for (let i = 0; i < upTo; i++) if (trace.outcome[i] !== DROPPED && trace.finish[i]! > time) count++;
  return count;
}

describe("queue", () => {
  test("with one server the next request starts when the one before it is done", () => {
    const trace = simulateQueue({ arrivals: [0, 1], service: [3, 3], servers: 1 });
    expect([...trace.finish]).toEqual([3, 6]);
  });

  test("starts in order of arrival, never before it, and never twice on one server at once", () => {
    fc.assert(
      fc.property(traces, (options) => {
        const trace = simulateQueue(options);
        let before = 0;
        const freeAt = new Map<number, { batch: number; finish: number }>();
        for (let i = 0; i < trace.arrival.length; i++) {
          const start = trace.start[i]!;
          if (Number.isNaN(start)) continue;
          expect(start).toBeGreaterThanOrEqual(Math.max(before, trace.arrival[i]!));
          before = start;
          const last = freeAt.get(trace.server[i]!);
          if (last && last.batch !== trace.batch[i]) expect(start).toBeGreaterThanOrEqual(last.finish);
          freeAt.set(trace.server[i]!, { batch: trace.batch[i]!, finish: trace.finish[i]! });
          for (const { from, to } of options.outages) expect(start >= from && start < to).toBe(false);
        }
      }),
    );
  });

  test("loses no request: each is served, dropped or failed, and a batch never exceeds its size", () => {
    fc.assert(
      fc.property(traces, (options) => {
        const trace = simulateQueue(options);
        const sizes = new Map<number, number>();
        trace.outcome.forEach((outcome, i) => {
          if (outcome === SERVED) expect(trace.finish[i]).toBeGreaterThanOrEqual(trace.start[i]!);
          if (outcome === DROPPED)
            expect([trace.start[i], trace.finish[i], trace.batch[i]]).toEqual([Number.NaN, Number.NaN, -1]);
          if (outcome === FAILED) {
            expect(
              options.outages.some((o) => o.effect === "fail" && o.from <= trace.finish[i]! && trace.finish[i]! < o.to),
            ).toBe(true);
          }
          if (trace.batch[i]! >= 0) sizes.set(trace.batch[i]!, (sizes.get(trace.batch[i]!) ?? 0) + 1);
        });
        expect(sizes.size).toBe(trace.batches);
        for (const size of sizes.values()) expect(size).toBeLessThanOrEqual(options.batch.size);
      }),
    );
  });

  test("drops exactly the requests that find the system full", () => {
    fc.assert(
      fc.property(traces, (options) => {
        const trace = simulateQueue(options);
        const capacity = options.capacity ?? Number.POSITIVE_INFINITY;
        trace.arrival.forEach((time, i) => {
          if (trace.outcome[i] === FAILED && Number.isNaN(trace.start[i]!)) return;
          expect(trace.outcome[i] === DROPPED).toBe(present(trace, time, i) >= capacity);
        });
      }),
    );
  });

  test("a batch starts when it is full or its first request has waited long enough", () => {
    const service = batchDuration(4, 1);
    const full = simulateQueue({ arrivals: [0, 1, 2, 3], service, batch: { size: 3, maxWait: 100 } });
    expect([...full.start]).toEqual([2, 2, 2, 103]);
    const hurried = simulateQueue({ arrivals: [0, 1, 2, 9], service, batch: { size: 3, maxWait: 1 } });
    expect([...hurried.start]).toEqual([1, 1, 7, 12]);
    expect([...hurried.finish]).toEqual([7, 7, 12, 17]);
  });

  test("work stands still in an outage that makes requests wait, and they fail in one that does not", () => {
    const input = { arrivals: [0, 6, 20], service: [10, 1, 1] };
    const waits = simulateQueue({ ...input, outages: [{ from: 5, to: 8, effect: "wait" }] });
    expect([...waits.finish]).toEqual([13, 14, 21]);
    const fails = simulateQueue({ ...input, outages: [{ from: 5, to: 8, effect: "fail" }] });
    expect([...fails.outcome]).toEqual([FAILED, FAILED, SERVED]);
    expect([...fails.finish]).toEqual([5, 6, 21]);
    expect(fails.busyTime).toBe(6);
  });

  test("refuses arrivals that fall, and names the argument", () => {
    expect(() => simulateQueue({ arrivals: [2, 1], service: [1, 1] })).toThrow(/arrivals\[1\].*at least 2.*got 1/);
    expect(() => simulateQueue({ arrivals: [1], service: [1], servers: 0 })).toThrow(/servers.*at least 1.*got 0/);
    expect(() => simulateQueue({ arrivals: [1], service: [Number.NaN] })).toThrow(/service time of request 0/);
  });
});

describe("queue against closed forms", () => {
  const N = 60_000;
  /** Mean over independent repetitions with its standard error, so that the margin is one that statistics gives. */
  function repeat(once: (seed: number) => number): { mean: number; error: number } {
    const values = Array.from({ length: 12 }, (_, seed) => once(seed + 1));
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
    return { mean, error: Math.sqrt(variance / values.length) };
  }
  const stable = golden.cases.filter((one) => ["mm1", "mmc", "md1"].includes(one.fn) && !one.expect.unstable);

  test.each(stable)(
    "$fn $id: mean wait and response agree within sampling error",
    ({ id, fn, input, expect: want }) => {
      const rate = input.arrival_rate!;
      const mean = input.service_time ?? 1 / input.service_rate!;
      const kind = fn === "md1" ? "deterministic" : "exponential";
      const run = (seed: number) => {
        const arrivals = poissonArrivals(createRandom(seed, id, "arrivals"), rate, N);
        const service = drawServiceTimes(createRandom(seed, id, "service"), { kind, mean }, N);
        return summariseQueue(simulateQueue({ arrivals, service, servers: input.servers ?? 1 }), { warmUp: 0.1 });
      };
      const runs = new Map(Array.from({ length: 12 }, (_, i) => [i + 1, run(i + 1)]));
      const wait = repeat((seed) => runs.get(seed)!.meanWait);
      // Five standard errors, and one percent for what an empty start still takes off.
      expect(Math.abs(wait.mean - want.Wq!)).toBeLessThan(5 * wait.error + 0.01 * want.Wq!);
      const response = repeat((seed) => runs.get(seed)!.meanResponse);
      expect(Math.abs(response.mean - want.W!)).toBeLessThan(5 * response.error + 0.01 * want.W!);
      const busy = repeat((seed) => runs.get(seed)!.utilisation);
      expect(Math.abs(busy.mean - want.rho!)).toBeLessThan(5 * busy.error + 0.002);
      expect(runs.get(1)!.unstable).toBe(false);
    },
  );

  test.each(golden.cases.filter((one) => one.fn === "mm1k"))(
    "mm1k $id: the share dropped is the blocking probability",
    ({ id, input, expect: want }) => {
      const dropped = repeat((seed) => {
        const arrivals = poissonArrivals(createRandom(seed, id, "arrivals"), input.arrival_rate!, N);
        const service = drawServiceTimes(
          createRandom(seed, id, "service"),
          { kind: "exponential", mean: 1 / input.service_rate! },
          N,
        );
        return summariseQueue(simulateQueue({ arrivals, service, capacity: input.capacity! })).droppedShare;
      });
      expect(Math.abs(dropped.mean - want.blocking!)).toBeLessThan(5 * dropped.error + 0.001);
    },
  );
});

describe("queue summary", () => {
  test("says unstable from a load of 1 on, unless the queue is bounded", () => {
    const arrivals = poissonArrivals(createRandom(3, "arrivals"), 1.2, 5000);
    const service = drawServiceTimes(createRandom(3, "service"), { kind: "exponential", mean: 1 }, 5000);
    expect(summariseQueue(simulateQueue({ arrivals, service })).unstable).toBe(true);
    expect(summariseQueue(simulateQueue({ arrivals, service, servers: 2 })).unstable).toBe(false);
    expect(summariseQueue(simulateQueue({ arrivals, service, capacity: 10 })).unstable).toBe(false);
    const load = offeredLoad({ arrivalRate: 1, servers: 1, duration: 1 });
    expect(summariseQueue(simulateQueue({ arrivals, service, servers: 2 }), { offeredLoad: load }).unstable).toBe(true);
  });

  test("counts the load of full batches", () => {
    expect(offeredLoad({ arrivalRate: 80, servers: 1, duration: 0.01 })).toBeCloseTo(0.8, 12);
    expect(offeredLoad({ arrivalRate: 80, servers: 2, duration: 0.04, batchSize: 8 })).toBeCloseTo(0.2, 12);
    const arrivals = Array.from({ length: 81 }, (_, i) => i);
    const trace = simulateQueue({ arrivals, service: batchDuration(2, 1), batch: { size: 4, maxWait: 0 } });
    expect(trace.offeredLoad).toBeCloseTo(6 / 4, 12);
  });

  test("batching raises throughput under load and latency when it is quiet", () => {
    const run = (rate: number, size: number) => {
      const arrivals = poissonArrivals(createRandom(5, "arrivals", rate), rate, 20_000);
      return summariseQueue(
        simulateQueue({ arrivals, service: batchDuration(8, 2), batch: { size, maxWait: 20 }, capacity: 64 }),
      );
    };
    expect(run(0.3, 8).throughput).toBeGreaterThan(1.5 * run(0.3, 1).throughput);
    expect(run(0.005, 8).p50).toBeGreaterThan(run(0.005, 1).p50);
  });

  test("has no latency to report when nothing was served", () => {
    const trace = simulateQueue({ arrivals: [1, 2], service: [1, 1], outages: [{ from: 0, to: 9, effect: "fail" }] });
    const summary = summariseQueue(trace);
    expect(summary.failedShare).toBe(1);
    expect(summary.meanResponse).toBeNaN();
    expect(responseTimes(trace)).toHaveLength(0);
  });
});
