/** The three scoreboards in sentences: the question, the verdict, and what the charts show. */
import { formatNumber } from "../ui/ink/format";
import { leadVerdict, marksOf, tallyCaption } from "../ui/results/lead-words";
import type { Option, Outcome } from "../ui/results/verdict";
import { ordinal, percent } from "./chart";
import type { GoalsValues } from "./knobs";
import { fewFeatures, type Network } from "./models";
import type { GoalsResults } from "./results";

/** In the order of `sizeOf`. Without roles: colours of the chart are those of the scoreboards. */
export const options = ({ examples }: GoalsValues): readonly Option[] => [
  { id: "few", label: `At most ${fewFeatures} features` },
  { id: "about", label: `${fewFeatures + 1} to ${examples - 1} features` },
  { id: "far-more", label: `${examples} features or more` },
];

const wording = { won: "had the highest value", even: "had the same value" };

export function question({ navigationalValue, examples, noise }: GoalsValues): string {
  const worth =
    navigationalValue === 1
      ? "Every correct answer is worth the same"
      : `A correct navigational answer is worth ${navigationalValue} ordinary ones`;
  return `We train models with 2 to 500 features on ${examples} requests; ${noise} % of the ordinary labels are wrong. ${worth}. How many features has the model with the highest value?`;
}

export function outcome({ standing, best, values }: GoalsResults, guess: string | undefined): Outcome {
  if (!best) return { verdict: [] };
  const sizes = options(values);
  return {
    verdict: [
      { strong: formatNumber(best.test.capacity, 0) },
      " features have the lowest test error, ",
      { strong: formatNumber(best.lost.capacity, 0) },
      " the highest value. ",
      ...leadVerdict(standing, sizes, guess, wording),
    ],
    tally: { options: marksOf(standing, sizes), ...tallyCaption(standing, sizes, wording) },
  };
}

/** The network with about as many parameters as examples. */
const middleOf = (networks: readonly Network[]): Network => networks[1]!;

export function words({ values, models, networks, shown, best, optimism }: GoalsResults): string {
  if (!shown || !best) return "";
  const { capacity, score, rank } = shown;
  const peak = models.find((model) => model.capacity === values.examples)!;
  const network = middleOf(networks);
  const chosen = optimism.filter(([tries]) => tries <= values.tries).at(-1)!;
  return [
    `The model with ${formatNumber(capacity, 0)} features is wrong on ${percent(score.train.middle)} of the training set, ${percent(score.dev.middle)} of the dev set and ${percent(score.test.middle)} of the test set. It loses ${percent(score.lost.middle)} of the value.`,
    `Of ${models.length} models it is ${ordinal(rank.train)} by training error, ${ordinal(rank.dev)} by dev error, ${ordinal(rank.test)} by test error and ${ordinal(rank.lost)} by value.`,
    `With as many features as examples (${values.examples}), the test error is ${percent(peak.score.test.middle)}. The lowest is ${percent(best.test.score.test.middle)}, with ${formatNumber(best.test.capacity, 0)} features.`,
    `A network with ${network.parameters} parameters, about as many as examples, is wrong on ${percent(network.train.middle)} of the training set and ${percent(network.test.middle)} of the test set.`,
    `The model with the highest value has ${formatNumber(best.lost.capacity, 0)} features; its test error is ${percent(best.lost.score.test.middle)}.`,
    `After ${chosen[0]} ${chosen[0] === 1 ? "try" : "tries"}, the dev accuracy of the chosen model is ${formatNumber(100 * chosen[1].middle, 1)} points too high.`,
  ].join(" ");
}
