/** Labels as people give them: some follow the guide and some a habit, words are misheard, and fingers slip. */
import type { Random } from "../core/random";
import { labelBy } from "../core/worlds/clips/annotators";
import type { Recording } from "../core/worlds/clips/recording";
import { words } from "../core/worlds/clips/words";

export interface Team {
  readonly annotators: number;
  /** So many of them follow the guide. */
  readonly followers: number;
  /** Share of labels that are slips. */
  readonly slips: number;
}

/** Rounded to whole people, up or down by a number between 0 and 1, so that the share is right on average. */
export const teamOf = (
  { annotators, consistent, labelNoise }: { annotators: number; consistent: number; labelNoise: number },
  rounding: number,
): Team => ({
  annotators,
  followers: Math.floor((annotators * consistent) / 100 + rounding),
  slips: labelNoise / 100,
});

/** The label that one annotator gives a clip. Takes four draws, whoever labels and whatever happens. */
function givenLabel(random: Random, clip: Recording, annotator: number, { followers, slips }: Team): number {
  // #region excerpt: slip
  const label = labelBy(random, clip, { followsGuide: annotator < followers });
  const slipped = random.uniform() < slips;
  const further = 1 + Math.floor(random.uniform() * (words.length - 1));
  return slipped ? (label + further) % words.length : label;
  // #endregion
}

/** Each clip is labelled by one of the team. */
export function labelsOf(random: Random, clips: readonly Recording[], team: Team): Uint8Array {
  return Uint8Array.from(clips, (clip) =>
    givenLabel(random, clip, Math.floor(random.uniform() * team.annotators), team),
  );
}

/** Each clip is labelled by two different annotators. @returns the first and the second labels */
export function labelsByTwo(random: Random, clips: readonly Recording[], team: Team): [Uint8Array, Uint8Array] {
  const first = new Uint8Array(clips.length);
  const second = new Uint8Array(clips.length);
  clips.forEach((clip, i) => {
    const one = Math.floor(random.uniform() * team.annotators);
    const other = (one + 1 + Math.floor(random.uniform() * (team.annotators - 1))) % team.annotators;
    first[i] = givenLabel(random, clip, one, team);
    second[i] = givenLabel(random, clip, other, team);
  });
  return [first, second];
}
