/**
 * The reader's own strategy: the weight of an example by its age, computed for all months of a race at once. The function is called for
 * every age of a labelled month in every month that has a model; only the ratios of its answers count.
 */
import { newestLabelled } from "../core/statistics/month-weights";
import { CodeFault, type Interpret } from "../runtime/own-code";
import { monthsBefore, ownFunction } from "./frames";
import type { RetrainingValues } from "./knobs";

/** [month][months from −3 to month − 1]: the largest weight of a month is 1. */
export type OwnWeights = readonly Float32Array[];

/** @throws CodeFault, also where all weights of a month are 0: there would be nothing to learn from */
export async function ownWeights(interpret: Interpret, values: RetrainingValues): Promise<OwnWeights> {
  const { rule, months, labelDelay, seed } = values;
  const ages: number[] = [];
  const at: number[] = [];
  const agesOf = (month: number) =>
    Array.from({ length: monthsBefore + month }, (_, i) => newestLabelled(month, labelDelay) - (i - monthsBefore));
  for (let month = 0; month < months; month++)
    for (const age of agesOf(month)) {
      if (age < 0) continue;
      ages.push(age);
      at.push(month);
    }
  const columns = [Float64Array.from(ages), Float64Array.from(at)];
  const { values: given } = await interpret({
    ...ownFunction,
    source: rule,
    seed,
    calls: { kind: "rows", columns },
  });
  let next = 0;
  return Array.from({ length: months }, (_, month) => {
    const weights = agesOf(month).map((age) => (age < 0 ? 0 : given[next++]!));
    const largest = Math.max(...weights);
    if (largest === 0)
      throw new CodeFault(
        `In month ${month} your function gives every month the weight 0. At least one must be above 0.`,
      );
    return Float32Array.from(weights, (weight) => weight / largest);
  });
}
