/** What one team records in its project: clips and labels for training, the release test, and a year of traffic. */
import { createRandom } from "../core/random";
import { labelBy } from "../core/worlds/clips/annotators";
import { type ClipSet, clipSet } from "../core/worlds/clips/features";
import type { Place } from "../core/worlds/clips/places";
import { drawClip, type Recording } from "../core/worlds/clips/recording";
import { conditions } from "./frames";
import type { LifecycleValues } from "./knobs";
import { arrivalMonth, budgetClips, clipsAMonth, months, newShare, testsAPlace } from "./plan";

export interface Labelled extends ClipSet {
  /** Labels that are not the word that was said. */
  readonly wrong: number;
}

type Setting = Pick<LifecycleValues, "seed" | "consistent" | "newCondition">;
const normalise = { normalise: true };

/** More clips extend the same draws. */
function label({ seed, consistent }: Setting, clips: readonly Recording[], purpose: string, replica: number): Labelled {
  const random = createRandom(seed, "labels", purpose, replica);
  const set = clipSet(clips, normalise);
  let wrong = 0;
  // #region excerpt: label
  const targets = Float32Array.from(clips, (clip) => {
    const given = labelBy(random, clip, { followsGuide: random.uniform() < consistent / 100 });
    if (given !== clip.utterances[0]!.word) wrong++;
    return given;
  });
  // #endregion
  return { ...set, targets, wrong };
}

const drawClips = (seed: number, count: number, purpose: string, replica: number, place?: Place): Recording[] => {
  const random = createRandom(seed, "clips", purpose, replica);
  return Array.from({ length: count }, () => drawClip(random, place && { places: [place] }));
};

export const trainingClips = (setting: Setting & { clips: number }, replica: number): Labelled =>
  label(setting, drawClips(setting.seed, setting.clips, "training", replica), "training", replica);

/** The place that is new to this team; none in a year without one. */
export function newPlace({ seed, newCondition }: Setting, replica: number): Place | undefined {
  if (newCondition === "none") return undefined;
  if (newCondition !== "drawn") return newCondition;
  return createRandom(seed, "new place", replica).chance(0.5) ? "hiss" : "far";
}

/** Clips of the new traffic, labelled like those before. */
export const addedClips = (setting: Setting, replica: number): Labelled =>
  label(setting, drawClips(setting.seed, budgetClips, "added", replica, newPlace(setting, replica)), "added", replica);

export interface Test extends ClipSet {
  readonly clips: readonly Recording[];
}

/** The same number of clips of each place, one place after the other; their labels are the words that were said. */
export function releaseTest({ seed }: Setting, replica: number): Test {
  const clips = conditions.flatMap((place) => drawClips(seed, testsAPlace, `test ${place}`, replica, place));
  return { ...clipSet(clips, normalise), clips };
}

/** All clips of the year that are tested, month by month. */
export function traffic(setting: Setting, replica: number): ClipSet {
  const place = newPlace(setting, replica);
  const random = createRandom(setting.seed, "clips", "traffic", replica);
  const clips: Recording[] = [];
  // #region excerpt: traffic
  for (let month = 1; month <= months; month++) {
    for (let i = 0; i < clipsAMonth; i++) {
      const isNew = place !== undefined && month >= arrivalMonth && i < (clipsAMonth * newShare) / 100;
      clips.push(drawClip(random, isNew ? { places: [place] } : undefined));
    }
  }
  // #endregion
  return clipSet(clips, normalise);
}

/** One after the other. */
export function joined(a: ClipSet, b: ClipSet): ClipSet {
  const count = a.count + b.count;
  const rows = a.inputs.length / a.count;
  const inputs = new Float32Array(rows * count);
  for (let k = 0; k < rows; k++) {
    inputs.set(a.inputs.subarray(k * a.count, (k + 1) * a.count), k * count);
    inputs.set(b.inputs.subarray(k * b.count, (k + 1) * b.count), k * count + a.count);
  }
  const targets = new Float32Array(count);
  targets.set(a.targets);
  targets.set(b.targets, a.count);
  return { count, inputs, targets };
}
