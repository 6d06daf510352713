/** The numbers in lesson 11: recomputed from the settings beside them. */
import { beforeAll, describe, expect, it } from "vitest";
import { bandOf } from "@/simulations/core/statistics/band";
import { stepAtPace1 } from "@/simulations/core/worlds/demand";
import { createEngine } from "@/simulations/pace/engine";
import { knobs, type PaceValues, presets } from "@/simulations/pace/knobs";
import { pricePerUnit } from "@/simulations/pace/plan";
import { bestIntervalOf, type Totals, totalsOf } from "@/simulations/pace/summary";
import { defaultsOf } from "@/simulations/runtime/knobs";
import { framesOf } from "@/simulations/runtime/simulation";
import { claimSeeds } from "../claims/seeds";
import { startWasm } from "../core/models/backend-for-tests";
import { piecesOf, sourceOf, treeOf } from "./read-lesson";

const source = sourceOf("pace-of-change").replace(/\s+/g, " ");
const says = (text: string) => expect(source).toContain(text);

beforeAll(startWasm);

describe("what lesson 11 computes by hand", () => {
  const s = pricePerUnit * stepAtPace1 ** 2;
  const cost = knobs.retrainCost.default;

  it("has a staleness of 0.4 thousand € for each month of age, and a best interval of 7.1 months", () => {
    says("$c = 10$ and $s = 0.4$ thousand €, so $T = \\sqrt{2 \\cdot 10 / 0.4} = 7.1$ months");
    expect(s).toBeCloseTo(0.4, 10);
    expect(cost).toBe(10);
    expect(Math.sqrt((2 * cost) / s)).toBeCloseTo(7.1, 1);
  });

  it("finds the lowest point of both sums where it says", () => {
    const lowest = (total: (interval: number) => number) => {
      const intervals = Array.from({ length: 4000 }, (_, i) => (i + 1) / 100);
      return intervals.reduce((best, each) => (total(each) < total(best) ? each : best));
    };
    expect(lowest((T) => (s * T) / 2 + cost / T)).toBeCloseTo(Math.sqrt((2 * cost) / s), 1);
    expect(lowest((T) => (s * T ** 2) / 3 + cost / T)).toBeCloseTo(Math.cbrt((3 * cost) / (2 * s)), 1);
    // "An interval that is 20 % too long costs little": less than 2 % more.
    const total = (T: number) => (s * T) / 2 + cost / T;
    const best = Math.sqrt((2 * cost) / s);
    expect(total(1.2 * best) / total(best)).toBeLessThan(1.02);
  });

  it("asks for the root of 2c/s", () => {
    const { answer, mistakes } = piecesOf(treeOf("pace-of-change"), "Checkpoint").find(
      ({ attributes }) => attributes.answer,
    )!.attributes as { answer: { value: number }; mistakes: { value: number }[] };
    expect(answer.value).toBeCloseTo(Math.sqrt((2 * 40) / 0.2), 10);
    expect(mistakes.map(({ value }) => value)).toEqual([
      Number(Math.sqrt(40 / 0.2).toFixed(1)),
      (2 * 40) / 0.2,
      40 / 0.2,
    ]);
  });
});

describe.each(claimSeeds(2))("numbers of the runs, seed %i", (seed) => {
  const engine = createEngine();
  const middle = (values: readonly number[]) => bandOf(values).middle;

  async function totals(changed: Partial<PaceValues>): Promise<Totals> {
    const values = { ...defaultsOf(knobs), ...changed, seed } as PaceValues;
    return totalsOf(await framesOf(engine, values, { from: 0, to: 32 }), values);
  }

  const near = (value: number, stated: number, share: number) => {
    expect(value).toBeGreaterThan(stated * (1 - share));
    expect(value).toBeLessThan(stated * (1 + share));
  };

  /** Of the table: cheapest schedule, trigger, hindsight. */
  const row = ({ byInterval, policies }: Totals) => [
    middle(byInterval[bestIntervalOf(byInterval) - 1]!),
    middle(policies.trigger),
    middle(policies.optimum),
  ];

  it("has the bottom of the U at about 7 months, and at about twice that for four times the cost", async () => {
    const above = ({ byInterval }: Totals, interval: number) => {
      const medians = byInterval.map(middle);
      return medians[interval - 1]! / Math.min(...medians) - 1;
    };
    const [cheap, expensive] = [await totals({}), await totals({ retrainCost: 40 })];
    expect(above(cheap, 7)).toBeLessThan(0.12);
    expect(above(expensive, 14)).toBeLessThan(0.15);
    expect(above(expensive, 7)).toBeGreaterThan(above(expensive, 14));
    expect(bestIntervalOf(expensive.byInterval)).toBeGreaterThan(bestIntervalOf(cheap.byInterval));
  });

  it("has the costs of the table", async () => {
    says("| about 122 | about 160 | about 95 |");
    const consumer = row(await totals(presets.consumer.values));
    [122, 160, 95].forEach((stated, i) => {
      near(consumer[i]!, stated, 0.12);
    });
    says("| about 310 | about 145 | about 130 |");
    const factory = row(await totals(presets.factory.values));
    [310, 145, 130].forEach((stated, i) => {
      near(factory[i]!, stated, 0.3);
    });
  });

  it("has trigger and best schedule cost about the same under a random walk", async () => {
    const [schedule, trigger] = row(await totals({}));
    near(trigger!, schedule!, 0.2);
  });

  it("lets labels of two months ago about double the trigger’s cost in the factory, still below the best schedule", async () => {
    const late = row(await totals({ ...presets.factory.values, labelDelay: 2 }));
    near(late[1]! / row(await totals(presets.factory.values))[1]!, 2, 0.3);
    expect(late[1]!).toBeLessThan(late[0]!);
  });
});
