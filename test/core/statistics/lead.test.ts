import { describe, expect, it } from "vitest";
import { createRandom } from "@/simulations/core/random";
import { leadLevel, leadOf, signTest, tally, tallyWinners } from "@/simulations/core/statistics/lead";

/** A race of two that the first wins `a` times and the second `b` times. */
const race = (a: number, b: number) =>
  tally([
    [...new Array<number>(a).fill(1), ...new Array<number>(b).fill(2)],
    [...new Array<number>(a).fill(2), ...new Array<number>(b).fill(1)],
  ]);

describe("the sign test", () => {
  it("gives the exact two-sided chances of a fair coin", () => {
    expect(signTest(8, 0)).toBeCloseTo(2 / 256, 15);
    expect(signTest(7, 1)).toBeCloseTo(18 / 256, 15);
    expect(signTest(24, 8)).toBeCloseTo(0.007, 4);
    expect(signTest(18, 14)).toBeCloseTo(0.597, 3);
    expect(signTest(22, 10)).toBeCloseTo(0.0501, 4);
    expect(signTest(8, 24)).toBe(signTest(24, 8));
  });

  it("is 1 where nothing tells the two apart", () => {
    expect(signTest(0, 0)).toBe(1);
    expect(signTest(5, 5)).toBe(1);
  });

  it("refuses what is no count", () => {
    expect(() => signTest(1.5, 2)).toThrow(/a must be a whole number/);
    expect(() => signTest(1, -2)).toThrow(/b must be a whole number/);
  });
});

describe("the tally", () => {
  it("counts the cheapest of each replica", () => {
    const { replicas, shares, ties } = tally([
      [1, 5, 1],
      [2, 2, 2],
      [3, 3, 3],
    ]);
    expect(replicas).toBe(3);
    expect(shares).toEqual([2, 1, 0]);
    expect(ties).toBe(0);
  });

  it("shares a tie in equal parts, so that the shares add up to the replicas", () => {
    const counted = tally([
      [1, 2, 4],
      [1, 2, 4],
      [3, 2, 1],
    ]);
    expect(counted.ties).toBe(2);
    expect(counted.winners).toEqual([[0, 1], [0, 1, 2], [2]]);
    expect(counted.shares[0]).toBeCloseTo(1 / 2 + 1 / 3, 12);
    expect(counted.shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(3, 12);
  });

  it("calls costs that differ by single precision a tie, and a thousandth a win", () => {
    expect(tally([[0.1], [Math.fround(0.1)]]).ties).toBe(1);
    expect(tally([[1000], [1001]]).shares).toEqual([1, 0]);
    expect(tally([[0], [0.001]]).shares).toEqual([1, 0]);
  });

  it("refuses costs that cannot be compared", () => {
    expect(() => tally([])).toThrow(/costs/);
    expect(() => tally([[1, 2], [1]])).toThrow(/costs\[1\]/);
    expect(() => tally([[1], [Number.NaN]])).toThrow(/costs\[1\]\[0\]/);
    expect(() => tallyWinners([[2]], 2)).toThrow(/winners\[0\]/);
    expect(() => tallyWinners([[]], 2)).toThrow(/winners\[0\]/);
  });
});

describe("the lead", () => {
  it("is the documented example: 5 to 1 is no more than chance", () => {
    const lead = leadOf(
      tally([
        [1, 1, 1, 1, 1, 5],
        [2, 2, 2, 2, 2, 2],
      ]),
    );
    expect(lead).toMatchObject({ leader: 0, pValue: 0.21875, beyondChance: false });
  });

  it("of 24 to 8 is beyond chance, of 22 to 10 and of 18 to 14 is not", () => {
    expect(leadOf(race(24, 8)).beyondChance).toBe(true);
    expect(leadOf(race(22, 10)).beyondChance).toBe(false);
    expect(leadOf(race(18, 14)).beyondChance).toBe(false);
  });

  it("needs six replicas at least, and eight of eight or seven of seven in a small run", () => {
    for (let replicas = 1; replicas <= 5; replicas++) expect(leadOf(race(replicas, 0)).beyondChance).toBe(false);
    expect(leadOf(race(6, 0)).beyondChance).toBe(true);
    expect(leadOf(race(7, 1)).beyondChance).toBe(false);
    expect(leadOf(race(8, 0)).beyondChance).toBe(true);
  });

  it("is nobody's where the first place is shared, and where nothing has run", () => {
    expect(leadOf(race(4, 4)).leader).toBeUndefined();
    expect(leadOf(race(0, 0)).leader).toBeUndefined();
  });

  it("is nobody's between two options that always cost the same, however rarely a third is cheaper", () => {
    const same = new Array<number>(32).fill(1);
    const lead = leadOf(tally([same, same, same.map((_, r) => (r < 2 ? 0.5 : 2))]));
    expect(lead.leader).toBeUndefined();
    expect(lead.order).toEqual([0, 1, 2]);
    expect(lead.beyondChance).toBe(false);
  });

  it("asks only the replicas that tell the two apart", () => {
    const winners = [...new Array(20).fill([0, 1]), ...new Array(6).fill([0]), [2]];
    expect(leadOf(tallyWinners(winners, 3)).pValue).toBeCloseTo(signTest(6, 0), 15);
    expect(leadOf(tallyWinners(winners, 3)).beyondChance).toBe(true);
  });

  it.each([2, 4])("is seen between %i equal options no more often than its level says", (options) => {
    const random = createRandom(11, `lead-${options}`);
    const runs = 2000;
    let seen = 0;
    for (let run = 0; run < runs; run++) {
      const winners = Array.from({ length: 32 }, () => [random.integer(options)]);
      if (leadOf(tallyWinners(winners, options)).beyondChance) seen++;
    }
    expect(seen / runs).toBeLessThan(leadLevel + 0.01);
  });
});
