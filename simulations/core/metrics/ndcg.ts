/**
 * Normalised discounted cumulative gain of a ranked list (Järvelin and Kekäläinen 2002), gains 2^grade − 1.
 *
 *   DCG = Σ over the first k places of (2^grade − 1) / log₂(1 + place);  NDCG = DCG / that of the best order
 *
 * @example ndcg([3, 0, 0], [0.9, 0.5, 0.1], 3) // 1
 */
import { checkSameLength, checkWholeNumber, type Numbers } from "../check";

/** @returns 0 … 1; NaN where no site has a grade. Of equal scores the earlier one stands first. */
export function ndcg(grades: Numbers, scores: Numbers, places: number): number {
  checkSameLength("grades", grades, "scores", scores);
  checkWholeNumber("places", places, 1);
  return gained(grades, scores, places) / gained(grades, grades, places);
}

/** DCG of the order by `values`, highest first: the few first places are picked one by one, without sorting the rest. */
function gained(grades: Numbers, values: Numbers, places: number): number {
  const taken = new Uint8Array(values.length);
  let sum = 0;
  for (let place = 0; place < Math.min(places, values.length); place++) {
    let best = -1;
    for (let i = 0; i < values.length; i++) if (taken[i] === 0 && (best < 0 || values[i]! > values[best]!)) best = i;
    taken[best] = 1;
    sum += (2 ** grades[best]! - 1) / Math.log2(2 + place);
  }
  return sum;
}
