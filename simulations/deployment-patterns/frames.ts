/** What the release desk yields: one frame a minute. */
import type { RolloutPhase } from "../core/serving/rollout";
import type { Frame } from "../runtime/simulation";

/** What green can be; the position is its number in the frames. */
export const candidateNames = ["better", "same", "slice-regression", "worse", "slow"] as const;
export type CandidateName = (typeof candidateNames)[number];
/** Whether a version ought to be rolled back. */
export const isBad = (name: CandidateName): boolean => name !== "better" && name !== "same";

/** The production lines, in the order of the rows after the first in every [5, replica] array. The last is the newly lit one. */
export const lineNames = ["hall A", "hall B", "night shift", "new line"] as const;
/** Share of the phones that come from each line. */
export const lineShares = [0.36, 0.29, 0.25, 0.1] as const;
/** Rows of a [5, replica] array: all phones, then each line. */
export const rowNames = ["all phones", ...lineNames] as const;

/** Where the belt moves on: a phone without an answer by then passes as unscratched. */
export const deadlineMs = 100;

/** Level of one check of the analysis, divided among the rates it tests: chance of a false alarm if it were the only check. */
export const checkLevel = 0.05;

/** Steps of a canary, whose time every other pattern is given too; and minutes that are watched after the planned end. */
export const plannedSteps = 3;
export const minutesAfter = 30;
/** Length of the release, without what comes after. */
export const releaseMinutes = ({ stageMinutes }: { readonly stageMinutes: number }): number =>
  plannedSteps * stageMinutes;
/** The last minute that is watched. */
export const lastMinute = (values: { readonly stageMinutes: number }): number => releaseMinutes(values) + minutesAfter;

export const phaseNames: readonly RolloutPhase[] = ["Progressing", "Paused", "Healthy", "RollingBack", "Degraded"];

/** A planned step of the rollout, if every analysis passes and nobody interferes. */
export interface PlannedStep {
  readonly minute: number;
  /** In the field's words: "setWeight 25", "setMirrorRoute 100", "analysis", "pause". */
  readonly label: string;
  /** Percent of the phones that green answers, and that are copied to it, from here on. */
  readonly weight: number;
  readonly mirror: number;
}

export interface ReleasePlan {
  readonly steps: readonly PlannedStep[];
  /** Minutes at which the analysis checks. */
  readonly looks: readonly number[];
  /** What the analysis demands, in words. */
  readonly conditions: readonly string[];
}

export interface ReleaseEvent {
  readonly replica: number;
  /** Minutes since the release began, with fractions. */
  readonly at: number;
  readonly kind: "check passed" | "check failed" | "promoted" | "rolling back" | "rolled back";
  /** The metric that failed, or who acted. */
  readonly reason: string;
}

/** Up to 40 of replica 0's phones of this minute, in order of time. Each array has one value a phone. */
export interface ShownPhones {
  /** Seconds since the minute began. */
  readonly second: Float32Array;
  /** Position in `lineNames`. */
  readonly line: Uint8Array;
  readonly scratched: Uint8Array;
  /** 0 blue, 1 green: whose verdict counts unless audited. */
  readonly version: Uint8Array;
  /** 1: an inspector reviewed the phone too, and the inspector's verdict counted. */
  readonly audited: Uint8Array;
  /** 1: audited, and that version's verdict was wrong or late; of other phones nobody who runs the release knows. */
  readonly misjudged: Uint8Array;
}

/** Typed arrays have one figure per replica, in the last dimension. −1 stands for "not yet" or "none". Counts are since the release. */
export interface ReleaseFrame extends Frame {
  /** The minute, 0 the first; the frame is of its end. */
  readonly moment: number;
  /** Percent of this minute's phones that green answered, and that were copied to it. */
  readonly weight: Float32Array;
  readonly mirror: Float32Array;
  /** Position in `phaseNames` at the minute's end. */
  readonly phase: Uint8Array;
  /** Phones so far whose verdict came from an inspector, from blue, from green; and those that green judged in shadow. */
  readonly human: Float32Array;
  readonly blue: Float32Array;
  readonly green: Float32Array;
  readonly shadowed: Float32Array;
  /** What those who run the release know, [5, replica]: phones both judged by the version and audited, and how many it misjudged. */
  readonly blueAudited: Float32Array;
  readonly blueWrong: Float32Array;
  readonly greenAudited: Float32Array;
  readonly greenWrong: Float32Array;
  /** The same of blue in the hour before the release, which the analysis knows too. */
  readonly beforeAudited: Float32Array;
  readonly beforeWrong: Float32Array;
  /** p-value of the latest check, [5, replica]: how easily luck alone would make green look this much worse. */
  readonly lookP: Float32Array;
  /** 95th percentile of this minute's answers in ms. */
  readonly blueP95Ms: Float32Array;
  readonly greenP95Ms: Float32Array;
  /**
   * The whole truth, which nobody who runs the release knows, so that no download has it before the decision. harmed: phones green answered wrongly and blue would have got right;
   * saved: the reverse; missed: phones blue answered wrongly and green would have got right.
   */
  readonly harmed: Float32Array;
  readonly saved: Float32Array;
  readonly missed: Float32Array;
  /** Verdicts nobody used, and phones, while the release was under way. */
  readonly extraVerdicts: Float32Array;
  readonly releasePhones: Float32Array;
  /** Minutes since the release: the first failed check or roll back by the learner; all phones back with blue; green promoted for good. */
  readonly detectedAt: Float32Array;
  readonly rolledBackAt: Float32Array;
  readonly promotedAt: Float32Array;
  /** Since when green has answered every phone without a break; −1 while it does not. */
  readonly fullSince: Float32Array;
  /** What happened in this minute. */
  readonly events: readonly ReleaseEvent[];
  /** What green was, by its position in `candidateNames`; only in the last frame, and not while a hidden one waits for a decision. */
  readonly candidates?: Uint8Array;
  /** Only in frames whose range holds replica 0. */
  readonly shown?: ShownPhones;
}
