/**
 * What a network is shown of a phone's picture: each pixel relative to the picture's mean, and the mean.
 *
 *   feature k = (pixel k − mean) / 0.1,  last feature = (mean − 0.45) / 0.1
 *
 * The contrast carries the scratch whatever the lighting, the mean says which lighting it is; both have a spread of about 1.
 *
 * @example phoneFeatures([drawPhones(createRandom(7, "phones"), 2, { size: 8 })]).length // (64 + 1) · 2
 */
import { checkNotEmpty, checkSameLength } from "../check";
import type { PhoneBatch } from "./phones";

/** Features of a picture of `size` by `size` pixels. */
export const featureCount = (size: number): number => size * size + 1;

const together = 16;

/** All batches one after the other, [featureCount(size), phones]. @throws RangeError when pictures differ in size. */
export function phoneFeatures(batches: readonly PhoneBatch[]): Float32Array {
  checkNotEmpty("batches", batches);
  const { size } = batches[0]!;
  const pixels = size * size;
  const total = batches.reduce((sum, { count }) => sum + count, 0);
  const features = new Float32Array(featureCount(size) * total);
  const means = new Float64Array(together);
  let column = 0;
  for (const { images, count } of batches) {
    checkSameLength("pictures of the first batch's size", { length: count * pixels }, "images", images);
    // Some phones at a time, so that what is written side by side is written together.
    for (let from = 0; from < count; from += together) {
      const to = Math.min(count, from + together);
      for (let i = from; i < to; i++) {
        let mean = 0;
        for (let k = 0; k < pixels; k++) mean += images[i * pixels + k]! / pixels;
        means[i - from] = mean;
        features[pixels * total + column + i] = (mean - 0.45) / 0.1;
      }
      for (let k = 0; k < pixels; k++)
        for (let i = from; i < to; i++)
          features[k * total + column + i] = (images[i * pixels + k]! - means[i - from]!) / 0.1;
    }
    column += count;
  }
  return features;
}
