/**
 * What peeking costs: chance that at least one of K equally spaced looks at accumulating data shows a two-sided p-value of
 * at most α although there is no effect (Armitage, McPherson and Rowe 1969).
 *
 * The sum S of k standard normal steps is followed as long as |S| ≤ z√k:  f₁ = φ,  f_{k+1}(s) = ∫ f_k(u) φ(s − u) du over the
 * region kept, by Simpson's rule; the chance is 1 − ∫ f_K.
 *
 * @example peekingInflation(5, 0.05) // 0.1417
 */
import { checkOpenProbability, checkWholeNumber } from "../check";
import { criticalValue } from "./binomial-interval";

const density = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
const STEP = 0.08;

/** Chances for 1 … looks looks. */
export function peekingCurve(looks: number, alpha = 0.05): number[] {
  checkWholeNumber("looks", looks, 1);
  checkOpenProbability("alpha", alpha);
  const z = criticalValue(1 - alpha);
  const chances: number[] = [];
  let nodes: number[] = [0];
  // Before the first look all weight sits at 0.
  let mass: number[] = [1];
  for (let k = 1; k <= looks; k++) {
    const edge = z * Math.sqrt(k);
    const intervals = 2 * Math.ceil(edge / STEP);
    const width = (2 * edge) / intervals;
    const next = Array.from({ length: intervals + 1 }, (_, i) => -edge + i * width);
    mass = next.map((s, i) => {
      let value = 0;
      for (let j = 0; j < nodes.length; j++) value += mass[j]! * density(s - nodes[j]!);
      const simpson = i === 0 || i === intervals ? 1 : i % 2 === 1 ? 4 : 2;
      return (value * simpson * width) / 3;
    });
    nodes = next;
    chances.push(1 - mass.reduce((sum, value) => sum + value, 0));
  }
  return chances;
}

/** Chance after `looks` looks. */
export function peekingInflation(looks: number, alpha = 0.05): number {
  return peekingCurve(looks, alpha)[looks - 1]!;
}
