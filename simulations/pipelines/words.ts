/** The pipeline in sentences: the question before it, the verdict after it, and what the charts show. */
import { bandOf } from "../core/statistics/band";
import { formatNumber, listText } from "../ui/ink/format";
import { countText } from "../ui/results/lead-words";
import type { Option, Outcome, Phrase } from "../ui/results/verdict";
import { type Way, ways } from "./attribution";
import { changedStage, shareOf } from "./culprit";
import { movedLimit, type Stage, window } from "./frames";
import type { PipelinesValues } from "./knobs";
import { metricRows, stageNames } from "./metric-rows";
import type { PipelinesResults } from "./results";

export const options: readonly Option[] = [
  { id: "stretches", label: "Different stretches of sound are sent", role: "amber" },
  { id: "sound", label: "The sent sound is different", role: "blue" },
  { id: "none", label: "Hardly any words are lost", role: "grey" },
];

const changes: Readonly<Record<PipelinesValues["change"], string>> = {
  none: "Nothing changes.",
  microphone: "The phone gets a new microphone: high tones are louder, low tones are softer.",
  "auto-gain": "The phone gets an automatic gain: it makes quiet sound louder, so the noise in pauses gets louder too.",
  "vad-update": "The voice-activity detector (VAD) gets an update: it waits 100 ms longer before it begins to send.",
};

export const question = ({ change }: PipelinesValues): string =>
  [
    "A VAD on the phone decides which stretches of sound are sent to the recogniser.",
    changes[change],
    "Nobody changes the recogniser. What is the main reason why it loses words?",
  ].join(" ");

const percent = (share: number) => `${formatNumber(100 * share, 0)} %`;

const losing: Readonly<Record<Way, string>> = {
  stretches: "most words were lost because different stretches were sent",
  sound: "most words were lost because the sent sound was different",
  none: "fewer than 5 percentage points of accuracy were lost",
};

export function outcome({ accuracy, losses }: PipelinesResults, guess: string | undefined): Outcome {
  if (losses.length === 0) return { verdict: [] };
  const found = losses.map(({ way }) => way);
  const counts = ways.map((way) => found.filter((one) => one === way).length);
  const most = Math.max(...counts);
  const first = ways.filter((_, i) => counts[i] === most);
  const verdict: Phrase[] = [
    "The recogniser is correct for ",
    { strong: percent(accuracy.newNew.middle) },
    ` of the words; before the change it was ${percent(accuracy.oldOld.middle)}. `,
    ...first.flatMap((way, i): Phrase[] => [
      `${i === 0 ? "In " : " and in "}`,
      { strong: countText(counts[ways.indexOf(way)]!, found.length) },
      `, ${losing[way]}`,
    ]),
    ".",
  ];
  const guessed = options.find(({ id }) => id === guess);
  if (guessed)
    verdict.push(
      " Your guess, ",
      { guess: guessed.label.toLowerCase() },
      `, was right in ${countText(found.filter((way) => way === guessed.id).length, found.length)}.`,
    );
  return {
    verdict,
    tally: {
      options: found,
      caption: `${first.map((way) => options.find(({ id }) => id === way)!.label).join(" or ")}: ${countText(most, found.length)}${first.length > 1 ? " each" : ""}, one mark for each replica`,
      ...(first.length === 1 ? { of: first[0]! } : {}),
    },
  };
}

const places: Readonly<Record<Stage | "none", string>> = {
  capture: "the microphone",
  vad: "the VAD",
  recogniser: "the recogniser",
  none: "no stage",
};

function swapWords({ accuracy, values }: PipelinesResults): string[] {
  if (values.change === "none")
    return [`Nothing was changed, so all four rows are the same: ${percent(accuracy.oldOld.middle)} of the words.`];
  return [
    `Before the change the recogniser is correct for ${percent(accuracy.oldOld.middle)} of ${window.recordings * window.words} words, after the change for ${percent(accuracy.newNew.middle)}.`,
    `With the old stretches and the new sound it is correct for ${percent(accuracy.oldNew.middle)}; with the new stretches and the old sound, for ${percent(accuracy.newOld.middle)}.`,
  ];
}

function stageWords({ values, culprits, culpritShare, metrics }: PipelinesResults): string[] {
  const changed = changedStage[values.change];
  const moved = metricRows.filter((_, m) => Math.abs(metrics[m]!.moved.middle) >= movedLimit);
  const list =
    moved.length === 0
      ? `In the median, no metric has moved by ${movedLimit} standard errors or more.`
      : `In the median, these metrics have moved by ${movedLimit} standard errors or more: ${listText(moved.map(({ stage, label }) => `${label} (${stageNames[stage]})`))}.`;
  return [
    list,
    changed === "none"
      ? `The metrics point to no stage in ${percent(culpritShare)} of the replicas, which is correct.`
      : `The stage that was changed is ${places[changed]}. The metrics point to this stage in ${percent(shareOf(culprits, changed))} of the replicas.`,
  ];
}

const lossSentence = (points: number): string =>
  points < 0
    ? `The median accuracy has risen by ${formatNumber(-points, 0)} percentage points.`
    : `The median loss is ${formatNumber(points, 0)} percentage points of accuracy.`;

const bandwidthWords = ({ saved, lost, losses, values }: PipelinesResults): string[] => [
  values.change === "none"
    ? `${percent(saved.after.middle)} of the bandwidth is saved.`
    : `Saved bandwidth: ${percent(saved.before.middle)} before the change, ${percent(saved.after.middle)} after it.`,
  `${percent(lost.after.middle)} of the words are lost: less than half of the word was sent.`,
  ...(values.change === "none" ? [] : [lossSentence(Math.round(100 * bandOf(losses.map(({ all }) => all)).middle))]),
];

export const words = (results: PipelinesResults): string =>
  results.losses.length === 0
    ? ""
    : [...swapWords(results), ...bandwidthWords(results), ...stageWords(results)].join(" ");
