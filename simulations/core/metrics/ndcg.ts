/**
 * Normalised discounted cumulative gain of a ranked list (Järvelin and Kekäläinen 2002), gains 2^grade − 1.
 *
 *   DCG = Σ over the first k places of (2^grade − 1) / log₂(1 + place);  NDCG = DCG / that of the best order
 *
 * @example ndcg([3, 0, 0], [0.9, 0.5, 0.1], 3) // 1
 */
import { checkSameLength, checkWholeNumber, type Numbers } from "../check";

/** @returns 0 … 1; NaN where no site has a grade */
export function ndcg(grades: Numbers, scores: Numbers, places: number): number {
  checkSameLength("grades", grades, "scores", scores);
  checkWholeNumber("places", places, 1);
  const order = Array.from({ length: scores.length }, (_, i) => i).sort((a, b) => scores[b]! - scores[a]! || a - b);
  const best = Array.from(grades).sort((a, b) => b - a);
  const gain = (of: (place: number) => number) => {
    let sum = 0;
    for (let place = 0; place < Math.min(places, grades.length); place++)
      sum += (2 ** of(place) - 1) / Math.log2(2 + place);
    return sum;
  };
  return gain((place) => grades[order[place]!]!) / gain((place) => best[place]!);
}
