import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bucketOf, bucketsOf, routesToNew } from "@/simulations/core/serving/router";

const USERS = Int32Array.from({ length: 20_000 }, (_, i) => i);

describe("router", () => {
  test("a larger weight only moves users from old to new", () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.string(),
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.double({ min: 0, max: 100, noNaN: true }),
        (id, salt, a, b) => {
          const bucket = bucketOf(id, salt);
          expect(bucketOf(id, salt)).toBe(bucket);
          if (routesToNew(bucket, Math.min(a, b))) expect(routesToNew(bucket, Math.max(a, b))).toBe(true);
        },
      ),
    );
  });

  test("nobody gets the new version at weight 0 and everybody at 100", () => {
    const buckets = bucketsOf(USERS, "release");
    expect(buckets.some((bucket) => routesToNew(bucket, 0))).toBe(false);
    expect(buckets.every((bucket) => routesToNew(bucket, 100))).toBe(true);
  });

  test.each([1, 5, 20, 50, 90])("the share of users on the new version is the weight of %i percent", (weight) => {
    for (const salt of ["a", "b", "release-7", "release-8"]) {
      const share = bucketsOf(USERS, salt).filter((bucket) => routesToNew(bucket, weight)).length / USERS.length;
      const error = Math.sqrt(((weight / 100) * (1 - weight / 100)) / USERS.length);
      expect(Math.abs(share - weight / 100)).toBeLessThan(5 * error);
    }
  });

  test("buckets fill evenly, and another salt deals the users afresh", () => {
    const counts = new Array<number>(100).fill(0);
    const a = bucketsOf(USERS, "a");
    const b = bucketsOf(USERS, "b");
    for (const bucket of a) counts[Math.floor(bucket)]! += 1;
    const chiSquare = counts.reduce((sum, count) => sum + (count - 200) ** 2 / 200, 0);
    // 99 degrees of freedom: mean 99, standard deviation 14.1.
    expect(chiSquare).toBeLessThan(99 + 5 * 14.1);
    const both = a.filter((bucket, i) => bucket < 20 && b[i]! < 20).length / USERS.length;
    expect(Math.abs(both - 0.04)).toBeLessThan(0.007);
  });

  test("refuses a weight that is not a percentage", () => {
    expect(() => routesToNew(1, 120)).toThrow(/weight.*between 0 and 100.*got 120/);
  });
});
