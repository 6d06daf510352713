import { describe, expect, test } from "vitest";
import { createRandom } from "@/simulations/core/random";
import { featureCount, phoneFeatures } from "@/simulations/core/worlds/phone-features";
import { drawPhones } from "@/simulations/core/worlds/phones";

const draw = (seed: number, count: number, size = 8) => drawPhones(createRandom(seed, "phones"), count, { size });

describe("features of phones", () => {
  test("are the contrasts to the picture's mean and the mean, features first", () => {
    const batch = draw(7, 2);
    const features = phoneFeatures([batch]);
    expect(features).toHaveLength(featureCount(8) * 2);
    const second = batch.images.subarray(64, 128);
    const mean = second.reduce((sum, grey) => sum + grey, 0) / 64;
    expect(features[2 * 5 + 1]).toBeCloseTo((second[5]! - mean) / 0.1, 4);
    expect(features[2 * 64 + 1]).toBeCloseTo((mean - 0.45) / 0.1, 4);
  });

  test("of two batches stand side by side as those of one", () => {
    const [a, b] = [draw(1, 3), draw(2, 2)];
    const both = phoneFeatures([a, b]);
    for (let f = 0; f < featureCount(8); f++) {
      expect(both.slice(f * 5, f * 5 + 3)).toEqual(phoneFeatures([a]).slice(f * 3, f * 3 + 3));
      expect(both.slice(f * 5 + 3, f * 5 + 5)).toEqual(phoneFeatures([b]).slice(f * 2, f * 2 + 2));
    }
  });

  test("refuses no pictures and pictures of two sizes", () => {
    expect(() => phoneFeatures([])).toThrow(/batches/);
    expect(() => phoneFeatures([draw(1, 2), draw(1, 2, 10)])).toThrow(/images/);
  });
});
