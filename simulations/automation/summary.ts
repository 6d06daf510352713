/**
 * The five degrees in a few numbers: medians over replicas at the chosen threshold, with the 10th and 90th percentile.
 *
 * `cheapestShare` is the share of replicas in which the degree cost least (a tie counts in equal parts). `bestThreshold` is the
 * threshold at which partial automation costs least by the median; `partialBeatsBothShare` the share of replicas in which it
 * is then cheaper than inspectors alone and than the model alone. A degree whose inspectors have more to do than they can
 * is `overloaded`: its delay grows for as long as the shift lasts and is null.
 */
import { bandOf, type Named, namedBand } from "../core/statistics/band";
import { tally } from "../core/statistics/lead";
import { quantile } from "../core/statistics/quantile";
import { type AutomationFrame, type DegreeName, degreeNames, momentOf, thresholdOf } from "./frames";
import type { AutomationValues } from "./knobs";

export interface DegreeSummary extends Named<"error" | "cost"> {
  readonly name: DegreeName;
  /** Mean seconds to a verdict; null when overloaded. */
  readonly delaySeconds: number | null;
  readonly delayP95Seconds: number | null;
  readonly humanShare: number;
  readonly overloaded: boolean;
  readonly cheapestShare: number;
}

export interface AutomationSummary {
  readonly threshold: number;
  readonly degrees: readonly DegreeSummary[];
  readonly bestThreshold: number;
  readonly partialBeatsBothShare: number;
}

export type MeasureName = "error" | "cost" | "delaySeconds" | "delayP95Seconds" | "humanShare" | "inspectorLoad";

/** One degree's measure in every replica at one threshold. */
export function valuesAt(
  frames: readonly AutomationFrame[],
  moment: number,
  name: MeasureName,
  degree: DegreeName,
): number[] {
  const row = degreeNames.indexOf(degree);
  return frames
    .filter((frame) => frame.moment === moment)
    .flatMap((frame) => {
      const size = frame.replicas.to - frame.replicas.from;
      return Array.from(frame[name].subarray(row * size, (row + 1) * size));
    });
}

/** @throws RangeError without a frame at the chosen threshold */
export function summarize(frames: readonly AutomationFrame[], values: AutomationValues): AutomationSummary {
  const chosen = momentOf(values.threshold);
  const at = (name: MeasureName, degree: DegreeName, moment = chosen) => valuesAt(frames, moment, name, degree);
  const median = (numbers: readonly number[]) => quantile(numbers, 0.5);
  const costs = degreeNames.map((degree) => at("cost", degree));
  const { replicas, shares } = tally(costs);
  const moments = [...new Set(frames.map(({ moment }) => moment))];
  const best = moments.reduce((a, b) => (median(at("cost", "partial", b)) < median(at("cost", "partial", a)) ? b : a));
  const partial = at("cost", "partial", best);
  const [human, full] = [at("cost", "human", best), at("cost", "full", best)];
  return {
    threshold: values.threshold,
    degrees: degreeNames.map((name, d) => {
      const overloaded = median(at("inspectorLoad", name)) >= 1;
      return {
        name,
        ...namedBand("error", bandOf(at("error", name))),
        ...namedBand("cost", bandOf(costs[d]!)),
        delaySeconds: overloaded ? null : median(at("delaySeconds", name)),
        delayP95Seconds: overloaded ? null : median(at("delayP95Seconds", name)),
        humanShare: median(at("humanShare", name)),
        overloaded,
        cheapestShare: shares[d]! / replicas,
      };
    }),
    bestThreshold: thresholdOf(best),
    partialBeatsBothShare: partial.filter((cost, r) => cost < human[r]! && cost < full[r]!).length / replicas,
  };
}
