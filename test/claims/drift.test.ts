/** The claims of lesson 5 on every seed, and for each line of its recap what could break it: other worlds, shapes, sizes. */
import { beforeAll, describe, expect, it } from "vitest";
import { createRandom } from "@/simulations/core/random";
import { createInputReference } from "@/simulations/core/statistics/input-distance";
import { ksLevel } from "@/simulations/drift/frames";
import type { DriftValues } from "@/simulations/drift/knobs";
import { startWasm } from "../core/models/backend-for-tests";
import {
  detectedShare,
  ksAlarms,
  medianError,
  preset,
  psiAlarms,
  shareAboveBand,
  valuesOf,
  type Watched,
  watch,
} from "../drift/watch";
import { claimSeeds } from "./seeds";

const worlds = ["houses", "queries"] as const;
const shapes = ["sudden", "gradual", "incremental", "recurring"] as const;
const sudden = { shape: "sudden", strength: 2 } as const;

beforeAll(startWasm);

describe.each(claimSeeds(5))("seed %i", (seed) => {
  describe.each(worlds)("%s", (world) => {
    const concept = { world, kind: "concept", ...sudden, seed } as const;
    const data = { world, kind: "data", ...sudden, seed } as const;

    it("concept drift raises the error while every metric of the inputs stays inside its no-drift band", () => {
      const seen = watch(concept);
      const { before, after, noDrift } = seen.summary;
      expect(after.error).toBeGreaterThan(1.5 * before.error);
      expect(after.errorP10).toBeGreaterThan(before.errorP90);
      for (const name of ["psi", "ks", "wasserstein"] as const)
        expect(shareAboveBand(seen, 6, name)).toBeLessThan(0.15);
      expect(after.psi).toBeLessThan(noDrift.psiP95);
      expect(after.ksAlarmShare).toBeLessThan(0.15);
    });

    it("inputs and predictions are the same, bit by bit, with and without concept drift, whatever its shape and the month's size", () => {
      for (const [i, shape] of shapes.entries()) {
        const size = { seed, world, replicas: 2, months: 9, examplesPerMonth: [20, 100, 300, 1000][i]! };
        const [moved, calm] = [
          watch({ ...size, kind: "concept", shape, strength: 4 }),
          watch({ ...size, kind: "none" }),
        ];
        for (const metric of ["psi", "ks", "ksPValue", "wasserstein"] as const)
          expect(valuesOf(moved, ({ inputs }) => inputs[metric])).toEqual(
            valuesOf(calm, ({ inputs }) => inputs[metric]),
          );
        expect(valuesOf(moved, (frame) => frame.predictionShift)).toEqual(
          valuesOf(calm, (frame) => frame.predictionShift),
        );
        expect(valuesOf(moved, ({ errors }) => errors)).not.toEqual(valuesOf(calm, ({ errors }) => errors));
      }
    });

    it("a detector that reads the errors notices concept drift within two months, and hardly ever before it", () => {
      expect(detectedShare(watch(concept), "ADWIN", 6, 8)).toBeGreaterThan(0.8);
      expect(detectedShare(watch(concept), "ADWIN", 0, 6)).toBeLessThan(0.2);
    });

    it("the detector needs enough true answers: with 20 a month it notices in fewer replicas", () => {
      const noticed = (examplesPerMonth: number) =>
        detectedShare(
          watch({ ...concept, strength: world === "houses" ? 1 : 2, months: 8, examplesPerMonth }),
          "ADWIN",
          6,
          8,
        );
      expect(noticed(20)).toBeLessThan(noticed(300) - 0.3);
    });

    it("data drift raises PSI, KS and Wasserstein in its first month, with 300 examples", () => {
      const seen = watch({ ...data, months: 7 });
      for (const name of ["psi", "ks", "wasserstein"] as const) expect(shareAboveBand(seen, 6, name)).toBe(1);
    });

    it.each([
      ["sudden", 300],
      ["gradual", 100],
    ] as const)(
      "data drift costs almost nothing where training was and a lot where it never was, %s with %i examples",
      (shape, examplesPerMonth) => {
        const setting = { ...data, shape, examplesPerMonth, months: 16, replicas: 24 };
        const [seen, unseen] = [
          watch({ ...setting, coverage: "covered" }),
          watch({ ...setting, coverage: "uncovered" }),
        ];
        // The last four months: by then a gradual change is almost complete.
        const rise = (each: Watched) => medianError(each, 12, 16) / medianError(each, 0, 6);
        expect(rise(seen)).toBeLessThan(1.15);
        expect(rise(unseen)).toBeGreaterThan(1.22);
      },
    );

    it("a sudden change shows its full harm in its first month, an incremental one a small part of it", () => {
      const setting = { world, kind: "concept", strength: 3, seed } as const;
      const rise = (shape: DriftValues["shape"], month: number) => {
        const seen = watch({ ...setting, shape });
        return medianError(seen, month) - medianError(seen, 0, 6);
      };
      const full = rise("sudden", 11);
      expect(rise("sudden", 6)).toBeGreaterThan(0.85 * full);
      expect(rise("incremental", 6)).toBeLessThan(0.4 * full);
      expect(rise("incremental", 11)).toBeGreaterThan(0.85 * full);
      // Recurring: gone after three months.
      expect(rise("recurring", 10)).toBeLessThan(0.15 * full);
    });

    it("nothing happens when nothing drifts", () => {
      const seen = watch({ world, kind: "none", seed });
      // Chance alone moves the median of the queries by up to ten in a hundred; the smallest rise claimed above is 20.
      expect(Math.abs(seen.summary.after.error / seen.summary.before.error - 1)).toBeLessThan(0.15);
      expect(shareAboveBand(seen, 6, "psi")).toBeLessThan(0.15);
    });
  });

  it("the predictions' distribution moves with data drift when the answers change", () => {
    const seen = watch({ ...preset("famous-actor-unseen"), seed });
    const psi = valuesOf(seen, (frame) => frame.predictionShift, 6);
    expect(Math.min(...psi)).toBeGreaterThan(Math.max(...valuesOf(seen, (frame) => frame.predictionShift, 0, 6)));
  });

  it("the same drift in the queries' data is harmless when seen and expensive when not, and the inputs' alarms are the same", () => {
    const [seen, unseen] = [
      watch({ ...preset("famous-actor-seen"), seed }),
      watch({ ...preset("famous-actor-unseen"), seed }),
    ];
    expect([ksAlarms(seen, 6), ksAlarms(unseen, 6), psiAlarms(seen, 6), psiAlarms(unseen, 6)]).toEqual([1, 1, 1, 1]);
    expect(unseen.summary.after.error).toBeGreaterThan(4 * seen.summary.after.error);
    // Still an alarm, but a smaller distance: training holds some of the new place.
    expect(seen.summary.after.psi).toBeLessThan(0.95 * unseen.summary.after.psi);
    expect(seen.summary.after.wasserstein).toBeLessThan(0.85 * unseen.summary.after.wasserstein);
    for (const name of ["ADWIN", "DDM"]) expect(detectedShare(seen, name, 6, 12)).toBeLessThan(0.35);
  });

  it("metrics of single features do not see that two features go together in another way", () => {
    const sample = (part: string, count: number, correlation: number) => {
      const random = createRandom(seed, "going together", part);
      const first = Float32Array.from({ length: count }, () => random.normal());
      const second = first.map((x) => correlation * x + Math.sqrt(1 - correlation ** 2) * random.normal());
      return Float32Array.of(...first, ...second);
    };
    const reference = createInputReference(sample("training", 1200, 0.9), 2);
    const alarms = Array.from({ length: 40 }, (_, i) => reference.distance(sample(`month ${i}`, 300, -0.9)));
    expect(alarms.filter(({ ksPValue }) => ksPValue <= ksLevel).length / alarms.length).toBeLessThan(0.2);
    expect(alarms.filter(({ psi }) => psi > 0.1).length / alarms.length).toBeLessThan(0.2);
  });

  it("few examples: the KS test misses a small drift and PSI passes its limit by chance", () => {
    const small = (examplesPerMonth: number) =>
      watch({ ...preset("famous-actor-seen"), strength: 0.5, examplesPerMonth, seed });
    const calm = { kind: "none", world: "houses", replicas: 6, seed } as const;
    expect(ksAlarms(small(20), 6)).toBeLessThan(0.25);
    expect(ksAlarms(small(400), 6)).toBeGreaterThan(0.7);
    expect(psiAlarms(small(20), 0, 6)).toBeGreaterThan(0.1);
    expect(psiAlarms(watch({ ...calm, examplesPerMonth: 20 }), 0)).toBeGreaterThan(0.45);
    expect(psiAlarms(watch({ ...calm, examplesPerMonth: 1000, months: 6 }), 0)).toBe(0);
  });

  it("many examples: the KS test flags a tiny shift that does no harm, and PSI does not", () => {
    const large = watch({ ...preset("tiny-shift"), replicas: 6, months: 10, seed }).summary;
    expect(large.after.error).toBeLessThan(1.07 * large.before.error);
    expect(large.after.ksAlarmShare).toBeGreaterThan(0.95);
    const small = watch({ ...preset("tiny-shift"), examplesPerMonth: 100, seed }).summary;
    expect(small.after.ksAlarmShare).toBeLessThan(0.4);
    expect(large.after.psi).toBeLessThan(0.1);
  });

  it("seasons drift by themselves: a winter's model errs more in summer, and the next winter is as good as the first", () => {
    const seen = watch({ ...preset("seasons"), seed });
    expect(seen.summary.after.error).toBeGreaterThan(1.2 * seen.summary.before.error);
    expect(seen.summary.after.psi).toBeGreaterThan(seen.summary.noDrift.psiP95);
    const winter = medianError(seen, 12, 15);
    expect(winter).toBeLessThan(0.75 * medianError(seen, 5, 8));
    expect(winter).toBeLessThan(0.75 * medianError(seen, 17, 20));
    // One month is compared with a whole winter: an alarm also where the model works well.
    expect(ksAlarms(seen, 0, 1)).toBeGreaterThan(0.6);
    expect(ksAlarms(seen, 0)).toBeGreaterThan(0.85);
  });

  it("a station that moves raises the error of a model that knew a whole year", () => {
    const { summary } = watch({ ...preset("new-station"), seed });
    expect(summary.after.error).toBeGreaterThan(1.2 * summary.before.error);
    expect(summary.after.wasserstein).toBeGreaterThan(summary.before.wasserstein);
  });
});
