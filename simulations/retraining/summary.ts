/**
 * The race in a few figures.
 *
 * Each replica's figures are means over months; what is given are medians over replicas, and for the errors since the
 * change the 10th and 90th percentile. `winShare` is the share of replicas in which the strategy had the lowest error since
 * the change among all four; a tie counts in equal parts. Without a change in sight "since" means all months. `lead` says whether
 * the strategy with the largest share leads by more than chance (core/statistics/lead).
 */
import { bandOf } from "../core/statistics/band";
import { leadOf, tally } from "../core/statistics/lead";
import { quantile } from "../core/statistics/quantile";
import type { Contestant, RetrainingFrame } from "./frames";
import type { RetrainingValues } from "./knobs";

export interface StrategySummary {
  readonly name: Contestant;
  readonly meanError: number;
  readonly errorSinceChange: number;
  readonly p10: number;
  readonly p90: number;
  readonly winShare: number;
}

export interface RetrainingSummary {
  readonly strategies: readonly StrategySummary[];
  /** Replicas in which two or more strategies cost the same. */
  readonly ties: number;
  readonly lead: {
    /** null: two strategies share the first place. */
    readonly leader: Contestant | null;
    readonly pValue: number;
    readonly beyondChance: boolean;
  };
}

/** Mean error of each strategy and replica over the months from `from` on: [strategy][replica]. */
export function errorsFrom(frames: readonly RetrainingFrame[], from: number): number[][] {
  const names = frames[0]?.strategies ?? [];
  const replicas = Math.max(0, ...frames.map((frame) => frame.replicas.to));
  const sums = names.map(() => new Array<number>(replicas).fill(0));
  const counts = new Array<number>(replicas).fill(0);
  for (const { moment, replicas: range, errors } of frames) {
    if (moment < from) continue;
    const size = range.to - range.from;
    for (let r = 0; r < size; r++) {
      counts[range.from + r]! += 1;
      for (let s = 0; s < names.length; s++) sums[s]![range.from + r]! += errors[s * size + r]!;
    }
  }
  // Replicas that have not been computed yet are left out.
  return sums.map((perReplica) => perReplica.map((sum, r) => sum / counts[r]!).filter((_, r) => counts[r]! > 0));
}

/** The first month that counts as "since the change". */
export function changeMonth(values: Pick<RetrainingValues, "onset" | "months">): number {
  return values.onset < values.months ? values.onset : 0;
}

export function summarize(frames: readonly RetrainingFrame[], values: RetrainingValues): RetrainingSummary {
  const names = frames[0]?.strategies ?? [];
  const overall = errorsFrom(frames, 0);
  const since = errorsFrom(frames, changeMonth(values));
  const replicas = since[0]?.length ?? 0;
  if (replicas === 0) return { strategies: [], ties: 0, lead: { leader: null, pValue: 1, beyondChance: false } };
  const counted = tally(since);
  const { leader, pValue, beyondChance } = leadOf(counted);
  return {
    strategies: names.map((name, s) => {
      const { low, middle, high } = bandOf(since[s]!);
      return {
        name,
        meanError: quantile(overall[s]!, 0.5),
        errorSinceChange: middle,
        p10: low,
        p90: high,
        winShare: counted.shares[s]! / replicas,
      };
    }),
    ties: counted.ties,
    lead: { leader: leader === undefined ? null : names[leader]!, pValue, beyondChance },
  };
}
