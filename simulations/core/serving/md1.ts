/**
 * M/D/1: random arrivals at rate λ, one server, every service takes exactly D (Erlang 1909).
 *
 * The distribution of the wait is a sum that cancels badly in its textbook form; here it comes from the numbers in the system
 * pₙ, where every term is positive (Franx 2001):
 *   P(wait ≤ t) = Σ_{j<k} P(N ≤ k − j) · e^{−x} xʲ/j!,  x = λ(kD − t),  k = ⌊t/D⌋ + 1
 *   a₀ p_{n+1} = p₀ P(A > n) + Σ_{i=1…n} pᵢ P(A > n + 1 − i),  A ~ Poisson(λD),  p₀ = 1 − λD
 *
 * @example md1(0.5, 1) // { stable: true, rho: 0.5, waitingTime: 0.5, … }; its waitCdf(1) is 0.8243606353500641
 */
import gammainc from "@stdlib/math-base-special-gammainc";
import gammaln from "@stdlib/math-base-special-gammaln";
import { checkNotNegative, checkPositive } from "../check";
import { mg1, type QueueMeans, type Unstable } from "./closed-forms";

export interface Md1 extends QueueMeans {
  /** P(wait ≤ t). O((t/D)²). */
  waitCdf(t: number): number;
}

/** @param arrivalRate λ > 0  @param serviceTime D > 0 */
export function md1(arrivalRate: number, serviceTime: number): Md1 | Unstable {
  checkPositive("arrivalRate", arrivalRate);
  checkPositive("serviceTime", serviceTime);
  const means = mg1(arrivalRate, serviceTime, 0);
  if (!means.stable) return means;
  return {
    ...means,
    waitCdf(t) {
      checkNotNegative("t", t);
      const k = Math.floor(t / serviceTime) + 1;
      const x = Math.max(0, arrivalRate * (k * serviceTime - t));
      const atMost = cumulativeNumbers(means.rho, k);
      let sum = 0;
      for (let j = 0; j < k; j++) {
        const poisson = x === 0 ? (j === 0 ? 1 : 0) : Math.exp(j * Math.log(x) - x - gammaln(j + 1));
        sum += atMost[k - j]! * poisson;
      }
      return Math.min(1, sum);
    },
  };
}

/** P(N ≤ n) for n = 0 … last. */
function cumulativeNumbers(rho: number, last: number): number[] {
  // P(A > n) for Poisson(ρ) arrivals during one service, n = 0 … last.
  const more = Array.from({ length: last + 1 }, (_, n) => gammainc(rho, n + 1, true, false));
  const p = [1 - rho];
  for (let n = 0; n < last; n++) {
    let up = p[0]! * more[n]!;
    for (let i = 1; i <= n; i++) up += p[i]! * more[n + 1 - i]!;
    p.push(up / Math.exp(-rho));
  }
  let total = 0;
  return p.map((probability) => {
    total += probability;
    return Math.min(1, total);
  });
}
