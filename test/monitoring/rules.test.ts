/** The rules one by one, on hours that are written down or drawn without a recogniser. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { driftPositions } from "@/simulations/core/detectors/detector";
import { createRandom } from "@/simulations/core/random";
import { quantile } from "@/simulations/core/statistics/quantile";
import { levelsAnHour, metricNames } from "@/simulations/core/worlds/service";
import { burnRateAlarm } from "@/simulations/monitoring/engine-burn-rate";
import { detectors } from "@/simulations/monitoring/engine-detectors";
import { countLevels, levelAlarms } from "@/simulations/monitoring/engine-levels";
import { firstMetric, furthestOf, furthestWithout, thresholdAlarm } from "@/simulations/monitoring/engine-threshold";
import { hours, learningHours } from "@/simulations/monitoring/plan";

const firstOf = (alarm: Uint8Array) => alarm.indexOf(1);

describe("threshold", () => {
  const deviation = new Float32Array(metricNames.length * hours);
  const set = (name: (typeof metricNames)[number], hour: number, value: number) => {
    deviation[metricNames.indexOf(name) * hours + hour] = value;
  };
  set("volume", 400, -5);
  set("latency", 402, 6);
  set("repeats", 402, 7);

  it("is on while any watched metric strays further, upwards or downwards", () => {
    expect(
      [...thresholdAlarm(furthestOf(deviation, metricNames), 4)].flatMap((on, hour) => (on ? [hour] : [])),
    ).toEqual([400, 402]);
    expect(firstOf(thresholdAlarm(furthestOf(deviation, ["latency", "load"]), 4))).toBe(402);
  });

  it("names the metric that strays first, of several in one hour the furthest", () => {
    expect(firstMetric(deviation, metricNames, 4, { from: 390, to: 410 })).toBe("volume");
    expect(firstMetric(deviation, metricNames, 4, { from: 401, to: 410 })).toBe("repeats");
    expect(firstMetric(deviation, metricNames, 4, { from: 401, to: 402 })).toBeUndefined();
  });

  it("leaves one metric out as if it were not there", () => {
    const left = furthestWithout(deviation);
    metricNames.forEach((name, m) => {
      const others = metricNames.filter((other) => other !== name);
      expect(left[m]).toEqual(furthestOf(deviation, others));
    });
  });
});

describe("burn rate", () => {
  const failing = (share: number, from: number, to: number) => {
    const failed = new Float32Array(hours).fill(0.004);
    failed.fill(share, from, to);
    return burnRateAlarm({ failed });
  };

  it("is silent below the budget, and on at once when the budget is used up 14.4 times too fast", () => {
    expect(firstOf(failing(0.004, 0, 0))).toBe(-1);
    expect(firstOf(failing(0.15, 500, 600))).toBe(500);
    expect(firstOf(failing(0.09, 500, 600))).toBeGreaterThan(501);
    expect(firstOf(failing(0.09, 500, 600))).toBeLessThan(506);
    expect(firstOf(failing(0.02, 500, 600))).toBeGreaterThan(520);
  });

  it("is off soon after the failures, because each long window has a short one beside it", () => {
    expect(failing(0.15, 500, 600).lastIndexOf(1)).toBeLessThanOrEqual(606);
  });
});

describe("levels", () => {
  const drawn = (shift: (hour: number) => number, count: number) => {
    const random = createRandom(5, "levels");
    const levels = Float32Array.from(
      { length: hours * levelsAnHour },
      (_, i) => 3 * random.normal() + shift(Math.floor(i / levelsAnHour)),
    );
    return countLevels({ levels, levelCounts: new Uint8Array(hours).fill(count) });
  };
  const share = (alarm: Uint8Array) => alarm.reduce((sum, on) => sum + on, 0) / (hours - learningHours);

  it("PSI passes 0.25 by chance in hours with few clips, hardly in hours with many, and the KS test seldom in both", () => {
    const [few, many] = [
      levelAlarms(
        drawn(() => 0, 24),
        1,
      ),
      levelAlarms(
        drawn(() => 0, 60),
        1,
      ),
    ];
    expect(share(few.psi)).toBeGreaterThan(0.5);
    expect(share(many.psi)).toBeLessThan(0.2);
    expect(
      share(
        levelAlarms(
          drawn(() => 0, 60),
          24,
        ).psi,
      ),
    ).toBe(0);
    expect(share(few.ks)).toBeLessThan(0.005);
  });

  it("both see quieter clips", () => {
    const counted = drawn((hour) => (hour >= 600 ? -6 : 0), 40);
    const { psi, ks } = levelAlarms(counted, 6);
    expect(firstOf(psi)).toBeGreaterThanOrEqual(600);
    expect(firstOf(psi)).toBeLessThan(604);
    expect(firstOf(ks)).toBeLessThan(604);
  });
});

describe("detectors", () => {
  interface Measured {
    readonly median_delay_when_detected: number;
    readonly detected_rate: readonly [number, number];
  }
  const golden = JSON.parse(readFileSync("test/golden/teaching_claims.json", "utf8")) as {
    readonly cases: readonly {
      readonly id: string;
      readonly fn: string;
      readonly input: {
        readonly before: number;
        readonly after: number;
        readonly change_at: number;
        readonly n: number;
      };
      readonly expect: Readonly<Record<string, Measured>>;
      readonly tol: { readonly median_delay_rel: number };
    }[];
  };
  const names = { ddm: "DDM", eddm: "EDDM", adwin: "ADWIN", "page-hinkley": "PageHinkley" } as const;
  const cases = golden.cases.filter(({ fn, input }) => fn === "detector_delay" && input.after === 0.3);

  it("stand on the bench with the parameters of the reference: the same delays from 0.2 to 0.3 wrong", () => {
    expect(cases).toHaveLength(1);
    for (const { id, input, expect: measured, tol } of cases)
      for (const [name, reference] of Object.entries(names) as [keyof typeof names, string][]) {
        const delays = Array.from({ length: 120 }, (_, repetition) => {
          const random = createRandom(3, id, repetition);
          const stream = Uint8Array.from({ length: input.n }, (__, i) =>
            Number(random.chance(i < input.change_at ? input.before : input.after)),
          );
          const first = driftPositions(detectors[name](), stream).find((position) => position >= input.change_at);
          return first === undefined ? Number.NaN : first - input.change_at;
        }).filter((delay) => !Number.isNaN(delay));
        const wanted = measured[reference]!;
        expect(Math.abs(quantile(delays, 0.5) / wanted.median_delay_when_detected - 1), name).toBeLessThan(
          tol.median_delay_rel,
        );
        expect(Math.abs(delays.length / 120 - wanted.detected_rate[0]), name).toBeLessThan(0.15);
      }
  });
});
