import { describe, expect, it } from "vitest";
import { createRandom } from "@/simulations/core/random";
import {
  type AnsweredClips,
  type EventName,
  type FaultName,
  levelsAnHour,
  type MetricName,
  metricNames,
  rhythm,
  runService,
  type ServiceEvent,
  sizeAt,
} from "@/simulations/core/worlds/service";

const clipsOf = (louder: number, answered: number): AnsweredClips => {
  const count = 200;
  const of = (read: (i: number) => number) => Array.from({ length: count }, (_, i) => read(i));
  return {
    count,
    seconds: Float32Array.from(of((i) => 0.5 + (i % 10) / 50)),
    level: Float32Array.from(of((i) => (i % 7) - 3 + louder)),
    answered: Uint8Array.from(of((i) => Number(i % 10 < answered))),
    right: Uint8Array.from(of((i) => Number(i % 20 !== 0))),
    moves: Uint8Array.from(of((i) => Number(i % 4 === 0))),
  };
};
const hours = 24 * 14;
const serve = (events: readonly ServiceEvent[] = []) =>
  runService(createRandom(3, "service"), { hours, events, usual: clipsOf(0, 9), quieter: clipsOf(-12, 6) });
const event = (name: EventName, size = 1, growth = 1): ServiceEvent => ({ name, from: 0, to: hours, size, growth });
const mean = (values: Float32Array) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe("a service", () => {
  const calm = serve();

  it("has more requests by day than by night and fewer on Sundays, and counts them as Poisson", () => {
    expect(rhythm(15, false)).toBeGreaterThan(3 * rhythm(3, false));
    expect(rhythm(6 * 24 + 15, false)).toBeCloseTo(0.6 * rhythm(15, false), 12);
    expect(rhythm(15, true)).toBeCloseTo(0.6 * rhythm(15, false), 12);
    const expected = Array.from({ length: hours }, (_, hour) => 60 * rhythm(hour, false));
    const squares = expected.reduce((sum, one, hour) => sum + (calm.requests[hour]! - one) ** 2 / one, 0);
    expect(squares / hours).toBeGreaterThan(0.8);
    expect(squares / hours).toBeLessThan(1.2);
  });

  it("keeps as many levels as it heard clips, at most sixty an hour", () => {
    calm.levelCounts.forEach((count, hour) => {
      expect(count).toBeLessThanOrEqual(Math.min(levelsAnHour, calm.requests[hour]!));
      expect(calm.levels[hour * levelsAnHour + count - 1]).not.toBeNaN();
    });
  });

  it("grows a fault evenly to its size, and has none before and after", () => {
    const growing: ServiceEvent = { name: "drift", from: 10, to: 20, size: 0.8, growth: 4 };
    expect([9, 10, 11, 13, 19, 20].map((hour) => sizeAt(growing, hour))).toEqual([0, 0.2, 0.4, 0.8, 0.8, 0]);
  });

  it.each<[FaultName, readonly MetricName[], readonly MetricName[]]>([
    ["load", ["load", "latency", "throughput"], ["memory", "length", "volume", "missing", "nulls"]],
    ["leak", ["memory", "latency"], ["load", "length", "volume", "missing", "nulls"]],
    ["microphone", ["volume", "nulls", "repeats"], ["load", "latency", "memory", "length", "missing"]],
    ["nulls", ["missing", "nulls", "repeats"], ["load", "latency", "memory", "length", "volume"]],
    ["drift", ["repeats"], metricNames.filter((name) => name !== "repeats")],
  ])("shows %s in the metrics it touches and in no other", (name, moves, stays) => {
    const faulty = serve([event(name)]);
    const moved = (metric: MetricName) => {
      const usual = calm.metrics[metric];
      const spread = Math.sqrt(mean(usual.map((value) => (value - mean(usual)) ** 2)) / hours);
      return Math.abs(mean(faulty.metrics[metric]) - mean(usual)) / spread;
    };
    for (const metric of moves) expect(moved(metric), metric).toBeGreaterThan(3);
    for (const metric of stays) expect(moved(metric), metric).toBeLessThan(3);
  });

  it("keeps its promise without a fault: fewer than one request in a hundred is slow or without a clip", () => {
    expect(mean(calm.failed)).toBeLessThan(0.008);
    expect(mean(serve([event("load")]).failed)).toBeGreaterThan(0.013);
  });
});
