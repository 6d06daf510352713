/** Lesson 7's numbers: each stands in the prose as written here, and the bench gives it on several seeds. */
import { describe, expect, it } from "vitest";
import { quantile } from "@/simulations/core/statistics/quantile";
import { defaultsOf } from "@/simulations/runtime/knobs";
import { knobs, presets, type ServingValues } from "@/simulations/serving/knobs";
import { batchCosts } from "@/simulations/serving/load";
import type { ServingSummary } from "@/simulations/serving/summary";
import { claimSeeds } from "../claims/seeds";
import { serve } from "../serving/serve";
import { sourceOf } from "./read-lesson";

const prose = sourceOf("serving").replace(/\s+/g, " ");
const preset = (name: keyof typeof presets) => presets[name].values as Partial<ServingValues>;
const place = (where: ServingValues["place"], qps = 60) => ({ ...preset("cloud-outage"), place: where, qps });

/** Median over seeds. */
function overSeeds(values: Partial<ServingValues>, measure: (summary: ServingSummary) => number): number {
  return quantile(
    claimSeeds(5).map((seed) => measure(serve({ requests: 8000, ...values, seed }))),
    0.5,
  );
}

interface Stated {
  /** As it stands in the lesson. */
  readonly words: string;
  readonly values: Partial<ServingValues>;
  readonly measure: (summary: ServingSummary) => number;
  readonly says: number;
  /** Relative. */
  readonly tolerance: number;
}

/** Near full load one period says little: these take the length of the lesson’s own runs. */
const long = { requests: 40_000 };

const p50 = (summary: ServingSummary) => summary.p50Ms!;
const p99 = (summary: ServingSummary) => summary.p99Ms!;
const mean = (summary: ServingSummary) => summary.meanMs!;
const raw2 = { logForm: "raw", logRate: 2, requests: 40_000 } as const;
const raw10 = { ...raw2, logRate: 10 } as const;

const stated: readonly Stated[] = [
  { words: "At half load p99 is about 92 ms", values: { qps: 50 }, measure: p99, says: 92, tolerance: 0.05 },
  { words: "At 80 % load it is about 230 ms", values: { ...long, qps: 80 }, measure: p99, says: 230, tolerance: 0.07 },
  {
    words: "17 % of the requests are rejected",
    values: preset("overload-limited"),
    measure: (s) => s.rejectedShare,
    says: 0.17,
    tolerance: 0.05,
  },
  {
    words: "p99 of the others stays at about 290 ms",
    values: preset("overload-limited"),
    measure: p99,
    says: 290,
    tolerance: 0.04,
  },
  { words: "the mean falls from 50 ms", values: { ...long, qps: 80 }, measure: mean, says: 50, tolerance: 0.05 },
  { words: "to about 28 ms", values: { qps: 160, servers: 2 }, measure: mean, says: 28, tolerance: 0.05 },
  {
    words: "With eight servers at the same load it is 13 ms",
    values: { qps: 640, servers: 8 },
    measure: mean,
    says: 13,
    tolerance: 0.05,
  },
  {
    words: "answered with a median of about 110 ms",
    values: { ...long, ...preset("batch-busy") },
    measure: p50,
    says: 110,
    tolerance: 0.08,
  },
  {
    words: "With a timer of 20 ms the median is 34 ms",
    values: preset("batch-quiet"),
    measure: p50,
    says: 34,
    tolerance: 0.03,
  },
  {
    words: "without batches it is 15 ms",
    values: { ...preset("batch-quiet"), batch: 1 },
    measure: p50,
    says: 15,
    tolerance: 0.05,
  },
  {
    words: "With a timer of 0 the median is 15 ms again",
    values: preset("batch-no-timer"),
    measure: p50,
    says: 15,
    tolerance: 0.05,
  },
  {
    words: "the server is busy 89 % of the time with the timer",
    values: preset("batch-busy"),
    measure: (s) => s.utilisation,
    says: 0.89,
    tolerance: 0.02,
  },
  {
    words: "and 98 % without it",
    values: { ...preset("batch-busy"), batchWaitMs: 0 },
    measure: (s) => s.utilisation,
    says: 0.98,
    tolerance: 0.02,
  },
  {
    words: "10 in 100 over the whole period",
    values: place("cloud"),
    measure: (s) => s.lostShare,
    says: 0.1,
    tolerance: 0.05,
  },
  { words: "p50 is about 48 ms in the cloud", values: place("cloud"), measure: p50, says: 48, tolerance: 0.03 },
  {
    words: "112 ms on the shared edge box",
    values: { ...long, ...place("edge") },
    measure: p50,
    says: 112,
    tolerance: 0.07,
  },
  { words: "and 21 ms on your own device", values: place("device"), measure: p50, says: 21, tolerance: 0.03 },
  {
    words: "The two machines in the edge box are busy 90 % of the time",
    values: place("edge"),
    measure: (s) => s.utilisation,
    says: 0.9,
    tolerance: 0.02,
  },
  { words: "p50 of the edge box falls to 23 ms", values: place("edge", 20), measure: p50, says: 23, tolerance: 0.04 },
  { words: "half of the cloud’s 47 ms", values: place("cloud", 20), measure: p50, says: 47, tolerance: 0.03 },
  { words: "about 88 ms in the cloud", values: place("cloud"), measure: p99, says: 88, tolerance: 0.03 },
  { words: "but 139 ms on your own device", values: place("device"), measure: p99, says: 139, tolerance: 0.04 },
  { words: "there are about 800 rows", values: raw2, measure: (s) => s.logging.rows, says: 800, tolerance: 0.03 },
  {
    words: "The log names about 14 % of all users",
    values: raw2,
    measure: (s) => s.logging.namedShare,
    says: 0.14,
    tolerance: 0.05,
  },
  {
    words: "With 10 % logged, it names 48 % of them",
    values: raw10,
    measure: (s) => s.logging.namedShare,
    says: 0.48,
    tolerance: 0.03,
  },
  {
    words: "10 % of all users are in the log and are the only ones",
    values: { ...raw2, logForm: "hashed" },
    measure: (s) => s.logging.singledOutShare,
    says: 0.1,
    tolerance: 0.06,
  },
];

describe("the numbers of lesson 7", () => {
  it.each(stated)("$words", ({ words, values, measure, says, tolerance }) => {
    expect(prose).toContain(words);
    expect(Math.abs(overSeeds(values, measure) / says - 1)).toBeLessThan(tolerance);
  });

  it("at 95 % load: most of a second on the bench, 921 ms in the long run", () => {
    expect(prose).toContain("At 95 % load it is most of a second");
    expect(prose).toContain("In the long run it is 921 ms");
    expect((10 * Math.log(100)) / 0.05).toBeCloseTo(921, 0);
    const wait = overSeeds({ qps: 95, requests: 40_000 }, p99);
    expect(wait).toBeGreaterThan(600);
    expect(wait).toBeLessThan(1000);
  });

  it("on a day: the rush hour's p99 is above 20 seconds although the average load is 75 %", () => {
    expect(prose).toContain("The average load is 75 %, but the rush hour brings 1.6 times the average");
    expect(prose).toContain("p99 reaches more than 20 seconds");
    expect(overSeeds({ qps: 75, arrivals: "day", requests: 40_000 }, p99)).toBeGreaterThan(20_000);
  });

  it("of the log: drift is found in more than nine of ten replicas, with more rows or hashes in about as many", () => {
    expect(prose).toContain("finds the drift in more than nine of ten replicas");
    const power = (values: Partial<ServingValues>) =>
      claimSeeds(5).reduce((sum, seed) => sum + serve({ ...values, replicas: 32, seed }).logging.driftPower, 0) / 5;
    const [few, more, hashed] = [power(raw2), power(raw10), power({ ...raw2, logForm: "hashed" })];
    expect(few).toBeGreaterThan(0.9);
    expect(more).toBeGreaterThan(few!);
    expect(hashed).toBeGreaterThan(few! - 0.15);
  });

  it("of batches: 80 ms for 16, from 50 to 200 requests a second; without shared set-up 320 ms and 50", () => {
    const time = (setupShare: number, size: number) => {
      const { base, perItem } = batchCosts({ ...defaultsOf(knobs), serviceMs: 20, setupShare });
      return base + perItem * size;
    };
    expect(prose).toContain(
      "One request alone takes 20 ms; a batch of 16 takes 80 ms. That raises the highest throughput from 50 to 200 requests a second",
    );
    expect(prose).toContain(
      "now a batch of 16 takes 320 ms, and the highest throughput is 50 requests a second, as before",
    );
    expect(time(80, 1)).toBeCloseTo(20);
    expect(time(80, 16)).toBeCloseTo(80);
    expect((1000 * 16) / time(80, 16)).toBeCloseTo(200);
    expect(time(0, 16)).toBeCloseTo(320);
    expect((1000 * 16) / time(0, 16)).toBeCloseTo(50);
  });

  it("of a page that waits for a hundred services, and of the checkpoints", () => {
    expect(1 - 0.99 ** 100).toBeCloseTo(0.63, 2);
    const free = (load: number) => 1 - load;
    expect(free(0.9) / free(0.9 * 1.05)).toBeCloseTo(1.8, 1);
    expect((10 * Math.log(100)) / free(0.9)).toBeCloseTo(460.5, 1);
    expect(80 * Math.log(20)).toBeCloseTo(240, 0);
    expect(2 * (3 * 2 + 16 * 0.5)).toBe(28);
  });

  it("of the price of compute: ten CPUs or one GPU at 160 requests a second and a load of 80 %", () => {
    expect(160 / 200).toBe(0.8);
    expect(160 / (10 * 20)).toBe(0.8);
    expect(10 * 0.2).toBeCloseTo(2);
  });
});
