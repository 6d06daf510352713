import { describe, expect, it } from "vitest";
import { createRandom } from "@/simulations/core/random";
import { columns, drawYear, type Fault, noise } from "@/simulations/core/worlds/parts";
import { liveThrough, type Model, type Parts } from "@/simulations/missing-parts/engine-year";
import { type PartName, partNames } from "@/simulations/missing-parts/knobs";
import { repairDays } from "@/simulations/missing-parts/plan";

/** The world's own rule: no training, so that a test knows what every answer is. */
const perfect: Model = {
  predict: (inputs, at) => columns.reduce((sum, { weight }, c) => sum + weight * inputs[at + c]!, 300),
  meanSquare: noise ** 2,
};
const withParts = (...on: PartName[]): Parts =>
  Object.fromEntries(partNames.map((name) => [name, on.includes(name)])) as Parts;
const all = withParts(...partNames);
const without = (...off: PartName[]) => withParts(...partNames.filter((name) => !off.includes(name)));
const fault = (name: Fault["name"], day = 100, column = 0): Fault => ({ name, day, column });
const live = (faults: readonly Fault[], parts: Parts, labelDelay = 30) =>
  liveThrough(drawYear(createRandom(7, "year"), faults), parts, labelDelay, perfect);
const one = (name: Fault["name"], parts: Parts, labelDelay = 30) => {
  const outcome = live([fault(name)], parts, labelDelay);
  const [course] = outcome.courses;
  const bad = outcome.badAnswers - live([], parts, labelDelay).badAnswers;
  return { ...course!, days: course!.noticed - 100, bad };
};

describe("a year without faults", () => {
  it("has as many bad answers as the noise gives, whatever parts there are", () => {
    const { badAnswers } = live([], all);
    expect(live([], withParts()).badAnswers).toBe(badAnswers);
    // 0.27 % of a normal distribution is beyond three standard deviations.
    expect(badAnswers / (365 * 30 * 100)).toBeGreaterThan(0.0015);
    expect(badAnswers / (365 * 30 * 100)).toBeLessThan(0.0045);
  });
});

describe("a change of unit", () => {
  it("is found at once by data verification, the day after by input monitoring", () => {
    expect(one("unit", all)).toMatchObject({ caughtBy: "verification", days: 0, until: 100 + repairDays });
    expect(one("unit", without("verification"))).toMatchObject({ caughtBy: "inputMonitoring", days: 1 });
  });

  it.each([0, 14, 30, 90])("is found by its outcomes after a label delay of %i days and one more", (delay) => {
    const found = one("unit", withParts("outcomeMonitoring"), delay);
    expect(found).toMatchObject({ caughtBy: "outcomeMonitoring", days: delay + 1, until: 101 + delay + repairDays });
    // Until then, nearly every answer is bad.
    expect(found.bad).toBeGreaterThan(0.95 * 3000 * (delay + 1 + repairDays));
  });

  it("is never found without data verification and both kinds of monitoring, and spoils the rest of the year", () => {
    const lost = one("unit", withParts("featureStore", "autoscaling", "retraining"));
    expect(lost.noticed).toBeNaN();
    expect(lost.bad).toBeGreaterThan(0.95 * 3000 * 265);
  });

  it("still costs answers when it is verified, because the usual value replaces the true one until the repair", () => {
    const { bad } = one("unit", all);
    expect(bad).toBeGreaterThan(0);
    expect(bad).toBeLessThan(3000 * repairDays);
  });
});

describe("other faults", () => {
  it("an empty column that hardly matters is found by those who read inputs, and not by its outcomes", () => {
    const floor = [fault("null", 100, 2)];
    expect(live(floor, all).courses[0]).toMatchObject({ caughtBy: "verification", noticed: 100 });
    expect(live(floor, without("verification")).courses[0]).toMatchObject({ caughtBy: "inputMonitoring" });
    expect(live(floor, withParts("outcomeMonitoring")).courses[0]!.noticed).toBeNaN();
  });

  it("training–serving skew is prevented by a feature store, and data verification does not see it", () => {
    expect(one("skew", withParts("featureStore"))).toMatchObject({ caughtBy: "featureStore", days: 0, bad: 0 });
    expect(one("skew", withParts("verification")).noticed).toBeNaN();
    expect(one("skew", withParts("inputMonitoring"))).toMatchObject({ caughtBy: "inputMonitoring" });
  });

  it("a spike costs one day with autoscaling, three with monitoring, and all of its five days with neither", () => {
    const scaled = one("spike", all);
    const noticed = one("spike", without("autoscaling"));
    const alone = one("spike", withParts());
    expect([scaled.caughtBy, noticed.caughtBy, alone.caughtBy]).toEqual(["autoscaling", "inputMonitoring", undefined]);
    // Half of 12,000 requests a day are not answered.
    expect(scaled.bad / 6000).toBeCloseTo(1, 0);
    expect(noticed.bad / 6000).toBeCloseTo(3, 0);
    expect(alone.bad / 6000).toBeCloseTo(5, 0);
  });

  it("rents go on rising when somebody notices, and retraining follows them label delay behind", () => {
    const [fast, slow, never] = [
      one("stale", withParts("retraining"), 0),
      one("stale", withParts("retraining"), 60),
      one("stale", withParts()),
    ];
    expect(fast.days).toBeLessThanOrEqual(14);
    expect(slow.days).toBeGreaterThan(60);
    expect(slow.days).toBeLessThanOrEqual(75);
    expect(fast.until).toBeGreaterThanOrEqual(220);
    expect(fast.bad).toBeLessThan(slow.bad);
    expect(slow.bad).toBeLessThan(never.bad);
  });

  it("outcome monitoring leads people to retrain more than once while rents rise", () => {
    const watched = one("stale", withParts("outcomeMonitoring"), 10);
    expect(watched.caughtBy).toBe("outcomeMonitoring");
    expect(watched.bad).toBeLessThan(0.5 * one("stale", withParts()).bad);
  });
});

describe("faults that overlap", () => {
  it("two changes of the same unit change it once", () => {
    const parts = withParts();
    const twice = live([fault("unit"), fault("unit", 120)], parts).badAnswers;
    expect(twice).toBe(live([fault("unit")], parts).badAnswers);
  });

  it("days that a known fault explains do not count as the discovery of another", () => {
    // Verified on day 100; its bad days are labelled on day 130. The empty floor since day 90 would be found then.
    const parts = withParts("verification", "outcomeMonitoring");
    const skewed = live([fault("skew", 99), fault("unit", 100)], parts, 30);
    const [skew] = skewed.courses;
    expect(Number.isNaN(skew!.noticed) || skew!.noticed > 131).toBe(true);
  });
});
