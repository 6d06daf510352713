import { describe, expect, test } from "vitest";
import { createRandom } from "@/simulations/core/random";
import { countPer, DAY_SECONDS, dayRate, drawTraffic, type TrafficOptions } from "@/simulations/core/worlds/traffic";

const draw = (seed: number, options: TrafficOptions) => drawTraffic(createRandom(seed, "traffic", 0), options);

describe("traffic", () => {
  test("the rate is highest at the peak hour and averages the mean over a day", () => {
    const rate = dayRate({ meanRate: 10, swing: 0.5, peakHour: 14 });
    expect(rate(14 * 3600)).toBeCloseTo(15, 12);
    expect(rate(2 * 3600)).toBeCloseTo(5, 12);
    const minutes = Array.from({ length: 1440 }, (_, minute) => rate(minute * 60));
    expect(minutes.reduce((sum, value) => sum + value, 0) / 1440).toBeCloseTo(10, 9);
  });

  test("requests rise in time and each hour holds as many as its rate says, surge included", () => {
    const options = { meanRate: 2, swing: 0.8, surges: [{ from: 3 * 3600, to: 4 * 3600, factor: 4 }] };
    const { time, count, rate } = draw(21, options);
    expect(time).toHaveLength(count);
    expect(time.every((t, i) => t >= (time[i - 1] ?? 0) && t < DAY_SECONDS)).toBe(true);
    countPer(time, 3600).forEach((got, hour) => {
      let expected = 0;
      for (let second = 0; second < 3600; second += 10) expected += 10 * rate(hour * 3600 + second + 5);
      expect(Math.abs(got - expected)).toBeLessThan(5 * Math.sqrt(expected));
    });
  });

  test("users are whole numbers below their count, and with skew a few ask most", () => {
    const skewed = draw(22, { meanRate: 0.5, users: 1000, activitySkew: 3 });
    const even = draw(22, { meanRate: 0.5, users: 1000, activitySkew: 1 });
    expect(skewed.user.every((user) => Number.isInteger(user) && user >= 0 && user < 1000)).toBe(true);
    const shareOfTopTenth = (users: Int32Array) => users.filter((user) => user < 100).length / users.length;
    // P(u < 0.1) = 0.1^(1/skew).
    const margin = 5 * Math.sqrt(0.25 / even.count);
    expect(Math.abs(shareOfTopTenth(skewed.user) - 0.1 ** (1 / 3))).toBeLessThan(margin);
    expect(Math.abs(shareOfTopTenth(even.user) - 0.1)).toBeLessThan(margin);
    expect(skewed.time).toEqual(even.time);
  });

  test("equal seeds give equal days and other seeds others", () => {
    expect(draw(23, { meanRate: 0.1 }).time).toEqual(draw(23, { meanRate: 0.1 }).time);
    expect(draw(24, { meanRate: 0.1 }).time).not.toEqual(draw(23, { meanRate: 0.1 }).time);
  });

  test("refuses a rate or a surge that is out of range", () => {
    expect(() => draw(1, { meanRate: -1 })).toThrow(/meanRate.*above 0.*got -1/);
    expect(() => draw(1, { meanRate: 1, surges: [{ from: 5, to: 5, factor: 2 }] })).toThrow(/surges\[0\].to/);
  });
});
