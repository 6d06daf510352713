/** The reader's code beside the other rules: who detects faults soonest, replica by replica, and how many false alarms it costs. */
import { type Lead, leadOf, type Tally, tally } from "../core/statistics/lead";
import { type Raced, type ScoreName, scoreNames } from "./frames";
import type { Scores } from "./summary";

export interface Contest extends Tally, Lead {
  /** Rules in the order of `shares`: all that race but the two ends. */
  readonly rules: readonly Raced[];
  /** Replicas in which the code is sooner than the rule that is set, and later. */
  readonly sooner: number;
  readonly later: number;
  readonly soonerBeyondChance: boolean;
}

const scoresBy = ({ raced, rules }: Scores, rule: Raced, name: ScoreName): readonly number[] =>
  rules[raced.indexOf(rule)]![scoreNames.indexOf(name)]!;

/** Mean over the replicas in which there is something to judge; NaN where there is none. */
export function meanScore(scores: Scores, rule: Raced, name: ScoreName): number {
  const known = scoresBy(scores, rule, name).filter((value) => !Number.isNaN(value));
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}

/** undefined without code, and where no replica has a fault. */
export function contestOf(scores: Scores): Contest | undefined {
  if (!scores.raced.includes("yours")) return undefined;
  const rules = scores.raced.filter((rule) => rule !== "always" && rule !== "never");
  const daysOf = (rule: Raced) => scoresBy(scores, rule, "daysToDetect").filter((days) => !Number.isNaN(days));
  if (daysOf("yours").length === 0) return undefined;
  const counted = tally(rules.map(daysOf));
  const pair = tally([daysOf("yours"), daysOf("own")]);
  const only = (one: number) => pair.winners.filter((won) => won.length === 1 && won[0] === one).length;
  const { leader, beyondChance } = leadOf(pair);
  return {
    rules,
    ...counted,
    ...leadOf(counted),
    sooner: only(0),
    later: only(1),
    soonerBeyondChance: leader === 0 && beyondChance,
  };
}
