import { randomExponential, randomNormal } from "d3-random";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { describe, expect, it } from "vitest";
import { createRandom, hashName, hashNames } from "@/simulations/core/random";

/** The same stream from the libraries whose arithmetic is written out in core/random. */
function fromLibraries(seed: number, purpose: string) {
  const generator = xoroshiro128plus(hashName(seed, purpose));
  for (let i = 0; i < 8; i++) generator.next();
  const uniform = () => uniformFloat64(generator);
  return { uniform, normal: randomNormal.source(uniform)(0, 1), exponential: randomExponential.source(uniform) };
}

describe("streams of draws", () => {
  it("give what pure-rand and d3-random give, bit for bit", () => {
    for (const seed of [0, 1, 7, -3, 2 ** 31]) {
      const own = createRandom(seed, "libraries");
      const theirs = fromLibraries(seed, "libraries");
      for (let i = 0; i < 300; i++) {
        expect(own.uniform()).toBe(theirs.uniform());
        expect(own.normal()).toBe(theirs.normal());
        expect(own.normal(2, 3)).toBe(2 + 3 * theirs.normal());
        expect(own.exponential(0.3)).toBe(theirs.exponential(0.3)());
        expect(own.normal()).toBe(theirs.normal());
      }
    }
  });

  it("fill arrays with the numbers that single calls would give, wherever the array begins and ends", () => {
    const filled = createRandom(5, "filled");
    const single = createRandom(5, "filled");
    for (const length of [0, 1, 2, 3, 0, 7, 64, 1, 5]) {
      const got = Array.from(filled.normals(new Float64Array(length)));
      expect(got).toEqual(Array.from({ length }, () => single.normal()));
    }
    expect(filled.uniform()).toBe(single.uniform());
  });

  it("have one name whether it is hashed at once or its common part first", () => {
    for (const last of [0, 12345, -1, "12345", ""])
      expect(hashNames("router", "release 1 2")(last)).toBe(hashName("router", "release 1 2", last));
    expect(hashName("a", 1)).not.toBe(hashName("a", "1"));
  });

  it("are independent of each other's use", () => {
    const one = createRandom(5, "one");
    const other = createRandom(5, "other");
    const alone = createRandom(5, "one");
    const draws = Array.from({ length: 20 }, () => {
      other.normal();
      return one.normal();
    });
    expect(draws).toEqual(Array.from({ length: 20 }, () => alone.normal()));
  });
});
