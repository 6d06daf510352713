/** The desk asked about recording: what volume normalisation is worth where clips are quiet. */
import { bandOf } from "../core/statistics/band";
import { formatNumber } from "../ui/ink/format";
import { countText } from "../ui/results/lead-words";
import type { Option, Outcome, Phrase } from "../ui/results/verdict";
import { percentText } from "./chart";
import { levelGroups } from "./frames";
import type { LabellingValues } from "./knobs";
import type { LabellingResults } from "./results";

const bounds = [0.03, 0.1, 0.2, Number.POSITIVE_INFINITY];
export const recordingOptions: readonly Option[] = [
  { id: "none", label: "Fewer than 3" },
  { id: "few", label: "3 to 9" },
  { id: "some", label: "10 to 19" },
  { id: "many", label: "20 or more" },
];
const optionOf = (more: number): Option => recordingOptions[bounds.findIndex((bound) => more < bound - 1e-6)]!;

export const recordingQuestion = ({ clips }: LabellingValues): string =>
  `A recogniser learns from ${clips} clips that were all recorded at about the same volume. Users speak less loudly, some of them much less. Of 100 of the quietest clips, how many more are heard wrongly without volume normalisation than with it?`;

/** Wrong answers among the quietest fifth: without normalisation less those with it, in each replica. */
const moreErrors = ({ each }: LabellingResults): number[] => {
  const normalised = each("levelsNormalised");
  return each("levelsRaw").map((raw, r) => raw - normalised[r]!);
};

export function recordingOutcome(results: LabellingResults, guess: string | undefined): Outcome {
  const more = moreErrors(results);
  const came = more.map(optionOf);
  const times = recordingOptions.map((option) => came.filter(({ id }) => id === option.id).length);
  const first = recordingOptions[times.indexOf(Math.max(...times))]!;
  const points = Math.round(100 * bandOf(more).middle);
  const verdict: Phrase[] = [
    "Of 100 quiet clips, ",
    { strong: `${formatNumber(Math.abs(points), 0)} ${points < 0 ? "fewer" : "more"}` },
    ` ${Math.abs(points) === 1 ? "is" : "are"} heard wrongly without volume normalisation than with it.`,
  ];
  const guessed = recordingOptions.find(({ id }) => id === guess);
  if (guessed) {
    const right = came.filter(({ id }) => id === guessed.id).length;
    verdict.push(
      " Your guess, ",
      { guess: guessed.label.toLowerCase() },
      `, was right in ${countText(right, came.length)}.`,
    );
  }
  return {
    verdict,
    tally: {
      options: came.map(({ id }) => id),
      caption: `${first.label} in 100: ${countText(times[recordingOptions.indexOf(first)]!, came.length)}, one mark for each replica`,
      of: first.id,
    },
  };
}

export function recordingWords(results: LabellingResults): string {
  const { band, values } = results;
  const of = (name: Parameters<typeof band>[0], row?: number) => percentText(band(name, row).middle);
  return [
    `With up to ${values.silence} ms of silence before and after the word, the recogniser hears ${of("checkedHere")} of the words after training on ${values.clips} clips with checked labels. A careful annotator hears ${of("human")} of the words.`,
    `Among the quietest fifth of the test clips, ${of("levelsRaw")} are heard wrongly without volume normalisation, and ${of("levelsNormalised")} with it. Among the loudest fifth, ${of("levelsRaw", levelGroups - 1)} are heard wrongly without it, and ${of("levelsNormalised", levelGroups - 1)} with it.`,
    `The learning curves were computed with volume normalisation ${values.normalise}.`,
  ].join(" ");
}
