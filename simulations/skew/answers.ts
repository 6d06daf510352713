/** Who answers: the model at two thresholds, the constant answers, and the reader's code; what each costs, replica by replica. */
import { type Lead, leadOf, type Tally, tally } from "../core/statistics/lead";
import { cast } from "../course/cast";
import type { Role } from "../ui/ink/roles";
import { thresholdText } from "./cases";
import type { SkewFrame } from "./frames";
import type { SkewValues } from "./knobs";
import { bestByMoney, hasMoney, moneyAt, moneyOfAlways, moneyOfNever, ownMoney } from "./money";
import { type BestThreshold, costOf, countsAt, ownCounts, perCases } from "./scores";

export type AnswerId = "own" | "cheapest" | "set" | "never" | "always";

export interface Answer {
  readonly id: AnswerId;
  readonly label: string;
  readonly role: Role;
  /** Per 1,000 cases, one a replica. */
  readonly costs: readonly number[];
}

const per = (costs: readonly number[]): number[] => costs.map((cost) => perCases * cost);

/** In the order of charts and tables. @param own undefined where there is no code */
function answersOf(
  { threshold }: SkewValues,
  costs: Readonly<Record<Exclude<AnswerId, "own">, readonly number[]>>,
  own: readonly number[] | undefined,
): Answer[] {
  const named: readonly Answer[] = [
    ...(own ? [{ id: "own", label: "Your code", role: cast.you, costs: own } as const] : []),
    { id: "cheapest", label: "Model, cheapest", role: "blue", costs: costs.cheapest },
    { id: "set", label: `Model, ${thresholdText(threshold)}`, role: "blue", costs: costs.set },
    { id: "never", label: 'print("0")', role: "grey", costs: costs.never },
    { id: "always", label: 'print("1")', role: "grey", costs: costs.always },
  ];
  return named.filter((answer) => answer.costs.length > 0);
}

/** What the constant answers cost per 1,000 cases, in false alarms. */
export const constantCosts = ({ prevalence, missCost }: SkewValues) => ({
  never: perCases * prevalence * missCost,
  always: perCases * (1 - prevalence),
});

/** In false alarms: every miss costs the same. */
export function answersByCost(
  frames: readonly SkewFrame[],
  values: SkewValues,
  best: readonly BestThreshold[],
): Answer[] {
  const { missCost, threshold } = values;
  const { never, always } = constantCosts(values);
  const costs = (counts: ReturnType<typeof countsAt>) => per(counts.map((each) => costOf(each, missCost)));
  const own = ownCounts(frames);
  return answersOf(
    values,
    {
      cheapest: per(best.map(({ cost }) => cost)),
      set: costs(countsAt(frames, threshold)),
      never: best.map(() => never),
      always: best.map(() => always),
    },
    own && costs(own),
  );
}

/** In €: a missed fraud costs its amount. Empty where cases have no amount. */
export function answersByMoney(frames: readonly SkewFrame[], values: SkewValues): Answer[] {
  if (!hasMoney(frames)) return [];
  const own = ownMoney(frames);
  return answersOf(
    values,
    {
      cheapest: per(bestByMoney(frames).map(({ cost }) => cost)),
      set: per(moneyAt(frames, values.threshold)),
      never: per(moneyOfNever(frames)),
      always: per(moneyOfAlways(frames)),
    },
    own && per(own),
  );
}

/** The reader's code against one other answer, on the same cases. */
export interface Duel extends Tally, Lead {
  readonly rival: Answer;
  /** Replicas in which the code costs less; a tie counts as half. */
  readonly won: number;
  /** The code costs less in more replicas, and that is more than chance. */
  readonly isCheaper: boolean;
}

/** Against each of the others, in their order; none without code. */
export function duelsOf(answers: readonly Answer[]): Duel[] {
  const own = answers.find(({ id }) => id === "own");
  if (!own) return [];
  return answers
    .filter((rival) => rival !== own)
    .map((rival) => {
      const counted = tally([own.costs, rival.costs]);
      const lead = leadOf(counted);
      return { ...counted, ...lead, rival, won: counted.shares[0]!, isCheaper: lead.leader === 0 && lead.beyondChance };
    });
}
