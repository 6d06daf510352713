/** Thresholds of the groups under a policy, chosen on applications whose outcome is known (after Hardt, Price and Srebro 2016). */
import type { Policy } from "./knobs";

export interface Scored {
  readonly score: Float64Array;
  readonly repaid: Uint8Array;
  readonly group: Uint8Array;
}

const steps = 199;
const grid = Array.from({ length: steps }, (_, i) => (i + 1) / (steps + 1));

interface Rates {
  readonly selected: number;
  readonly tpr: number;
  readonly fpr: number;
}

/** Rates of the cases that `among` lets through, at every threshold of the grid. */
function ratesAt({ score, repaid, group }: Scored, among: (g: number) => boolean): Rates[] {
  return grid.map((threshold) => {
    let [n, positives, tp, fp] = [0, 0, 0, 0];
    for (let i = 0; i < score.length; i++) {
      if (!among(group[i]!)) continue;
      n++;
      positives += repaid[i]!;
      if (score[i]! <= threshold) continue;
      if (repaid[i] === 1) tp++;
      else fp++;
    }
    return {
      selected: (tp + fp) / Math.max(1, n),
      tpr: tp / Math.max(1, positives),
      fpr: fp / Math.max(1, n - positives),
    };
  });
}

const distances: Readonly<Record<Exclude<Policy, "one">, (a: Rates, b: Rates) => number>> = {
  parity: (a, b) => Math.abs(a.selected - b.selected),
  opportunity: (a, b) => Math.abs(a.tpr - b.tpr),
  odds: (a, b) => Math.max(Math.abs(a.tpr - b.tpr), Math.abs(a.fpr - b.fpr)),
};

/** @returns one threshold a group: each brings its group as close as it can to what all together have at `threshold` */
export function thresholdsOf(policy: Policy, cases: Scored, threshold: number): [number, number] {
  if (policy === "one") return [threshold, threshold];
  const together = ratesAt(cases, () => true);
  const nearest = grid.reduce(
    (best, value, i) => (Math.abs(value - threshold) < Math.abs(grid[best]! - threshold) ? i : best),
    0,
  );
  const aim = together[nearest]!;
  const choose = (g: number) => {
    const rates = ratesAt(cases, (each) => each === g);
    let best = 0;
    rates.forEach((rate, i) => {
      if (distances[policy](rate, aim) < distances[policy](rates[best]!, aim) - 1e-12) best = i;
    });
    return grid[best]!;
  };
  return [choose(0), choose(1)];
}
