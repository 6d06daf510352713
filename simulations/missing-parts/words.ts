/** The missing parts in sentences: the question before a run, the verdict after it, and what the charts show. */
import { formatNumber, listText } from "../ui/ink/format";
import { leadVerdict, marksOf, tallyCaption } from "../ui/results/lead-words";
import type { Option, Outcome } from "../ui/results/verdict";
import { type MissingPartsValues, partNames } from "./knobs";
import { faultLabels, partLabel, partText } from "./labels";
import type { MissingPartsResults } from "./results";

export const options: readonly Option[] = partNames.map((id) => ({ id, label: partLabel(id) }));

/** The same whatever parts are on: who switches a part is not asked anew. */
export const question = ({ faultsAYear, labelDelay }: MissingPartsValues): string =>
  `${faultsAYear === 1 ? "1 fault comes" : `${faultsAYear} faults come`} in a year on average; true answers are known after ${labelDelay} days. We switch one part at a time: off if it is on, on if it is off. The others stay as they are. Which part prevents the most bad answers?`;

const wording = { won: "prevented the most bad answers", even: "prevented the same number of bad answers" };

/** "The parts cost 44 weeks, 20 more than the budget." */
export function budgetText(price: number, budget: number): string {
  if (price > budget) return `The parts cost ${price} weeks, ${price - budget} more than the budget.`;
  return `The parts cost ${price} of ${budget} weeks.`;
}

/** What the budget affords at best, and how far the chosen parts are from it. Not told before the reader keeps to the budget. */
export function bestText({ years, values }: MissingPartsResults): string {
  const { chosen, best } = years;
  if (chosen.price > values.budget)
    return "Switch parts off until they are affordable; then you see which selection would be best.";
  const names = best.parts.length === 0 ? "no part at all" : listText(best.parts.map(partText));
  const thousands = (mean: number) => formatNumber(mean / 1000, 1);
  return `For ${values.budget} weeks, the selection with the fewest bad answers is ${names}: ${thousands(best.meanBadAnswers)} thousand a year on average, for ${best.price} weeks. Your selection has ${thousands(chosen.meanBadAnswers)} thousand.`;
}

export function outcome(results: MissingPartsResults, guess: string | undefined): Outcome {
  const { standing, years, values } = results;
  if (years.badAnswers.length === 0) return { verdict: [] };
  return {
    verdict: [...leadVerdict(standing, options, guess, wording), ` ${budgetText(years.chosen.price, values.budget)}`],
    tally: { options: marksOf(standing, options), ...tallyCaption(standing, options, wording) },
  };
}

export function words(results: MissingPartsResults): string {
  const { summary, years } = results;
  const count = (kind: "ml" | "other") =>
    summary.faults.filter((fault) => fault.kind === kind).reduce((sum, { times }) => sum + times, 0);
  const faults = (times: number) => `${times} ${times === 1 ? "fault" : "faults"}`;
  const ofYears = years.badAnswers.length === 1 ? "In 1 year" : `In ${years.badAnswers.length} years`;
  const never = summary.faults.filter(({ noticedShare }) => noticedShare === 0).map(({ name }) => faultLabels[name]);
  return [
    `The median year has ${formatNumber(summary.badAnswers / 1000, 1)} thousand bad answers.`,
    `${ofYears}, data and servers had ${faults(count("other"))}, and the model had ${faults(count("ml"))}.`,
    never.length > 0 ? `Never noticed: ${listText(never.map((name) => name.toLowerCase()))}.` : "",
    bestText(results),
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}
