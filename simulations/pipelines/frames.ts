/** What the pipeline yields: one frame a range of replicas; and what it answers when it is asked for a recording. */
import type { Frame } from "../runtime/simulation";
import type { Sound } from "../runtime/sound";
import type { PipelinesValues } from "./knobs";

/** Recordings of a window, the words in each, and frames of pause before, between and after them. */
export const window = { recordings: 20, words: 4, pause: { min: 25, max: 125 } } as const;

/** In the order of the pipeline. */
export const stages = ["capture", "vad", "recogniser"] as const;
export type Stage = (typeof stages)[number];

/** What is measured at each stage, recording by recording; no metric needs to know what was said. */
export const metrics = [
  { id: "loud", stage: "capture" },
  { id: "background", stage: "capture" },
  { id: "swing", stage: "capture" },
  { id: "tilt", stage: "capture" },
  { id: "sent", stage: "vad" },
  { id: "perMinute", stage: "vad" },
  { id: "length", stage: "vad" },
  { id: "clipped", stage: "vad" },
  { id: "confidence", stage: "recogniser" },
  { id: "empty", stage: "recogniser" },
] as const satisfies readonly { readonly id: string; readonly stage: Stage }[];
export type MetricId = (typeof metrics)[number]["id"];

/** Thresholds of the curve of accuracy against saved bandwidth. */
export const frontierThresholds = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95] as const;

/** Less sure than this of every word, the recogniser answers nothing. */
export const emptyBelow = 0.5;

/** A metric has moved when it is this many standard errors of the difference from the reference window. */
export const movedLimit = 4;

/** Cells of the swap: stretches sent as before or after the change, sound as before or after the change. */
export const cells = ["oldOld", "oldNew", "newOld", "newNew"] as const;
export type Cell = (typeof cells)[number];

/** Arrays hold one number a replica, in order, and where several things are counted one thing after the other. */
export interface PipelinesFrame extends Frame {
  /** Share of the words recognised right: [cell × replica]. */
  readonly accuracy: Float32Array;
  /** Share of the words less than half of which was sent: [before, after × replica]. */
  readonly lost: Float32Array;
  /** Share of the frames that were not sent: [before, after × replica]. */
  readonly saved: Float32Array;
  /** At each threshold: [before, after × threshold × replica]. */
  readonly frontier: { readonly saved: Float32Array; readonly accuracy: Float32Array };
  /** [metric × replica]: mean in the reference window and in the current one, and their difference in standard errors. */
  readonly metrics: { readonly reference: Float32Array; readonly current: Float32Array; readonly moved: Float32Array };
}

export interface RecordingRequest {
  readonly values: Omit<PipelinesValues, "replicas">;
  /** From 0 on. */
  readonly which: number;
  /** Where WebRTC's detector lies. */
  readonly outside: string;
}

/** Seconds of the recording, and the word that the recogniser hears in it: none where it answers nothing. */
export interface HeardStretch {
  readonly from: number;
  readonly to: number;
  readonly heard?: string;
}

export interface HeardRecording {
  readonly whole: Sound;
  /** The stretches that are sent, one after the other. */
  readonly sent: Sound;
  readonly said: readonly { readonly from: number; readonly to: number; readonly word: string }[];
  readonly before: readonly HeardStretch[];
  readonly after: readonly HeardStretch[];
  /** Where WebRTC's detector hears a voice, or why it was not asked. */
  readonly outside: readonly HeardStretch[] | { readonly reason: string };
}
