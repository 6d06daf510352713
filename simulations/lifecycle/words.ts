/** The project in sentences: the question before it, the verdict after it, and what the charts show at a moment. */
import { bandOf } from "../core/statistics/band";
import { formatNumber, listText } from "../ui/ink/format";
import { countText, leadVerdict, marksOf, tallyCaption } from "../ui/results/lead-words";
import type { Option, Outcome, Phrase } from "../ui/results/verdict";
import type { LifecycleValues } from "./knobs";
import { arrivalMonth, months, newShare, replyMonth } from "./plan";
import { changes, responseOptions } from "./responses";
import type { LifecycleResults } from "./results";

const targetOptions: readonly Option[] = [
  { id: "most", label: "Half of the replicas or more", role: "blue" },
  { id: "few", label: "Fewer than half", role: "amber" },
];

export const options = (values: LifecycleValues): readonly Option[] =>
  changes(values) ? responseOptions : targetOptions;

export function question(values: LifecycleValues): string {
  const { clips, consistent, hidden, targetAccuracy } = values;
  if (changes(values))
    return `The recogniser is released. From month ${arrivalMonth} on, ${newShare} % of the commands come from a place that was not in the data. After which response are most commands understood, from month ${replyMonth} on?`;
  return `The team collects ${clips} clips; ${consistent} % of the annotators follow the guide; the network has ${hidden} hidden units. In how many replicas is the target met (${targetAccuracy} % of the commands understood, and fast enough)?`;
}

const wording = { won: "led to the most understood commands", even: "led to the same number of understood commands" };

/** "The target was met in 21 of 32 replicas." */
function targetSentence({ teams }: LifecycleResults): string {
  const met = teams.met.filter(Boolean).length;
  return `The target was met in ${countText(met, teams.met.length)}.`;
}

export function outcome(results: LifecycleResults, guess: string | undefined): Outcome {
  const { contest, values, teams } = results;
  if (!contest) return { verdict: [] };
  const target = targetSentence(results);
  if (changes(values))
    return {
      verdict: [...leadVerdict(contest, responseOptions, guess, wording), ` ${target}`],
      tally: { options: marksOf(contest, responseOptions), ...tallyCaption(contest, responseOptions, wording) },
    };
  const met = teams.met.filter(Boolean).length;
  const came = met * 2 >= teams.met.length ? "most" : "few";
  const guessed = targetOptions.find(({ id }) => id === guess);
  const verdict: Phrase[] = [{ strong: target }];
  if (guessed)
    verdict.push(
      " Your guess, ",
      { guess: guessed.label.toLowerCase() },
      came === guess ? ", was right." : ", was wrong.",
    );
  return {
    verdict,
    tally: {
      options: teams.met.map((each) => (each ? "most" : "few")),
      caption: "One mark for each replica: a circle where the target was met, a square where it was not",
    },
  };
}

const share = (value: number) => `${formatNumber(100 * value, 0)} %`;

export function words(results: LifecycleResults, moment: number): string {
  const { teams, values, accuracy } = results;
  const month = Math.min(months, Math.floor(moment));
  const release = bandOf(teams.accuracy);
  const sentences = [
    `At the release, ${share(release.middle)} of the commands are understood in the median replica. In 80 of 100 replicas the share lies between ${share(release.low)} and ${share(release.high)}.`,
    `On the target device, 95 of 100 answers of the median replica come within ${formatNumber(bandOf(teams.latencyMs).middle, 0)} ms.`,
    targetSentence(results),
  ];
  if (month > 0) {
    const at = responseOptions.map(
      ({ label }, s) => `${label.toLowerCase()} ${share(bandOf(accuracy[s]!.find(([m]) => m === month)![1]).middle)}`,
    );
    sentences.push(
      month < replyMonth || !changes(values)
        ? `In month ${month}, ${at[0]!.replace("nothing ", "")} of the commands are understood${changes(values) ? "; no response is in use yet" : ""}.`
        : `Commands understood in month ${month}, by response: ${listText(at)}.`,
    );
    if (changes(values) && month >= arrivalMonth)
      sentences.push(`From month ${arrivalMonth} on, ${newShare} % of the commands come from a new place.`);
  }
  return sentences.join(" ");
}
