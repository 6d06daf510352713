/** The code cell of print("0"): a classifier of the reader's own, and what can be reached with it. */
import { bandOf } from "../core/statistics/band";
import type { Calls } from "../runtime/own-code";
import { formatNumber } from "../ui/ink/format";
import { countText } from "../ui/results/lead-words";
import type { Challenge, CodeStanding, OwnCode } from "../ui/shell/own-code";
import type { Answer, AnswerId, Duel } from "./answers";
import { caseWords } from "./cases";
import { answerIntervals } from "./chart-cost";
import { duelSentences } from "./duel-words";
import type { SkewValues } from "./knobs";
import { alarmPrice } from "./money";
import { perCases, type SkewResults } from "./results";

const types = `/**
 * Decides about one case of the test set.
 *   score: the probability of fraud that
 *     the model gives, from 0 to 1
 *   amount: of the payment in €, to the
 *     cent. Half of the genuine payments
 *     are below 30 €. E-mails have 0.
 * Give 1 for an alarm and 0 for none
 * (true and false are allowed too).
 */
function classify(score: number, amount: number): 0 | 1 | boolean`;

const original = `function classify(score, amount) {
  return score >= 0.5 ? 1 : 0;
}
`;

/** Scores from end to end, with amounts from cents to thousands: what fails there does not enter the run. */
function trial({ data }: SkewValues): Calls {
  const scores = [0, 0.001, 0.01, 0.05, 0.1, 0.5, 0.9, 0.999, 1];
  const amounts = data === "synthetic" ? [0.01, 1, 29.96, 100, 12_345.67] : [0];
  const calls = scores.flatMap((score) => amounts.map((amount) => [score, amount] as const));
  return {
    kind: "rows",
    columns: [Float64Array.from(calls, ([score]) => score), Float64Array.from(calls, ([, amount]) => amount)],
  };
}

function standing(results: SkewResults): CodeStanding | undefined {
  const { values, costs, money, costDuels, moneyDuels } = results;
  if (costDuels.length === 0) return undefined;
  const { many } = caseWords(values);
  const per = `per ${formatNumber(perCases, 0)} ${many}`;
  const won = (duels: readonly Duel[], id: AnswerId) => {
    const duel = duels.find(({ rival }) => rival.id === id);
    if (!duel) return "";
    return duel.ties === duel.replicas
      ? "the same in all"
      : countText(duel.won, duel.replicas).replace(/ replicas?$/, "");
  };
  const text = (list: readonly Answer[]) => {
    const digits = answerIntervals(list).digits ?? 0;
    return (id: AnswerId) => {
      const { low, middle, high } = bandOf(list.find((answer) => answer.id === id)!.costs);
      const [from, at, to] = [low, middle, high].map((value) => formatNumber(value, digits));
      return `${at}${from === to ? "" : ` (${from} to ${to})`}`;
    };
  };
  const cost = text(costs);
  const lost = text(money);
  return {
    sentence: `${duelSentences(results).join(" ")} The table gives medians; 80 of 100 replicas lie in the range in brackets.`,
    columns: [
      "answer",
      `false alarms ${per}`,
      "replicas in which your code costs less",
      ...(money.length > 0 ? [`€ lost ${per}`, "replicas in which your code loses less"] : []),
    ],
    rows: costs.map(({ id, label }) => ({
      cells: [label, cost(id), won(costDuels, id), ...(money.length > 0 ? [lost(id), won(moneyDuels, id)] : [])],
      ...(id === "own" ? { own: true as const } : {}),
    })),
  };
}

/** Less than each of these answers, by more than chance. */
const isCheaperThan = (duels: readonly Duel[], ids: readonly AnswerId[]): boolean =>
  duels.length > 0 && ids.every((id) => duels.find(({ rival }) => rival.id === id)?.isCheaper);

const challenges: readonly Challenge<SkewValues, SkewResults>[] = [
  {
    id: "cost-of-a-miss",
    task: 'One payment in a hundred is a fraud, and a miss costs 20 false alarms. Cost less than the model at threshold 0.5 and less than print("0") and print("1"), by more than chance.',
    preset: "one-in-a-hundred",
    hint: "Compare what you expect to pay. Without an alarm, a payment costs 20 with the probability that it is a fraud. With an alarm, it costs 1 with the probability that it is not.",
    solution: `function classify(score, amount) {
  const withoutAlarm = score * 20;
  const withAlarm = (1 - score) * 1;
  return withAlarm < withoutAlarm ? 1 : 0;
}
`,
    isReached: ({ costDuels }) => isCheaperThan(costDuels, ["set", "never", "always"]),
  },
  {
    id: "money",
    task: `Now a missed fraud costs its amount, and a false alarm costs ${alarmPrice} €. Lose less money than the model at its cheapest threshold, by more than chance.`,
    preset: "one-in-a-hundred",
    hint: `Use both values. How much do you expect to lose without an alarm, if the payment is a fraud with the probability that the model gives? And how much with an alarm, if it is not? See the view “Money lost”.`,
    solution: `function classify(score, amount) {
  const withoutAlarm = score * amount;
  const withAlarm = (1 - score) * ${alarmPrice};
  return withAlarm < withoutAlarm ? 1 : 0;
}
`,
    isReached: ({ moneyDuels }) => isCheaperThan(moneyDuels, ["set", "cheapest", "never", "always"]),
  },
];

export const ownCode: OwnCode<SkewValues, SkewResults> = {
  knob: "rule",
  types,
  original,
  trial,
  standing,
  challenges,
};
