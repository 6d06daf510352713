/**
 * The clips of a voice service with their tags, and those that its team has recorded.
 *
 * Service: 35 of 100 clips come from a quiet place, 40 from cars, 12 from crowds, 10 through a narrow-band microphone and 3 from
 * a far one; independently of that a quarter are spoken by speaker C and 4 in 100 by the high voice, and a fifth are 20 dB softer.
 * The team's own clips are from an office: 86 in 100 from a quiet place, none soft or far, hardly any by speaker C.
 */
import { createRandom, type Random } from "../core/random";
import { mishearing } from "../core/worlds/clips/annotators";
import { type ClipSet, clipSets } from "../core/worlds/clips/features";
import type { Place } from "../core/worlds/clips/places";
import { drawClip, type Recording } from "../core/worlds/clips/recording";
import { type Tag, tags } from "./frames";
import { highVoice, type Mix, office, service, snr, softer, speakerC } from "./plan";

/** The first two voices. */
const usual = [0, 1] as const;

export interface TaggedClip {
  readonly recording: Recording;
  readonly tags: readonly Tag[];
}

function placeAt(mix: Mix, at: number): Place {
  let sum = 0;
  for (const [place, share] of mix.places) {
    sum += share;
    if (at < sum) return place;
  }
  return mix.places[0]![0];
}

const isPlace = (tag: Tag | undefined): tag is Tag & Place =>
  tag === "car" || tag === "crowd" || tag === "narrow" || tag === "far";

/** Takes as many draws whatever comes of them. @param only a tag that the clip has for sure */
function drawTagged(random: Random, mix: Mix, only?: Tag): TaggedClip {
  const placed = placeAt(mix, random.uniform());
  const spoken = random.uniform();
  const other = usual[random.integer(usual.length)]!;
  const quiet = random.uniform();
  const louder = random.normal(0, 3);
  const place = isPlace(only) ? only : placed;
  const byHigh = only === "high" || (only !== "speaker" && spoken < mix.high);
  const byC = only === "speaker" || (!byHigh && spoken < mix.high + mix.speaker);
  const soft = only === "soft" || quiet < mix.soft;
  // #region excerpt: clip
  const recording = drawClip(random, {
    places: [place],
    voices: [byHigh ? highVoice : byC ? speakerC : other],
    level: { mean: soft ? softer : 0, sd: 3 },
    snr: snr[place] + louder,
  });
  // #endregion
  const has: Readonly<Record<Tag, boolean>> = {
    car: place === "car",
    crowd: place === "crowd",
    narrow: place === "narrow",
    far: place === "far",
    speaker: byC,
    high: byHigh,
    soft,
  };
  return { recording, tags: tags.filter((tag) => has[tag]) };
}

/** Clips with their features, which are computed when first asked for. */
export interface Clips {
  readonly clips: readonly TaggedClip[];
  readonly features: (normalise: boolean) => ClipSet;
  /** By tag: the positions of its clips. */
  readonly byTag: readonly (readonly number[])[];
}

function withFeatures(clips: readonly TaggedClip[]): Clips {
  let made: ReturnType<typeof clipSets> | undefined;
  return {
    clips,
    byTag: tags.map((tag) => clips.flatMap((clip, i) => (clip.tags.includes(tag) ? [i] : []))),
    features(normalise) {
      made ??= clipSets(clips.map(({ recording }) => recording));
      return normalise ? made.normalised : made.raw;
    },
  };
}

const drawMany = (random: Random, count: number, mix: Mix, only?: Tag): Clips =>
  withFeatures(Array.from({ length: count }, () => drawTagged(random, mix, only)));

export const officeClips = (seed: number, replica: number, count: number): Clips =>
  drawMany(createRandom(seed, "office clips", replica), count, office);

export const devClips = (seed: number, replica: number, count: number): Clips =>
  drawMany(createRandom(seed, "dev clips", replica), count, service);

/** Clips of the service that have a tag, or any, the `time`-th such purchase. */
export const boughtClips = (seed: number, replica: number, kind: Tag | "any", time: number, count: number): Clips =>
  drawMany(createRandom(seed, "bought clips", kind, time, replica), count, service, kind === "any" ? undefined : kind);

/** Clips that nobody chose by. Groups of eight replicas share them. */
export const freshClips = (seed: number, group: number, count: number): Clips =>
  drawMany(createRandom(seed, "fresh clips", group), count, service);

/** What a careful listener gets right, of the clips at these positions; NaN of none. */
export const humanLevel = ({ clips }: Clips, positions: readonly number[]): number =>
  positions.reduce((sum, i) => sum + 1 - mishearing(clips[i]!.recording), 0) / positions.length;

/** Several sets as one, features first. */
export function joined(sets: readonly ClipSet[]): ClipSet {
  if (sets.length === 1) return sets[0]!;
  const count = sets.reduce((sum, set) => sum + set.count, 0);
  const features = sets[0]!.inputs.length / sets[0]!.count;
  const inputs = new Float32Array(features * count);
  const targets = new Float32Array(count);
  let at = 0;
  for (const set of sets) {
    for (let k = 0; k < features; k++)
      inputs.set(set.inputs.subarray(k * set.count, (k + 1) * set.count), k * count + at);
    targets.set(set.targets, at);
    at += set.count;
  }
  return { count, inputs, targets };
}
