/** What the error-analysis bench knows of tags and purchases, and what a run of it yields. */
import type { Recording } from "../core/worlds/clips/recording";
import type { Frame } from "../runtime/simulation";

/** Conditions that an error analysis tags clips with. A clip may have several of them, or none. */
export const tags = ["car", "speaker", "soft", "crowd", "narrow", "high", "far"] as const;
export type Tag = (typeof tags)[number];

/** What can be bought: more clips of a tag or of any kind, a hyperparameter, a change of the code. */
export const purchases = [
  ...tags.map((tag) => `data-${tag}` as const),
  "data-any",
  "model-wider",
  "code-normalise",
] as const;
export type Purchase = (typeof purchases)[number];

/** The tag that a purchase is meant for; none for clips at random and for the wider model. */
export const tagFor = (purchase: Purchase): Tag | undefined => {
  if (purchase === "model-wider" || purchase === "data-any") return undefined;
  return purchase === "code-normalise" ? "soft" : (purchase.slice("data-".length) as Tag);
};

/** Clips of one purchase of data. */
export const clipsBought = 120;

/** A clip of the dev set that the system got wrong, told so that a worker can make its sound. */
export interface WrongClip {
  readonly recording: Recording;
  /** Numbers of words. */
  readonly said: number;
  readonly heard: number;
  readonly tags: readonly Tag[];
}

/** Typed arrays have one figure per replica in the last dimension; accuracies are shares, NaN where a set has no clip of the tag. */
export interface AnalysisFrame extends Frame {
  readonly moment: 0;
  /** Of the dev set, [tag, replica]: share of the clips, and how many of them a careful person hears rightly. */
  readonly share: Float32Array;
  readonly human: Float32Array;
  /** Share of the dev set's clips without a tag. */
  readonly untagged: Float32Array;
  /** The first system and each purchase alone, [1 + purchase, replica]: accuracy on the dev set and on fresh clips. */
  readonly dev: Float32Array;
  readonly fresh: Float32Array;
  /** The same by tag, [1 + purchase, tag, replica]. */
  readonly devByTag: Float32Array;
  readonly freshByTag: Float32Array;
  /** The learner's systems after each purchase, the first system first: [round, replica] and [round, tag, replica]. */
  readonly roundDev: Float32Array;
  readonly roundFresh: Float32Array;
  readonly roundDevByTag: Float32Array;
  readonly roundFreshByTag: Float32Array;
  /** Clips of the dev set that the learner's latest system gets wrong, up to three a tag; only in the frame that holds replica 0. */
  readonly wrong?: readonly WrongClip[];
}
