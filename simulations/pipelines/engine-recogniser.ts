/** What the recogniser answers to the stretches it is sent, and how many words of the recordings are right. */
import { type MlpWeights, predictMlp } from "../core/models/mlp";
import { featureCount, featuresOfSums } from "../core/worlds/clips/features";
import type { Recording, Utterance } from "../core/worlds/clips/recording";
import { framesOfStretches, type Stretch } from "../core/worlds/clips/voice";
import { spoken } from "../core/worlds/clips/words";
import { emptyBelow } from "./frames";

/** What of a window is sent, and what it sounds like (sums of powers): both recording by recording. */
export interface Sent {
  readonly stretches: readonly (readonly Stretch[])[];
  readonly sums: readonly Float64Array[];
}

/** One word for each stretch; −1: nothing. */
export interface Answers {
  readonly words: readonly Int8Array[];
  readonly confidences: readonly Float32Array[];
}

/** All at once: one call of the network. @param weights of one recogniser */
export function answersTo(weights: MlpWeights, sent: readonly Sent[]): Answers[] {
  const count = sent.reduce((sum, { stretches }) => sum + stretches.reduce((all, each) => all + each.length, 0), 0);
  if (count === 0)
    return sent.map(({ stretches }) => ({
      words: stretches.map(() => new Int8Array()),
      confidences: stretches.map(() => new Float32Array()),
    }));
  const inputs = new Float32Array(featureCount * count);
  let column = 0;
  for (const { stretches, sums } of sent)
    stretches.forEach((each, i) => {
      for (const { from, to } of each) featuresOfSums(sums[i]!, { normalise: true, from, to }, inputs, column++, count);
    });
  const probabilities = predictMlp(weights, inputs, count);
  column = 0;
  return sent.map(({ stretches }) => {
    const confidences = stretches.map(({ length }) => new Float32Array(length));
    const words = stretches.map(({ length }, i) => {
      const heard = new Int8Array(length);
      for (let k = 0; k < length; k++, column++) {
        let best = 0;
        for (let c = 1; c < weights.outputs; c++)
          if (probabilities[c * count + column]! > probabilities[best * count + column]!) best = c;
        const confidence = probabilities[best * count + column]!;
        confidences[i]![k] = confidence;
        heard[k] = confidence < emptyBelow ? -1 : best;
      }
      return heard;
    });
    return { words, confidences };
  });
}

const endOf = ({ word, voice, stretch, pitch, at }: Utterance) => at + spoken(word, voice, stretch, pitch).frames;
const overlap = (at: number, end: number, { from, to }: Stretch) => Math.max(0, Math.min(to, end) - Math.max(from, at));

/**
 * Of each word of a recording, the stretch that counts as its own, −1 without one: a stretch belongs to the word it holds most
 * of, and a word to the longest of its stretches. Two words in one stretch get one answer, so one of them is not recognised.
 */
export function stretchOfWords({ utterances }: Recording, stretches: readonly Stretch[]): Int16Array {
  const found = new Int16Array(utterances.length).fill(-1);
  const longest = new Int16Array(utterances.length);
  const ends = utterances.map(endOf);
  stretches.forEach((stretch, k) => {
    let owner = -1;
    let most = 0;
    for (let w = 0; w < ends.length; w++) {
      const shared = overlap(utterances[w]!.at, ends[w]!, stretch);
      if (shared > most) [most, owner] = [shared, w];
    }
    if (owner >= 0 && most > longest[owner]!) {
      longest[owner] = most;
      found[owner] = k;
    }
  });
  return found;
}

/** Share of all words that are recognised right; a lost word is wrong. */
export function accuracyOf(recordings: readonly Recording[], { stretches }: Sent, { words }: Answers): number {
  let right = 0;
  let all = 0;
  // #region excerpt: accuracy
  recordings.forEach((recording, i) => {
    stretchOfWords(recording, stretches[i]!).forEach((stretch, w) => {
      all++;
      if (stretch >= 0 && words[i]![stretch] === recording.utterances[w]!.word) right++;
    });
  });
  // #endregion
  return right / all;
}

/** Share of the words less than half of which is sent. */
export function lostShare(recordings: readonly Recording[], stretches: Sent["stretches"]): number {
  let lost = 0;
  let all = 0;
  recordings.forEach(({ utterances }, i) => {
    for (const said of utterances) {
      const end = endOf(said);
      const sent = stretches[i]!.reduce((sum, stretch) => sum + overlap(said.at, end, stretch), 0);
      all++;
      if (sent < (end - said.at) / 2) lost++;
    }
  });
  return lost / all;
}

/** Share of the frames that are not sent. */
export function savedShare(recordings: readonly Recording[], stretches: Sent["stretches"]): number {
  const frames = recordings.reduce((sum, recording) => sum + recording.frames, 0);
  return 1 - stretches.reduce((sum, each) => sum + framesOfStretches(each), 0) / frames;
}
