/** The retraining calendar in sentences: the question before it, the verdict after it, and what the charts show at a moment. */
import { bandOf } from "../core/statistics/band";
import type { IntervalChart } from "../ui/chart/model";
import { roundUp } from "../ui/chart/round-up";
import { formatNumber, listText } from "../ui/ink/format";
import { leadVerdict, marksOf, tallyCaption } from "../ui/results/lead-words";
import type { Outcome, Phrase } from "../ui/results/verdict";
import type { PaceValues } from "./knobs";
import { months, type PolicyName, pricePerUnit } from "./plan";
import { isByHand, optionsOf, policies } from "./policies";
import type { PaceResults } from "./results";
import { isOver, knownMonth, lastMonth } from "./story";

export const thousands = (value: number): string =>
  `${formatNumber(value, Math.abs(value) < 10 && !Number.isInteger(value) ? 1 : 0)} thousand €`;
/** A price or a bill, exact: prices are multiples of a half. */
export const priceText = (price: number): string =>
  `${formatNumber(price, Number.isInteger(price) ? 0 : 1)} thousand €`;
export const monthsText = (count: number): string => `${count} ${count === 1 ? "month" : "months"}`;
export const modelsText = (count: number): string => `${count} new ${count === 1 ? "model" : "models"}`;
const everyText = (interval: number): string => (interval === 1 ? "every month" : `every ${interval} months`);

function changeSentence({ drift, pace }: PaceValues): string {
  if (pace === 0) return "Demand does not change.";
  return {
    "random-walk": "Demand changes a little every month, in a random direction.",
    steady: "Demand changes a little every month, always in the same direction.",
    shocks: "Demand stays the same for months, then it changes at once.",
  }[drift];
}

export function question(values: PaceValues): string {
  const price = `A new model costs ${priceText(values.retrainCost)}.`;
  if (isByHand(values))
    return `${changeSentence(values)} ${price} What costs least over four years: your decisions (you), one ${everyText(values.interval)} (schedule) or one at each alarm (trigger)?`;
  return `${changeSentence(values)} ${price} What costs least over four years: no new model (never), one ${everyText(values.interval)} (schedule) or one at each alarm (trigger)?`;
}

export const options = optionsOf;

/** What each policy cost: one row each, the cheapest first. A row may lie beyond the axis, as the others would be unreadable. */
export function costChart({ totals, values, summary }: PaceResults): IntervalChart {
  const names: readonly PolicyName[] = isByHand(values)
    ? ["hand", "never", "schedule", "trigger", "optimum"]
    : ["never", "schedule", "trigger", "optimum"];
  const rows = names.map((name) => ({ ...policies[name], ...bandOf(totals.policies[name]) }));
  const best = {
    ...policies.schedule,
    label: `Best schedule, ${everyText(summary.bestInterval)}`,
    ...bandOf(totals.byInterval[summary.bestInterval - 1]!),
  };
  const all = [...rows, best].sort((a, b) => a.middle - b.middle);
  const near = all.filter(({ middle }) => middle <= 4 * all[1]!.middle);
  return {
    kind: "intervals",
    id: "cost",
    title: "Cost of four years by policy",
    name: "Cost by policy",
    help: `Staleness and bill together, over ${months} months. Marker: median of the replicas; line: 80 of 100 replicas lie on it. All policies have the same data in each replica. Hindsight knows all ${months} months: no policy can cost less.`,
    unit: `thousand € in ${months} months`,
    digits: 0,
    x: { label: "", min: 0, max: roundUp(Math.max(...near.map(({ high }) => high))) },
    rows: all,
  };
}

function handVerdict({ totals, told, values }: PaceResults, guess: string | undefined): Phrase[] {
  const cost = (name: PolicyName) => totals.policies[name][0]!;
  const made = (name: PolicyName) => modelsText(told[name].retrains.length);
  const cheapest = Math.min(...optionsOf(values).map(({ id }) => cost(id as PolicyName)));
  const guessed = optionsOf(values).find(({ id }) => id === guess);
  const above = cost("hand") / cost("optimum") - 1;
  return [
    "With ",
    { strong: made("hand") },
    " your four years cost ",
    { strong: thousands(cost("hand")) },
    `. The schedule cost ${thousands(cost("schedule"))} (${made("schedule")}), the trigger ${thousands(cost("trigger"))} (${made("trigger")}). With hindsight, ${thousands(cost("optimum"))} would have been enough (${made("optimum")})`,
    above < 0.005
      ? ": you could not have done better."
      : above < 1
        ? `: you paid ${formatNumber(above, 0, "percent")} % more.`
        : `: you paid ${formatNumber(above + 1, 1)} times as much.`,
    ...(guessed
      ? [
          " Your guess, ",
          { guess: guessed.label.toLowerCase() },
          cost(guessed.id as PolicyName) <= cheapest * (1 + 1e-6)
            ? ", was right."
            : ", was not the cheapest of the three.",
        ]
      : []),
  ];
}

export function outcome(results: PaceResults, guess: string | undefined): Outcome {
  const { standing, summary, values } = results;
  const intervals = costChart(results);
  if (isByHand(values)) return { verdict: handVerdict(results, guess), intervals };
  const choices = optionsOf(values);
  return {
    verdict: [
      ...leadVerdict(standing, choices, guess),
      ` The best interval of a schedule is ${monthsText(summary.bestInterval)}.`,
    ],
    tally: { options: marksOf(standing, choices), ...tallyCaption(standing, choices) },
    intervals,
  };
}

/** The age of the model in use in a month, from the months in which new ones came. */
export const ageOf = (retrains: readonly number[], month: number): number =>
  month - Math.max(0, ...retrains.filter((made) => made <= month));

function monthSentence({ told, values }: PaceResults, moment: number): string {
  const { errors, retrains } = told[values.policy];
  const known = Math.min(Math.floor(moment), isByHand(values) ? knownMonth(values, moment) : lastMonth);
  const age = ageOf(retrains, Math.floor(moment));
  const inUse = `In month ${Math.floor(moment)} of replica 1 the model in use is ${age === 0 ? "new" : `${monthsText(age)} old`}.`;
  if (known < 0) return `${inUse} No error is known yet.`;
  const newest = known < Math.floor(moment) ? "The newest known error, that of month" : "The error in month";
  return `${inUse} ${newest} ${known}${newest.includes(",") ? "," : ""} is ${formatNumber(errors[known]!, 2)}; noise alone is 1.`;
}

export function words(results: PaceResults, moment: number): string {
  const { summary, values, power } = results;
  const now = monthSentence(results, moment);
  if (isByHand(values) && !isOver(moment)) return now;
  const best = summary.intervals[summary.bestInterval - 1]!;
  const told: readonly PolicyName[] = isByHand(values)
    ? ["hand", "schedule", "trigger", "optimum"]
    : ["never", "schedule", "trigger", "optimum"];
  const sentences = [
    `Retraining ${everyText(best.months)} is the cheapest schedule: ${thousands(best.total)}. Its bill for new models is ${priceText(best.bill)}.`,
    `The ${values.replicas === 1 ? "" : "median "}costs of the policies are: ${listText(told.map((name) => `${policies[name].label.toLowerCase()} ${thousands(summary[name])}`))}.`,
    power
      ? `The best interval grows with the cost of a new model to the power of ${formatNumber(power.exponent, 2)}.`
      : "",
    now,
  ];
  return sentences.filter(Boolean).join(" ");
}

/** A value with what it means, under its control. */
export function meaning(knob: string, { drift, pace, interval }: PaceValues): string | undefined {
  if (knob === "interval") return modelsText(Math.ceil(months / interval) - 1);
  if (knob !== "pace") return undefined;
  const age = 6;
  const moved = (0.2 * pace) ** 2 * (drift === "steady" ? age ** 2 : age);
  return `after ${age} months: ${formatNumber(pricePerUnit * moved, 1)} thousand € a month`;
}
