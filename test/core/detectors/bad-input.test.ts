import { describe, expect, it } from "vitest";
import { createAdwin } from "@/simulations/core/detectors/adwin";
import { createDdm } from "@/simulations/core/detectors/ddm";
import { createEddm } from "@/simulations/core/detectors/eddm";
import { createKswin } from "@/simulations/core/detectors/kswin";
import { createPageHinkley } from "@/simulations/core/detectors/page-hinkley";

describe("values a detector cannot use", () => {
  const detectors = { createAdwin, createKswin, createPageHinkley, createDdm, createEddm };
  for (const [name, create] of Object.entries(detectors)) {
    it(`${name} refuses NaN and Infinity`, () => {
      expect(() => create().update(Number.NaN)).toThrow(/^value must be .*got NaN$/);
      expect(() => create().update(Number.POSITIVE_INFINITY)).toThrow(/^value must be .*got Infinity$/);
    });
  }

  it("DDM and EDDM refuse anything but 0 and 1", () => {
    expect(() => createDdm().update(0.5)).toThrow("value must be 0 (right) or 1 (wrong), got 0.5");
    expect(() => createEddm().update(2)).toThrow("value must be 0 (right) or 1 (wrong), got 2");
  });
});

describe("parameters out of range", () => {
  it.each([
    [() => createPageHinkley({ minInstances: 1.5 }), "minInstances must be a whole number of at least 0, got 1.5"],
    [() => createPageHinkley({ alpha: 1.2 }), "alpha must be between 0 and 1, got 1.2"],
    [() => createPageHinkley({ mode: "sideways" as "up" }), "mode must be one of up, down, both, got sideways"],
    [() => createDdm({ warmStart: -1 }), "warmStart must be a whole number of at least 0, got -1"],
    [() => createEddm({ beta: 0 }), "beta must be a finite number above 0, got 0"],
    [() => createAdwin({ delta: 0 }), "delta must be above 0 and below 1, got 0"],
    [() => createAdwin({ clock: 0 }), "clock must be a whole number of at least 1, got 0"],
    [() => createKswin({ windowSize: 50, statSize: 30 }), "windowSize must be a whole number of at least 60, got 50"],
  ])("case %#", (create, message) => {
    expect(create).toThrow(new RangeError(message));
  });
});
