/**
 * People who label clips, as an assumption with two parts that lessons state openly.
 *
 * Hearing: a careful listener mishears 2 clips in 100 where the words are clear, more where noise is as loud as the words (half
 * of the rise at 2 dB), and 5 more in 100 through a narrow or distant microphone; what is heard instead is one of the
 * words that sound most alike.
 * Convention: the guide says to write down the word that was said. Who does not follow it writes what the speaker wants: a
 * "right" in the sense of agreement becomes "yes", a "stop" becomes "no". That is a habit, not a slip: the same person does the
 * same again.
 *
 * @example labelBy(createRandom(1, "label"), clip, { followsGuide: false }) // "yes" for a clip that says "right", mostly
 */
import type { Random } from "../../random";
import type { Recording } from "./recording";
import { words } from "./words";

const alike: Readonly<Record<string, readonly string[]>> = {
  yes: ["left"],
  no: ["go", "down"],
  up: ["stop"],
  down: ["no"],
  left: ["yes", "right"],
  right: ["left"],
  stop: ["up"],
  go: ["no"],
};
const wanted: Readonly<Record<string, string>> = { right: "yes", stop: "no" };

/** Of each word, those that are heard instead. */
export const alikeByNumber: readonly (readonly number[])[] = words.map((word) =>
  alike[word]!.map((other) => words.indexOf(other)),
);
const wantedByNumber = words.map((word) => words.indexOf(wanted[word] ?? word));

/** Probability that a careful listener hears another word. */
export function mishearing({ place, snr }: Pick<Recording, "place" | "snr">): number {
  const noise = 0.45 / (1 + Math.exp((snr - 2) / 3));
  return 0.02 + noise + (place === "narrow" || place === "far" ? 0.05 : 0);
}

/** The word that a listener hears in a clip of one word. Takes two draws whatever happens. */
export function heardByPerson(random: Random, clip: Recording): number {
  const { word } = clip.utterances[0]!;
  const misheard = random.chance(mishearing(clip));
  const instead = random.uniform();
  const among = alikeByNumber[word]!;
  return misheard ? among[Math.floor(instead * among.length)]! : word;
}

/** What somebody writes who has heard `word` and labels what the speaker wants. */
export const wantedBy = (word: number): number => wantedByNumber[word]!;

// #region excerpt: label
/** The label a person gives a clip of one word. */
export function labelBy(random: Random, clip: Recording, { followsGuide }: { readonly followsGuide: boolean }): number {
  const heard = heardByPerson(random, clip);
  return followsGuide ? heard : wantedBy(heard);
}
// #endregion
