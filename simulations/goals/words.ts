/** The three scoreboards in sentences: the question, the verdict, and what the charts show. */
import { formatNumber } from "../ui/ink/format";
import { leadVerdict, marksOf, tallyCaption } from "../ui/results/lead-words";
import type { Option, Outcome } from "../ui/results/verdict";
import { ordinal, percent } from "./chart";
import type { GoalsValues } from "./knobs";
import { fewFeatures } from "./models";
import type { GoalsResults } from "./results";

/** In the order of `sizeOf`. */
export const options: readonly Option[] = [
  { id: "few", label: `At most ${fewFeatures} features`, role: "blue" },
  { id: "about", label: "Fewer than the examples", role: "amber" },
  { id: "far-more", label: "As many or more", role: "green" },
];

const wording = { won: "had the highest value", even: "had the same value" };

export function question({ navigationalValue, examples, noise }: GoalsValues): string {
  const worth =
    navigationalValue === 1
      ? "Every correct answer is worth the same"
      : `A correct answer to a navigational request is worth ${navigationalValue} ordinary ones`;
  return `We train models with 2 to 500 features on ${examples} requests, and ${noise} % of the ordinary labels are wrong. Six of 100 requests are navigational. ${worth}. How many features does the model with the highest value have?`;
}

export function outcome({ standing, best }: GoalsResults, guess: string | undefined): Outcome {
  if (!best) return { verdict: [] };
  return {
    verdict: [
      { strong: formatNumber(best.test.capacity, 0) },
      " features have the lowest test error, ",
      { strong: formatNumber(best.lost.capacity, 0) },
      " the highest value. ",
      ...leadVerdict(standing, options, guess, wording),
    ],
    tally: { options: marksOf(standing, options), ...tallyCaption(standing, options, wording) },
  };
}

export function words({ values, models, shown, best, optimism }: GoalsResults): string {
  if (!shown || !best) return "";
  const { capacity, score, rank } = shown;
  const peak = models.find((model) => model.capacity === values.examples)!;
  const chosen = optimism.filter(([tries]) => tries <= values.tries).at(-1)!;
  return [
    `The model with ${formatNumber(capacity, 0)} features is wrong on ${percent(score.train.middle)} of the training set, ${percent(score.dev.middle)} of the dev set and ${percent(score.test.middle)} of the test set. It loses ${percent(score.lost.middle)} of the value.`,
    `Of ${models.length} models it is ${ordinal(rank.train)} by training error, ${ordinal(rank.dev)} by dev error, ${ordinal(rank.test)} by test error and ${ordinal(rank.lost)} by value.`,
    `With as many features as examples (${values.examples}), the test error is ${percent(peak.score.test.middle)}. The lowest is ${percent(best.test.score.test.middle)}, with ${formatNumber(best.test.capacity, 0)} features.`,
    `The model with the highest value has ${formatNumber(best.lost.capacity, 0)} features; its test error is ${percent(best.lost.score.test.middle)}.`,
    `After ${chosen[0]} ${chosen[0] === 1 ? "try" : "tries"}, the dev accuracy of the chosen model is ${formatNumber(100 * chosen[1].middle, 1)} points too high.`,
  ].join(" ");
}
