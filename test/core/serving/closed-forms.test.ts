/** Closed forms of waiting lines: the examples in their headers, limits they must agree on, and bad input. */
import { describe, expect, it } from "vitest";
import { kingmanWaitingTime, mg1, mm1, mm1k, mmc } from "@/simulations/core/serving/closed-forms";
import { erlangB, erlangC } from "@/simulations/core/serving/erlang";
import { md1 } from "@/simulations/core/serving/md1";

function stable<T extends { stable: boolean }>(queue: T): Extract<T, { stable: true }> {
  if (!queue.stable) throw new Error("expected a stable line");
  return queue as Extract<T, { stable: true }>;
}

describe("examples", () => {
  it("M/M/1", () => {
    const queue = stable(mm1(0.9, 1));
    expect(queue.timeInSystem).toBeCloseTo(10, 9);
    expect(queue.responseQuantile(0.5)).toBeCloseTo(10 * Math.LN2, 9);
    expect(mm1(2, 1)).toEqual({ stable: false, rho: 2 });
  });

  it("Erlang", () => {
    expect(erlangC(10, 9)).toBeCloseTo(0.668731524107697, 12);
    expect(erlangB(1, 0.5)).toBeCloseTo(1 / 3, 15);
  });

  it("M/D/1", () => {
    const queue = stable(md1(0.5, 1));
    expect(queue.waitingTime).toBe(0.5);
    expect(queue.waitCdf(1)).toBeCloseTo(0.8243606353500641, 12);
    expect(queue.waitCdf(200)).toBeCloseTo(1, 12);
  });
});

describe("limits", () => {
  it("one server of M/M/c is M/M/1, also where the two rates meet", () => {
    for (const load of [0.3, 0.999]) {
      const one = stable(mmc(load, 1, 1));
      const plain = stable(mm1(load, 1));
      expect(one.timeInSystem).toBeCloseTo(plain.timeInSystem, 6);
      expect(one.responseTail(plain.responseQuantile(0.9))).toBeCloseTo(0.1, 9);
    }
    const meeting = stable(mmc(9, 1, 10)).responseTail(1);
    expect(stable(mmc(9 + 1e-7, 1, 10)).responseTail(1)).toBeCloseTo(meeting, 6);
  });

  it("Pollaczek-Khinchine and Kingman give M/M/1 at scv 1 and half its wait at scv 0", () => {
    const wait = stable(mm1(0.8, 1)).waitingTime;
    expect(stable(mg1(0.8, 1, 1)).waitingTime).toBeCloseTo(wait, 9);
    expect(stable(mg1(0.8, 1, 0)).waitingTime).toBeCloseTo(wait / 2, 9);
    expect(kingmanWaitingTime(0.8, 1, 1, 1)).toBeCloseTo(wait, 9);
  });

  it("much room makes M/M/1/K an M/M/1", () => {
    expect(mm1k(0.5, 1, 60).inSystem).toBeCloseTo(1, 9);
  });
});

describe("bad input", () => {
  it.each([
    [() => mm1(0, 1), "arrivalRate must be a finite number above 0, got 0"],
    [() => mm1(1, Number.NaN), "serviceRate must be a finite number above 0, got NaN"],
    [() => mmc(1, 2, 1.5), "servers must be a whole number of at least 1, got 1.5"],
    [() => md1(1, -1), "serviceTime must be a finite number above 0, got -1"],
    [() => stable(md1(0.5, 1)).waitCdf(-1), "t must be a finite number of at least 0, got -1"],
    [() => erlangC(5, 5), "offeredLoad must be below servers = 5 for a steady state, got 5"],
    [() => mm1k(1, 1, 0), "capacity must be a whole number of at least 1, got 0"],
    [() => mg1(1, 0.5, -1), "scv must be a finite number of at least 0, got -1"],
  ])("case %#", (act, message) => {
    expect(act).toThrow(new RangeError(message));
  });

  it("refuses the quantile of 1", () => {
    expect(() => stable(mm1(0.5, 1)).responseQuantile(1)).toThrow(/^q must be between 0 and/);
  });
});
