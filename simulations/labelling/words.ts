/** The labelling desk in sentences: the question, which purchase was better, and what the charts show. */
import { bandOf } from "../core/statistics/band";
import { cast } from "../course/cast";
import { formatNumber } from "../ui/ink/format";
import { countText, leadVerdict, marksOf, tallyCaption } from "../ui/results/lead-words";
import type { Option, Outcome } from "../ui/results/verdict";
import { percentText } from "./chart";
import { prices } from "./frames";
import type { LabellingValues } from "./knobs";
import type { LabellingResults } from "./results";

export const options = ({ clips }: LabellingValues): readonly Option[] => [
  { id: "check", label: `${clips} clips, every label checked`, role: cast.checked },
  { id: "double", label: `${formatNumber(2 * clips, 0)} clips, labels as given`, role: cast.given },
];

const wording = { won: "led to the higher accuracy", even: "led to the same accuracy" };

export const question = ({ clips, consistent, annotators }: LabellingValues): string =>
  `You have ${clips} labelled clips. Of ${annotators} annotators, ${consistent} % follow the labelling guide. What leads to a better recogniser: checking every label, or collecting as many new clips again?`;

export function outcome(results: LabellingResults, guess: string | undefined): Outcome {
  const { standing, values } = results;
  const named = options(values);
  return {
    verdict: leadVerdict(standing, named, guess, wording),
    tally: { options: marksOf(standing, named), ...tallyCaption(standing, named, wording) },
  };
}

function worthText({ clipsWorth, values: { clips }, run }: LabellingResults): string {
  const { middle } = bandOf(clipsWorth);
  const never = clipsWorth.filter((worth) => !Number.isFinite(worth)).length;
  if (!Number.isFinite(middle))
    return `In ${countText(never, run.replicasDone)}, 1,600 clips with labels as given are not enough to reach the accuracy of ${clips} checked clips.`;
  const extra = middle - 1;
  const price =
    extra > 0
      ? `Checking a label is the better purchase as long as it costs less than ${formatNumber(extra, 1)} times as much as a new clip; at ${formatNumber(100 * prices.clip, 0)} cents a clip, less than ${formatNumber(100 * prices.clip * extra, 0)} cents.`
      : "Checking labels gains nothing here.";
  return `About ${formatNumber(middle * clips, 0)} clips with labels as given reach the accuracy of ${clips} checked clips: ${formatNumber(middle, 1)} times as many. ${price}`;
}

export function words(results: LabellingResults): string {
  const { band, values } = results;
  const of = (name: Parameters<typeof band>[0], row?: number) => percentText(band(name, row).middle);
  const raw = band("levelsRaw", 0).middle;
  const normalised = band("levelsNormalised", 0).middle;
  return [
    `${of("baseRate")} of the labels are wrong. Two annotators give the same label to ${of("agreement")} of the clips, which is a kappa of ${formatNumber(band("kappa").middle, 2)}. A careful annotator who follows the guide is right for ${of("human")} of the clips.`,
    `With ${values.clips} clips the recogniser hears ${of("checkedHere")} of the words after training on checked labels, and ${of("givenHere")} after training on labels as given.`,
    worthText(results),
    `Measured against labels of the same annotators, the recogniser scores ${of("measured")}. Even a model that heard every word would score at most ${of("ceiling")}.`,
    `In the first tenth of the finder’s list, ${of("precisionAtTop")} of the labels are wrong.`,
    `Among the quietest fifth of the clips, ${percentText(raw)} are heard wrongly without volume normalisation, and ${percentText(normalised)} with it.`,
  ].join(" ");
}
