/** The race in sentences: the question before it, the verdict after it, and what the charts show at a moment. */
import { bandOf } from "../core/statistics/band";
import { measureOf } from "../core/worlds/measures";
import { formatNumber, listText } from "../ui/ink/format";
import { countText, leadVerdict, marksOf, tallyCaption, wonBy } from "../ui/results/lead-words";
import type { Option, Outcome } from "../ui/results/verdict";
import { costChart, lastMonth, sizeText } from "./chart";
import { changes, strategies, strategyOptions } from "./contest";
import { strategyNames } from "./frames";
import { movedBy, type RetrainingValues, recurringText, stepsText } from "./knobs";
import type { RetrainingResults } from "./results";

/** Those to choose from before the run: named as everywhere, and explained where the name alone says too little. */
export const options: readonly Option[] = strategyNames.map((name) => ({
  id: name,
  label: strategies[name].explained ?? strategies[name].label,
  role: strategies[name].role,
}));

const nothingChanges = {
  houses: "House prices do not change.",
  queries: "The boundary between news and article queries does not move.",
  weather: "The weather station stays in Seattle.",
} as const;

/** The change as a sentence of its own. */
function changeSentence(values: RetrainingValues): string {
  const { world, strength, shape, onset } = values;
  const { examples } = measureOf(values);
  const what = {
    houses: `house prices change, typically by ${sizeText(values)}`,
    queries: `the boundary between news and article queries rotates by ${sizeText(values)}`,
    weather:
      movedBy.weather(strength) === 100
        ? "the weather station moves from Seattle to New York"
        : `${sizeText(values)} come from New York instead of Seattle`,
  }[world];
  const how = {
    none: "",
    sudden: "",
    gradual: `, for more and more ${examples}`,
    incremental: `, in ${stepsText} monthly steps`,
    recurring: `, and then back and forth every ${recurringText} months`,
  }[shape];
  return `${shape === "sudden" ? "In" : "From"} month ${onset}${shape === "sudden" ? "" : " on"} ${what}${how}.`;
}

function supplySentence({ examplesPerMonth: n, world }: RetrainingValues): string {
  if (world === "houses") return `${n} houses are sold each month.`;
  return world === "queries"
    ? `${n} queries get a label each month.`
    : `For training, ${n} days are drawn from each month.`;
}

export function question(values: RetrainingValues): string {
  const change = changes(values);
  return `${change ? changeSentence(values) : nothingChanges[values.world]} ${supplySentence(values)} Which strategy costs least${change ? " from then on" : ""}?`;
}

export function outcome(results: RetrainingResults, guess: string | undefined): Outcome {
  const { contest, values } = results;
  if (!contest) return { verdict: [] };
  const intervals = costChart(results);
  const raced = strategyOptions(values);
  return {
    verdict: leadVerdict(contest, raced, guess),
    tally: { options: marksOf(contest, raced), ...tallyCaption(contest, raced) },
    ...(intervals ? { intervals } : {}),
  };
}

/** Who has been cheapest over the months judged, by the same count as the verdict. */
function standingSentence({ contest, values }: RetrainingResults): string[] {
  if (!contest) return [];
  const { leader, shares, replicas, beyondChance } = contest;
  const span = changes(values) ? "since the change" : "over these months";
  if (leader === undefined) return [`No strategy was cheapest more often than the others ${span}.`];
  const option = strategyOptions(values)[leader]!;
  const counted = `${option.label} ${wonBy(option)} ${span} in ${countText(shares[leader]!, replicas)}`;
  return [beyondChance ? `${counted}.` : `${counted}; this lead could be chance.`];
}

export function words(results: RetrainingResults, moment: number): string {
  const { values } = results;
  const { unit, digits } = measureOf(values);
  const raced = strategyOptions(values);
  const medians = results.errors.map((months) => new Map(months.map(([m, errors]) => [m, bandOf(errors).middle])));
  const inUnit = (value: number) => `${formatNumber(value, digits)}${unit === "%" ? " %" : ` ${unit}`}`;
  const at = (month: number) =>
    medians
      .map((byMonth, s) => ({ label: raced[s]!.label, error: byMonth.get(month)! }))
      .sort((a, b) => a.error - b.error);
  const range = (month: number) => {
    const errors = at(month).map(({ error }) => error);
    const [low, high] = [formatNumber(errors[0]!, digits), inUnit(errors.at(-1)!)];
    return high.startsWith(`${low} `) ? `all ${high}` : `between ${low} and ${high}`;
  };
  const month = Math.floor(moment);
  const { onset } = values;
  const sentences: string[] = [];
  if (changes(values) && month >= onset)
    sentences.push(
      `In month ${onset - 1}, before the change, the median errors of the ${raced.length === 4 ? "four" : "five"} models are ${range(onset - 1)}.`,
      `In month ${onset} they are ${range(onset)}.`,
    );
  const now = at(month).map(({ label, error }) => `${label.toLowerCase()} ${inUnit(error)}`);
  sentences.push(`In month ${month}: ${listText(now)}.`);
  if (month >= lastMonth(values)) sentences.push(...standingSentence(results));
  return sentences.join(" ");
}
