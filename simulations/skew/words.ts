/** print("0") in sentences: the question before it, the verdict after it, and what the charts show. */
import { bandOf } from "../core/statistics/band";
import { formatNumber, listText } from "../ui/ink/format";
import { countText } from "../ui/results/lead-words";
import type { Option, Outcome, Phrase } from "../ui/results/verdict";
import type { AnswerId } from "./answers";
import { caseWords, missText, oneIn, percent, thresholdText } from "./cases";
import { costIntervals } from "./chart-cost";
import { duelSentences, ownSentence } from "./duel-words";
import type { SkewValues } from "./knobs";
import { alarmPrice } from "./money";
import { perCases, type SkewResults } from "./results";

const bounds = [0.1, 0.5, 0.9, Number.POSITIVE_INFINITY];
export const options: readonly Option[] = [
  { id: "few", label: "Fewer than 10" },
  { id: "some", label: "10 to 49" },
  { id: "most", label: "50 to 89" },
  { id: "nearly-all", label: "90 or more" },
];

const optionOf = (recall: number): Option => options[bounds.findIndex((bound) => recall < bound)]!;

const capital = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1);

export function question(values: SkewValues): string {
  const { one, many, positive, positives, negative } = caseWords(values);
  const article = positive === "spam" ? "spam" : `a ${positive}`;
  return [
    `${capital(oneIn(values.prevalence))} ${many} is ${article}, so the constant answer “${negative}” is correct for ${percent(1 - values.prevalence)} of them.`,
    `We train a model. It flags ${one === "e-mail" ? "an" : "a"} ${one} when its probability of ${positive} is ${thresholdText(values.threshold)} or more.`,
    `How many of 100 ${positives} does it catch?`,
  ].join(" ");
}

/** The range that most replicas fall into, or those that share the first place. */
function tallyOf(recalls: readonly number[]): Outcome["tally"] {
  const came = recalls.map(optionOf);
  const times = options.map((option) => came.filter((one) => one === option).length);
  const most = Math.max(...times);
  const first = options.filter((_, i) => times[i] === most);
  const names = listText(first.map(({ label }) => label.toLowerCase()));
  const each = first.length > 1 ? " each" : "";
  return {
    options: came.map(({ id }) => id),
    caption: `${capital(names)} in 100: ${countText(most, came.length)}${each}, one mark for each replica`,
    ...(first.length === 1 ? { of: first[0]!.id } : {}),
  };
}

export function outcome(results: SkewResults, guess: string | undefined): Outcome {
  const { values, metrics } = results;
  const { positives, many } = caseWords(values);
  if (metrics.length === 0) return { verdict: [] };
  const recalls = metrics.map((one) => one.recall);
  const accuracy = bandOf(metrics.map((one) => one.accuracy)).middle;
  const verdict: Phrase[] = [
    "The model catches ",
    { strong: `${formatNumber(bandOf(recalls).middle * 100, 0)} in 100` },
    ` ${positives} and is correct for `,
    { strong: percent(accuracy) },
    ` of all ${many}. print("0") catches none and is correct for ${percent(1 - values.prevalence)}.`,
  ];
  const own = ownSentence(results);
  if (own) verdict.push(` ${own}`);
  const guessed = options.find(({ id }) => id === guess);
  if (guessed) {
    const right = recalls.filter((recall) => optionOf(recall) === guessed).length;
    verdict.push(" Your guess, ", { guess: guessed.label.toLowerCase() });
    verdict.push(`, was right in ${countText(right, recalls.length)}.`);
  }
  return { verdict, tally: tallyOf(recalls), intervals: costIntervals(results) };
}

/** "1 is" or "2 are". */
const be = (count: number) => `${formatNumber(count, 0)} ${count === 1 ? "is" : "are"}`;

/** What the threshold that is set does to the shown replica. */
function atThreshold({ values, board }: SkewResults): string[] {
  const { many, positives, negative } = caseWords(values);
  const { replica, counts, constant } = board;
  const { tp, fp, fn, tn } = counts;
  const alarms = tp + fp;
  const raises =
    alarms === 0
      ? "raises no alarm"
      : `raises ${formatNumber(alarms, 0)} ${alarms === 1 ? "alarm" : "alarms"}, of which ${be(tp)} correct`;
  const all = formatNumber(tp + fp + fn + tn, 0);
  return [
    `Replica ${replica} has ${all} ${many}: ${formatNumber(tp + fn, 0)} ${positives}, the others ${negative}.`,
    `At threshold ${thresholdText(values.threshold)} its model ${raises}. It misses ${formatNumber(fn, 0)} of the ${formatNumber(tp + fn, 0)} ${positives}.`,
    `Its accuracy is ${percent(counts.accuracy)}; that of print("0") is ${percent(constant.accuracy)}. Its F1 is ${formatNumber(counts.f1, 3)}; that of print("0") is 0.`,
  ];
}

function overAllThresholds({ rocAuc, averagePrecision }: SkewResults): string {
  return `Over all thresholds and replicas, the median area under the ROC curve is ${formatNumber(rocAuc.middle, 3)} and the median average precision is ${formatNumber(averagePrecision.middle, 3)}.`;
}

function costs({ values, cheapest, costsAt, theory }: SkewResults): string[] {
  if (!cheapest) return [];
  const { many } = caseWords(values);
  const { threshold, missCost, prevalence } = values;
  const at = cheapest.threshold.middle;
  const lowest = cheapest.cost.middle;
  const now = bandOf(costsAt(threshold)).middle;
  const digits = Math.min(lowest, now) < 20 ? 1 : 0;
  const expected =
    theory === undefined ? "" : ` Theory for calibrated probabilities puts it at ${thresholdText(theory)}.`;
  return [
    `When a miss costs as much as ${missText(missCost)}, the cheapest threshold is ${thresholdText(at)}.${expected}`,
    `Per ${formatNumber(perCases, 0)} ${many}, that threshold costs ${formatNumber(lowest, digits)} (counted in false alarms), ${thresholdText(threshold)} costs ${formatNumber(now, digits)}, and print("0") costs ${formatNumber(perCases * prevalence * missCost, digits)}.`,
  ];
}

function moneyLost({ money }: SkewResults): string[] {
  if (money.length === 0) return [];
  const lost = (id: AnswerId) => `${formatNumber(bandOf(money.find((answer) => answer.id === id)!.costs).middle, 0)} €`;
  return [
    `When a missed fraud costs its amount and a false alarm ${alarmPrice} €, the model loses ${lost("set")} per ${formatNumber(perCases, 0)} payments, at its cheapest threshold ${lost("cheapest")}; print("0") loses ${lost("never")}.`,
  ];
}

function rarestKind({ values, kinds }: SkewResults): string[] {
  const rarest = kinds
    .filter((row) => row.positive === (values.data === "synthetic"))
    .sort((a, b) => a.cases - b.cases)[0];
  if (!rarest?.recall) return [];
  const { name, cases, right } = rarest;
  return [
    `The rarest kind, ${name}, has ${formatNumber(cases, 0)} ${cases === 1 ? "case" : "cases"} in this replica; ${formatNumber(right, 0)} of them ${right === 1 ? "is" : "are"} answered correctly.`,
  ];
}

export const words = (results: SkewResults): string =>
  [
    ...atThreshold(results),
    overAllThresholds(results),
    ...costs(results),
    ...moneyLost(results),
    ...duelSentences(results),
    ...rarestKind(results),
  ].join(" ");
