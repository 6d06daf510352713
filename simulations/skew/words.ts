/** print("0") in sentences: the question before it, the verdict after it, and what the charts show. */
import { formatNumber } from "../ui/format";
import type { Option, Outcome, Phrase } from "../ui/presentation";
import { caseWords, oneIn, percent, short } from "./cases";
import { costIntervals, perCases } from "./chart";
import type { SkewValues } from "./knobs";
import { bandOf, boardOf, calibratedBest, kindRows, type SkewRun } from "./results";
import { bestThresholds, costOf, countsAt, metricsAt } from "./scores";

const bounds = [0.1, 0.5, 0.9, Number.POSITIVE_INFINITY];
export const options: readonly Option[] = [
  { id: "few", label: "Fewer than 10" },
  { id: "some", label: "10 to 49" },
  { id: "most", label: "50 to 89" },
  { id: "nearly-all", label: "90 or more" },
];

const optionOf = (recall: number): Option => options[bounds.findIndex((bound) => recall < bound)]!;

export function question(values: SkewValues): string {
  const { one, positive, positives, negative } = caseWords(values);
  const constant = percent(1 - values.prevalence);
  const article = positive === "spam" ? "spam" : `a ${positive}`;
  return `${capital(oneIn(values.prevalence))} ${values.data === "messages" ? "e-mails" : "payments"} is ${article}, so to answer “${negative}” to every ${one} is right ${constant} of the time. A model is trained and rings from a probability of ${short(values.threshold)} on. How many in 100 ${positives} does it catch?`;
}

const capital = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1);

export function outcome(run: SkewRun, values: SkewValues, guess: string | undefined): Outcome {
  const { positives } = caseWords(values);
  const metrics = metricsAt(run.frames, values.threshold);
  if (metrics.length === 0) return { verdict: [] };
  const recall = bandOf(metrics.map((one) => one.recall)).middle;
  const accuracy = bandOf(metrics.map((one) => one.accuracy)).middle;
  const came = metrics.map((one) => optionOf(one.recall));
  const times = (id: string) => came.filter((option) => option.id === id).length;
  const commonest = [...options].sort((a, b) => times(b.id) - times(a.id))[0]!;
  const verdict: Phrase[] = [
    "The model catches ",
    { strong: `${formatNumber(recall * 100, 0)} in 100` },
    ` ${positives} and is right in `,
    { strong: percent(accuracy) },
    ` of all cases; print("0") catches none and is right in ${percent(1 - values.prevalence)}.`,
  ];
  const guessed = options.find(({ id }) => id === guess);
  if (guessed)
    verdict.push(
      " Your guess, ",
      { guess: guessed.label.toLowerCase() },
      `, holds in ${times(guessed.id)} of ${came.length} replicas.`,
    );
  return {
    verdict,
    tally: {
      options: came.map(({ id }) => id),
      caption: `${commonest.label} in 100: ${times(commonest.id)} of ${came.length} replicas, one mark each`,
    },
    intervals: costIntervals(run, values),
  };
}

/** "1 is" or "2 are". */
const be = (count: number) => `${formatNumber(count, 0)} ${count === 1 ? "is" : "are"}`;

export function words(run: SkewRun, values: SkewValues): string {
  const { many, positives } = caseWords(values);
  const { threshold, missCost, prevalence } = values;
  const { replica, counts } = boardOf(run, values);
  const { tp, fp, fn, tn } = counts;
  const all = tp + fp + fn + tn;
  const alarms = tp + fp;
  const rings = alarms === 0 ? "never rings" : `rings ${formatNumber(alarms, 0)} times, of which ${be(tp)} right`;
  const sentences = [
    `At threshold ${short(threshold)} the model of replica ${replica} ${rings}; it misses ${formatNumber(fn, 0)} of ${formatNumber(tp + fn, 0)} ${positives} among ${formatNumber(all, 0)} ${many}.`,
    `Its accuracy is ${percent(counts.accuracy)}, that of print("0") ${percent(1 - prevalence)}; F1 is ${formatNumber(counts.f1, 3)} against 0.`,
  ];
  const auc = bandOf(run.frames.flatMap((frame) => Array.from(frame.rocAuc))).middle;
  const precision = bandOf(run.frames.flatMap((frame) => Array.from(frame.averagePrecision))).middle;
  sentences.push(
    `Over all thresholds the area under the ROC curve is ${formatNumber(auc, 3)}, the average precision ${formatNumber(precision, 3)}.`,
  );
  const best = bestThresholds(run.frames, missCost);
  const at = bandOf(best.map((one) => one.threshold)).middle;
  const lowest = perCases * bandOf(best.map(({ cost }) => cost)).middle;
  const now = perCases * bandOf(countsAt(run.frames, threshold).map((one) => costOf(one, missCost))).middle;
  const theory = calibratedBest(run, values);
  const digits = Math.min(lowest, now) < 20 ? 1 : 0;
  sentences.push(
    `When a miss costs ${missCost === 1 ? "as much as a false alarm" : `${formatNumber(missCost, 0)} false alarms`}, the cheapest threshold is ${short(at)}${theory === undefined ? "" : ` (calibrated probabilities: ${short(theory)})`}: ${formatNumber(lowest, digits)} per ${formatNumber(perCases, 0)} ${many}, against ${formatNumber(now, digits)} at ${short(threshold)} and ${formatNumber(perCases * prevalence * missCost, digits)} for print("0").`,
  );
  const rarest = kindRows(run, values)
    .filter((row) => row.positive === (values.data === "synthetic"))
    .sort((a, b) => a.cases - b.cases)[0];
  if (rarest?.recall)
    sentences.push(
      `The rarest kind, ${rarest.name}, has ${formatNumber(rarest.cases, 0)} cases in that test set, ${formatNumber(rarest.right, 0)} of them answered rightly.`,
    );
  return sentences.join(" ");
}
