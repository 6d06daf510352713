/** The four that race: how they are named, what they cost each replica, and who wins where. */
import type { Run } from "../runtime/experiment-state";
import type { Role } from "../ui/chart/model";
import type { RetrainingFrame, StrategyName } from "./frames";
import type { RetrainingValues } from "./knobs";
import { changeMonth, errorsFrom } from "./summary";

export type RetrainingRun = Run<RetrainingFrame>;

/** Line, label and the name used in sentences and options. */
export const strategies: Readonly<Record<StrategyName, { role: Role; label: string; name: string }>> = {
  never: { role: "never", label: "Never retrained", name: "never retrained" },
  all: { role: "all", label: "All data", name: "all data" },
  weighted: { role: "weighted", label: "Weighted", name: "more weight for the new" },
  window: { role: "window", label: "Window", name: "recent window" },
};

export const strategyNames = Object.keys(strategies) as StrategyName[];

/** Does anything change within the months shown? */
export const changes = ({ shape, strength, onset, months }: RetrainingValues): boolean =>
  shape !== "none" && strength > 0 && onset < months;

export interface Contest {
  /** Mean error since the change: [strategy][replica]. */
  readonly since: readonly (readonly number[])[];
  /** The strategy with the lowest error since the change, per replica. */
  readonly winners: readonly StrategyName[];
  /** Replicas won, per strategy. */
  readonly wins: Readonly<Record<StrategyName, number>>;
  readonly leader: StrategyName;
  /** false: the leader's lead over the runner-up is inside the noise. */
  readonly sure: boolean;
}

export function contestOf(frames: readonly RetrainingFrame[], values: RetrainingValues): Contest | undefined {
  const since = errorsFrom(frames, changeMonth(values));
  const replicas = since[0]?.length ?? 0;
  if (replicas === 0) return undefined;
  const winners = Array.from({ length: replicas }, (_, r) => {
    const lowest = Math.min(...since.map((errors) => errors[r]!));
    return strategyNames[since.findIndex((errors) => errors[r] === lowest)]!;
  });
  const wins = Object.fromEntries(
    strategyNames.map((name) => [name, winners.filter((winner) => winner === name).length]),
  );
  const mean = (errors: readonly number[]) => errors.reduce((sum, error) => sum + error, 0) / errors.length;
  const order = strategyNames
    .map((name, s) => ({ name, errors: since[s]!, mean: mean(since[s]!) }))
    .sort((a, b) => a.mean - b.mean);
  const [first, second] = [order[0]!, order[1]!];
  return {
    since,
    winners,
    wins: wins as Record<StrategyName, number>,
    leader: first.name,
    sure: leads(first.errors, second.errors),
  };
}

/**
 * Whether `ahead` is lower than `behind` by more than luck: the paired differences' mean is more than two standard errors
 * below zero (they come from the same draws). With fewer than three replicas nothing is sure.
 */
export function leads(ahead: readonly number[], behind: readonly number[]): boolean {
  const n = ahead.length;
  if (n < 3) return false;
  const differences = ahead.map((error, r) => error - behind[r]!);
  const mean = differences.reduce((sum, d) => sum + d, 0) / n;
  const variance = differences.reduce((sum, d) => sum + (d - mean) ** 2, 0) / (n - 1);
  return mean < -2 * Math.sqrt(variance / n);
}
