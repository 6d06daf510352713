import { describe, expect, it } from "vitest";
import { batchSizes, clockStep, timeModel } from "@/simulations/runtime/timing";

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

const noBreath = async () => {};

describe("timing a model", () => {
  it("finds the step of the clock", () => {
    expect(clockStep(fakeClock(0.1).now)).toBeCloseTo(0.1);
    expect(clockStep(fakeClock(1).now)).toBeCloseTo(1);
  });

  it.each([0.005, 0.1, 1])("reads 0.3 ms and 2 ms off a clock with steps of %d ms", async (step) => {
    const clock = fakeClock(step);
    const { what, batches } = await timeModel(
      { what: "a model", answer: (size) => clock.work(size === 1 ? 0.3 : 2) },
      clock.now,
      noBreath,
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

  it("shows in the 95th percentile that some answers take longer", async () => {
    const clock = fakeClock(0.005);
    let asked = 0;
    const answer = () => clock.work(++asked % 10 === 0 ? 8 : 2);
    const [one] = (await timeModel({ what: "a model", answer }, clock.now, noBreath)).batches;
    expect(one!.row).toBe(1);
    expect(one!.medianMs).toBeCloseTo(2, 1);
    expect(one!.p95Ms).toBeGreaterThan(7);
  });

  it("is not misled by a device that halts now and then while it warms up", async () => {
    const clock = fakeClock(0.1);
    let asked = 0;
    const answer = () => clock.work(++asked % 40 === 1 ? 30 : 0.02);
    const [one] = (await timeModel({ what: "a model", answer }, clock.now, noBreath)).batches;
    expect(one!.row).toBeGreaterThan(16);
    expect(one!.medianMs).toBeGreaterThan(0.02);
  });

  it("measures less often what takes long", async () => {
    const clock = fakeClock(0.1);
    const [one] = (await timeModel({ what: "a model", answer: () => clock.work(500) }, clock.now, noBreath)).batches;
    expect(one!.measurements).toBe(5);
  });

  it("takes a breath between measurements, and ends with the breath that says stop", async () => {
    const clock = fakeClock(0.1);
    const model = { what: "a model", answer: () => clock.work(3) };
    let breaths = 0;
    const { batches } = await timeModel(model, clock.now, async () => void breaths++);
    expect(breaths).toBeGreaterThanOrEqual(batches[0]!.measurements + batches[1]!.measurements);
    const stop = () => Promise.reject(new Error("stopped"));
    await expect(timeModel(model, clock.now, stop)).rejects.toThrow("stopped");
  });
});
