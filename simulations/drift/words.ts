/** The injector in sentences: the question before, the verdict after, and what the charts show at a moment. */
import { bandOf } from "../core/statistics/band";
import { measureOf } from "../core/worlds/measures";
import { formatNumber, listText } from "../ui/ink/format";
import { countText } from "../ui/results/lead-words";
import type { Outcome, Phrase } from "../ui/results/verdict";
import { arrival, changes, changeText, tooLate } from "./change";
import { errorIntervals } from "./chart";
import { options } from "./evidence";
import type { DriftValues } from "./knobs";
import { type DriftResults, psiLimit } from "./results";
import { changeMonth, lastMonth } from "./summary";

export function question(values: DriftValues): string {
  const { world, onset, shape } = values;
  if (tooLate(values))
    return `A model is trained, released and left alone. The change is set to month ${onset}, after the last month shown (${lastMonth(values)}), so nothing changes. Which metrics change?`;
  if (!changes(values))
    return world === "weather"
      ? "A model of Seattle’s weather is released in January and left alone. We change nothing. Which metrics change after the first months?"
      : "A model is released and left alone, and nothing in its world changes. Which metrics change?";
  const what = changeText(values);
  // A share is what holds from then on; a rise, a turn or a move happens in that month.
  const happens = shape === "sudden" && !/^\d/.test(what);
  const from = happens ? `In month ${onset},` : `From month ${onset} on,`;
  return `A model is trained, released and left alone. ${from} ${what}${arrival[shape]}. Which metrics change?`;
}

const lower = (text: string) => text[0]!.toLowerCase() + text.slice(1);

export function outcome(results: DriftResults, guess: string | undefined): Outcome {
  const { evidence, standing } = results;
  const { leader, order, beyondChance } = standing;
  const intervals = errorIntervals(results);
  const first = options[order[0]!]!;
  const counted = (i: number) => countText(standing.shares[i]!, standing.replicas);
  const verdict: Phrase[] =
    leader === undefined
      ? [{ strong: "No answer leads" }, `: the most frequent answers came true in ${counted(order[0]!)} each.`]
      : [
          { strong: first.label },
          " changed in ",
          { strong: counted(leader) },
          beyondChance ? "." : ", which is too few to be sure.",
        ];
  const guessed = options.findIndex(({ id }) => id === guess);
  if (guessed >= 0)
    verdict.push(
      " Your guess, ",
      { guess: lower(options[guessed]!.label) },
      guessed === leader && beyondChance ? ", was right." : `, came true in ${counted(guessed)}.`,
    );
  return {
    verdict,
    tally: {
      options: evidence,
      ...(leader === undefined
        ? { caption: "One mark for each replica: what changed there" }
        : { caption: `${first.label}: changed in ${counted(leader)}, one mark for each`, of: first.id }),
    },
    ...(intervals ? { intervals } : {}),
  };
}

export function words(results: DriftResults, moment: number): string {
  const { values, run } = results;
  const month = Math.floor(moment);
  const { unit, digits } = measureOf(values);
  const number = (value: number) => formatNumber(value, digits);
  const medians = results.errors.map(([, errors]) => bandOf(errors).middle);
  if (medians[month] === undefined) return "";
  const inUnit = unit === "%" ? " %" : ` ${unit}`;
  const change = changeMonth(values);
  const before = medians.slice(0, change);
  const sentences = [`In month ${month} the error is ${number(medians[month])}${inUnit}.`];
  if (month >= change && before.length > 0)
    sentences.push(
      `Before month ${change} it was between ${number(Math.min(...before))} and ${number(Math.max(...before))}${inUnit}.`,
    );
  const { now, calm } = results.distances.psi;
  const psi = bandOf(now[month]![1]).middle;
  const usual = bandOf(calm[month]![1]).high;
  sentences.push(
    `The PSI of the inputs is ${formatNumber(psi, 2)}${psi > psiLimit ? `, above its limit of ${psiLimit}` : ""}. Without drift it is ${formatNumber(usual, 2)}${run.replicasDone === 1 ? "" : " or less in 90 of 100 replicas"}${psi <= usual ? ", so this is no sign of drift" : ""}.`,
  );
  const alarms = results.alarms
    .filter(({ shares }) => (shares[month] ?? 0) >= 0.5)
    .map(({ label }) => label.replace(/^(\w+): (.*)$/, "$2 on the $1"));
  sentences.push(
    alarms.length === 0
      ? "No metric raised an alarm in half of the replicas or more this month."
      : `These metrics raised an alarm in half of the replicas or more this month: ${listText(alarms)}.`,
  );
  return sentences.join(" ");
}
