/** The number of tries in sentences: how much too good the dev accuracy of the chosen model is. */
import { bandOf } from "../core/statistics/band";
import { formatNumber } from "../ui/ink/format";
import { countText } from "../ui/results/lead-words";
import type { Option, Outcome, Phrase } from "../ui/results/verdict";
import { triesMeasured, tryPoints } from "./frames";
import type { GoalsValues } from "./knobs";
import type { GoalsResults } from "./results";

/** Upper ends of the options, in points of accuracy. */
const bounds = [1, 2, 4, Number.POSITIVE_INFINITY];
export const triesOptions: readonly Option[] = [
  { id: "none", label: "Less than 1 point" },
  { id: "one", label: "1 to 2 points" },
  { id: "two", label: "2 to 4 points" },
  { id: "four", label: "4 points or more" },
];

const optionOf = (points: number): Option => triesOptions[bounds.findIndex((bound) => points < bound)]!;

export const triesQuestion = ({ tries }: GoalsValues): string => {
  const measured = triesMeasured(tries);
  return measured === 1
    ? "We train one model and measure it on 200 dev requests. By how much is its dev accuracy too high?"
    : `We train ${measured} models that differ only in their random features, and choose the one with the best accuracy on 200 dev requests. By how much is its dev accuracy too high?`;
};

export function triesOutcome({ luck, values }: GoalsResults, guess: string | undefined): Outcome {
  if (luck.length === 0) return { verdict: [] };
  const points = luck.map((share) => 100 * share);
  const came = points.map(optionOf);
  const measured = triesMeasured(values.tries);
  const verdict: Phrase[] = [
    `After ${measured} ${measured === 1 ? "try" : "tries"}, the dev accuracy of the chosen model is `,
    { strong: `${formatNumber(bandOf(points).middle, 1)} points` },
    " too high (median).",
  ];
  const guessed = triesOptions.find(({ id }) => id === guess);
  if (guessed) {
    const right = came.filter(({ id }) => id === guessed.id).length;
    verdict.push(" Your guess, ", { guess: guessed.label.toLowerCase() });
    verdict.push(`, was right in ${countText(right, came.length)}.`);
  }
  return {
    verdict,
    tally: { options: came.map(({ id }) => id), caption: "One mark for each replica" },
  };
}

/** What the chart of optimism shows: the number of tries that is set, and two others to compare it with. */
export function triesWords({ optimism, values }: GoalsResults): string {
  const bandAt = (tries: number) => optimism.find(([point]) => point === tries)?.[1];
  const points = (share: number) => formatNumber(100 * share, 1);
  const measured = triesMeasured(values.tries);
  const own = bandAt(measured);
  if (!own) return "";
  const others = [20, tryPoints.at(-1)!]
    .filter((tries) => tries !== measured)
    .map((tries) => `after ${tries} tries ${points(bandAt(tries)!.middle)} points`);
  return [
    measured === 1
      ? "With one try nothing is chosen, so the dev accuracy of the model is not too high."
      : `After ${measured} tries, the dev accuracy of the chosen model is ${points(own.middle)} points too high (median). 80 of 100 replicas lie between ${points(own.low)} and ${points(own.high)} points.`,
    `For comparison: ${others.join(", ")}.`,
  ].join(" ");
}
