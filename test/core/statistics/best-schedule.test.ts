import { expect, it } from "vitest";
import { createRandom } from "@/simulations/core/random";
import { bestSchedule } from "@/simulations/core/statistics/best-schedule";

it("finds what trying all schedules finds", () => {
  const random = createRandom(3, "schedules");
  for (let trial = 0; trial < 30; trial++) {
    const months = 1 + random.integer(9);
    const price = random.uniform();
    const costs = Array.from({ length: months * months }, () => random.uniform());
    const cost = (made: number, used: number) => costs[made * months + used]!;
    let least = Number.POSITIVE_INFINITY;
    for (let choice = 0; choice < 2 ** (months - 1); choice++) {
      let made = 0;
      let total = 0;
      for (let month = 0; month < months; month++) {
        if (month > 0 && (choice >> (month - 1)) & 1) {
          made = month;
          total += price;
        }
        total += cost(made, month);
      }
      least = Math.min(least, total);
    }
    const found = bestSchedule(months, cost, price);
    expect(found.total).toBeCloseTo(least, 10);
    const spent = found.retrains.length * price;
    const used = Array.from({ length: months }, (_, month) => {
      const made = [0, ...found.retrains].filter((at) => at <= month).at(-1)!;
      return cost(made, month);
    });
    expect(spent + used.reduce((sum, value) => sum + value, 0)).toBeCloseTo(found.total, 10);
  }
});

it("refuses no months and a negative price", () => {
  expect(() => bestSchedule(0, () => 0, 1)).toThrow("months");
  expect(() => bestSchedule(3, () => 0, -1)).toThrow("price");
});
