/** What a knob's value means at the other settings, in a few words under its control. */
import { effectiveSampleSize } from "../core/statistics/effective-sample-size";
import { monthWeights } from "../core/statistics/month-weights";
import { formatNumber } from "../ui/ink/format";
import { sizeText } from "./chart";
import { monthsBefore } from "./frames";
import { movedBy, type RetrainingValues } from "./knobs";

/** Examples of equal weight that the weighted strategy's examples are worth in the last month. */
export function weightedWorth(values: RetrainingValues): number {
  const weights = monthWeights("weighted", values.months - 1, { ...values, before: monthsBefore });
  return values.examplesPerMonth * effectiveSampleSize(weights);
}

export function meaning(knob: string, values: RetrainingValues): string | undefined {
  const { world, strength, examplesPerMonth, window, onset, months } = values;
  switch (knob) {
    case "strength":
      if (world === "houses") return `prices change by ${sizeText(values)}`;
      if (world === "queries") return `the boundary rotates by ${sizeText(values)}`;
      return `${formatNumber(movedBy.weather(strength), 0)} % of the days from New York`;
    case "examplesPerMonth":
      return `${window * examplesPerMonth} in a window of ${window} ${window === 1 ? "month" : "months"}`;
    case "window":
      return `${window * examplesPerMonth} examples`;
    case "halfLife":
      return `worth ${formatNumber(weightedWorth(values), 0)} examples of equal weight`;
    case "onset":
      return onset < months ? undefined : `after the last month (${months - 1}): no change in this run`;
    default:
      return undefined;
  }
}
