import { afterEach, describe, expect, it } from "vitest";
import { createPool, type Pool } from "@/simulations/runtime/pool";
import type { Engine } from "@/simulations/runtime/simulation";
import { batchSizes, clockStep, timeModel } from "@/simulations/runtime/timing";
import { countingEngine, createFakeWorker, type FakeWorker } from "./fake-port";

/** A clock that shows whole steps of a time which only work, and looking at it, moves on. */
function fakeClock(step: number) {
  let time = 0;
  return {
    work: (ms: number) => {
      time += ms;
    },
    now: () => {
      time += 0.001;
      return Math.floor(time / step) * step;
    },
  };
}

describe("timing a model", () => {
  it("finds the step of the clock", () => {
    expect(clockStep(fakeClock(0.1).now)).toBeCloseTo(0.1);
    expect(clockStep(fakeClock(1).now)).toBeCloseTo(1);
  });

  it.each([0.005, 0.1, 1])("reads 0.3 ms and 2 ms off a clock with steps of %d ms", (step) => {
    const clock = fakeClock(step);
    const { what, batches } = timeModel(
      { what: "a model", answer: (size) => clock.work(size === 1 ? 0.3 : 2) },
      clock.now,
    );
    expect(what).toBe("a model");
    expect(batches.map(({ size }) => size)).toEqual([...batchSizes]);
    expect(batches[0]!.medianMs / 0.3).toBeCloseTo(1, 1);
    expect(batches[1]!.medianMs / 2).toBeCloseTo(1, 1);
    expect(batches[0]!.perSecond / (1000 / 0.3)).toBeCloseTo(1, 1);
    expect(batches[1]!.perSecond / (32_000 / 2)).toBeCloseTo(1, 1);
    for (const { measurements, medianMs, p95Ms } of batches) {
      expect(measurements).toBeGreaterThanOrEqual(50);
      expect(p95Ms).toBeGreaterThanOrEqual(medianMs);
    }
  });

  it("shows in the 95th percentile that some answers take longer", () => {
    const clock = fakeClock(0.005);
    let asked = 0;
    const answer = () => clock.work(++asked % 10 === 0 ? 8 : 2);
    const [one] = timeModel({ what: "a model", answer }, clock.now).batches;
    expect(one!.row).toBe(1);
    expect(one!.medianMs).toBeCloseTo(2, 1);
    expect(one!.p95Ms).toBeGreaterThan(7);
  });

  it("is not misled by a device that halts now and then while it warms up", () => {
    const clock = fakeClock(0.1);
    let asked = 0;
    const answer = () => clock.work(++asked % 40 === 1 ? 30 : 0.02);
    const [one] = timeModel({ what: "a model", answer }, clock.now).batches;
    expect(one!.row).toBeGreaterThan(16);
    expect(one!.medianMs).toBeGreaterThan(0.02);
  });

  it("measures less often what takes long", () => {
    const clock = fakeClock(0.1);
    const [one] = timeModel({ what: "a model", answer: () => clock.work(500) }, clock.now).batches;
    expect(one!.measurements).toBe(5);
  });
});

describe("a pool that measures", () => {
  const timing = { what: "a model", batches: [] };
  let pool: Pool;
  let workers: FakeWorker[];

  function setUp(
    measure: (simulation: string) => Promise<typeof timing>,
    engine: Engine = countingEngine as unknown as Engine,
    startError?: string,
  ) {
    workers = [];
    pool = createPool({
      size: 2,
      wasmPath: "/tfjs/",
      createPort() {
        const worker = createFakeWorker(engine, startError, measure);
        workers.push(worker);
        return worker;
      },
    });
  }

  afterEach(() => pool.dispose());

  it("hands over what the worker measured", async () => {
    setUp(async (simulation) => ({ ...timing, what: simulation }));
    expect(await pool.measure("serving")).toEqual({ what: "serving", batches: [] });
  });

  it("measures once the run is done, so that the run is not measured too", async () => {
    const order: string[] = [];
    setUp(async () => {
      order.push("measured");
      return timing;
    });
    const ran = new Promise<void>((resolve, reject) =>
      pool.submit({
        simulation: "count",
        values: { strength: 1 },
        ranges: [
          { from: 0, to: 8 },
          { from: 8, to: 16 },
          { from: 16, to: 24 },
        ],
        onRange: () => order.push("range"),
        onDone: resolve,
        onFailed: (message) => reject(new Error(message)),
      }),
    );
    await Promise.all([ran, pool.measure("serving")]);
    expect(order).toEqual(["range", "range", "range", "measured"]);
  });

  it("rejects with the worker's words, and can measure again", async () => {
    let times = 0;
    setUp(async () => {
      if (++times === 1) throw new Error("there is no model");
      return timing;
    });
    await expect(pool.measure("serving")).rejects.toThrow("there is no model");
    expect(await pool.measure("serving")).toEqual(timing);
  });

  it("rejects when its worker crashes, is ended or cannot start", async () => {
    const never = () => new Promise<typeof timing>(() => {});
    setUp(never);
    const crashed = pool.measure("serving");
    await expect.poll(() => workers.some((one) => one.sent.some(({ type }) => type === "measure"))).toBe(true);
    workers.find((one) => one.sent.some(({ type }) => type === "measure"))!.crash("out of memory");
    await expect(crashed).rejects.toThrow("out of memory");
    const ended = pool.measure("serving");
    pool.dispose();
    await expect(ended).rejects.toThrow("ended");
    setUp(never, undefined, "no backend here");
    await expect(pool.measure("serving")).rejects.toThrow("no backend here");
  });
});
