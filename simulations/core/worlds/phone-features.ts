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

/** All batches one after the other, [featureCount(size), phones]. @throws RangeError when pictures differ in size. */
export function phoneFeatures(batches: readonly PhoneBatch[]): Float32Array {
  checkNotEmpty("batches", batches);
  const { size } = batches[0]!;
  const pixels = size * size;
  const total = batches.reduce((sum, { count }) => sum + count, 0);
  const features = new Float32Array(featureCount(size) * total);
  let column = 0;
  for (const { images, count } of batches) {
    checkSameLength("pictures of the first batch's size", { length: count * pixels }, "images", images);
    for (let i = 0; i < count; i++, column++) {
      let mean = 0;
      for (let k = 0; k < pixels; k++) mean += images[i * pixels + k]! / pixels;
      for (let k = 0; k < pixels; k++) features[k * total + column] = (images[i * pixels + k]! - mean) / 0.1;
      features[pixels * total + column] = (mean - 0.45) / 0.1;
    }
  }
  return features;
}
