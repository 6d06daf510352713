/** The examples in the headers of core/detectors. */
import { expect, it } from "vitest";
import { createAdwin } from "@/simulations/core/detectors/adwin";
import { createDdm } from "@/simulations/core/detectors/ddm";
import { driftPositions } from "@/simulations/core/detectors/detector";
import { createEddm } from "@/simulations/core/detectors/eddm";
import { createKswin, randomSampler } from "@/simulations/core/detectors/kswin";
import { createPageHinkley } from "@/simulations/core/detectors/page-hinkley";
import { createRandom } from "@/simulations/core/random";

const step = [...new Array(100).fill(0), ...new Array(100).fill(1)];
const bits = (text: string) => [...text].map(Number);

it("Page-Hinkley signals five errors after the step", () => {
  expect(driftPositions(createPageHinkley({ threshold: 5 }), step)).toEqual([105]);
});

it("Page-Hinkley looks only where its mode says", () => {
  const falling = step.map((value) => 1 - value);
  expect(driftPositions(createPageHinkley({ threshold: 5, mode: "up" }), falling)).toEqual([]);
  expect(driftPositions(createPageHinkley({ threshold: 5, mode: "down" }), falling)).toEqual([105]);
});

it("DDM fires on one error after an error-free history, never on a stream of errors", () => {
  expect(driftPositions(createDdm(), [...new Array(40).fill(0), 1])).toEqual([40]);
  expect(driftPositions(createDdm(), new Array(500).fill(1))).toEqual([]);
});

it("EDDM notices that errors come closer together", () => {
  const spaced = (distance: number, errors: number) =>
    bits(
      "0"
        .repeat(distance - 1)
        .concat("1")
        .repeat(errors),
    );
  expect(driftPositions(createEddm(), [...spaced(10, 40), ...spaced(2, 100)])).toEqual([501]);
});

it("ADWIN drops the part before the step and forgets everything with the next value", () => {
  const detector = createAdwin();
  expect(driftPositions(detector, step.slice(0, 128))).toEqual([127]);
  // 28 of 128 values were 1 before the cut.
  expect(detector.mean).toBeGreaterThan(28 / 128);
  detector.update(1);
  expect([detector.width, detector.total, detector.drift]).toEqual([1, 1, false]);
});

it("ADWIN keeps width, total and squared deviations of its window", () => {
  const detector = createAdwin({ clock: 1_000_000 });
  const random = createRandom(3, "adwin");
  const values = Array.from({ length: 1000 }, () => random.normal(5, 2));
  for (const value of values) detector.update(value);
  const total = values.reduce((sum, value) => sum + value, 0);
  const deviations = values.reduce((sum, value) => sum + (value - total / 1000) ** 2, 0);
  expect(detector.width).toBe(1000);
  expect(detector.total).toBeCloseTo(total, 8);
  expect(detector.sumOfSquaredDeviations).toBeCloseTo(deviations, 6);
});

it("KSWIN finds a shift of ten standard deviations once enough of the newest values have it", () => {
  const random = createRandom(11, "values");
  const values = Array.from({ length: 230 }, (_, i) => random.normal(i < 200 ? 0 : 10));
  const run = () =>
    driftPositions(createKswin({ alpha: 1e-6, sampler: randomSampler(createRandom(7, "kswin")) }), values);
  // At 30 against 30 the smallest gap with p ≤ 10⁻⁶ is 20/30.
  expect(run()[0]).toBeGreaterThanOrEqual(215);
  expect(run()[0]).toBeLessThanOrEqual(220);
  expect(run()).toEqual(run());
});

it("KSWIN tells no p-value while its window fills", () => {
  const detector = createKswin({ windowSize: 4, statSize: 2 });
  for (const value of [1, 2, 3]) detector.update(value);
  expect(detector.pValue).toBeNaN();
  detector.update(4);
  expect(detector.pValue).toBeCloseTo(1 / 3, 12);
});
