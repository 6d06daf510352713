/** How the reader's code compares with the other answers, in sentences. */
import { bandOf } from "../core/statistics/band";
import { formatNumber } from "../ui/ink/format";
import { countText } from "../ui/results/lead-words";
import type { AnswerId, Duel } from "./answers";
import { caseWords, thresholdText } from "./cases";
import type { SkewValues } from "./knobs";
import { perCases, type SkewResults } from "./results";

const rivalName = (id: AnswerId, { threshold }: SkewValues): string =>
  ({
    own: "your code",
    cheapest: "the model at its cheapest threshold",
    set: `the model at threshold ${thresholdText(threshold)}`,
    never: 'print("0")',
    always: 'print("1")',
  })[id];

/** "less than print("0") in 32 of 32 replicas". */
function duelText({ rival, replicas, won, ties, leader, beyondChance }: Duel, values: SkewValues): string {
  const name = rivalName(rival.id, values);
  if (ties === replicas) return `exactly as much as ${name} in ${countText(replicas, replicas)}`;
  const chance = leader === 0 && !beyondChance ? ", which could be chance" : "";
  return `less than ${name} in ${countText(won, replicas)}${chance}`;
}

const between = (duels: readonly Duel[], ids: readonly AnswerId[], values: SkewValues): string =>
  ids.map((id) => duelText(duels.find(({ rival }) => rival.id === id)!, values)).join(" and ");

/** Against the model, in false alarms and in money; nothing without code. */
export function duelSentences({ values, costDuels, moneyDuels }: SkewResults): string[] {
  if (costDuels.length === 0) return [];
  const rivals = ["set", "cheapest"] as const;
  return [
    `Counted in false alarms, your code costs ${between(costDuels, rivals, values)}.`,
    ...(moneyDuels.length > 0 ? [`Counted in money, it loses ${between(moneyDuels, rivals, values)}.`] : []),
  ];
}

/** What the code does, in the words of the question. */
export function ownSentence({ values, own, costs }: SkewResults): string | undefined {
  if (!own) return undefined;
  const { positives, many } = caseWords(values);
  const recall = formatNumber(bandOf(own.map((one) => one.recall)).middle * 100, 0);
  const cost = (id: AnswerId) => bandOf(costs.find((answer) => answer.id === id)!.costs).middle;
  const digits = Math.min(cost("own"), cost("set")) < 20 ? 1 : 0;
  return `Your code catches ${recall} in 100 ${positives}. Per ${formatNumber(perCases, 0)} ${many} it costs ${formatNumber(cost("own"), digits)} false alarms; the model at threshold ${thresholdText(values.threshold)} costs ${formatNumber(cost("set"), digits)}.`;
}
