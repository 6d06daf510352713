/** What the alarm bench yields: one frame a day; the last one holds what the rules made of all days. */
import type { Frame } from "../runtime/simulation";

/** How a rule did in one replica. NaN where there was nothing to judge. */
export const scoreNames = [
  "precision",
  "recall",
  "daysToDetect",
  "daysToReset",
  "falseAlarmsPerWeek",
  "helpDelay",
] as const;
export type ScoreName = (typeof scoreNames)[number];

/** An event of one replica and what the rule made of it. */
export interface SeenEvent {
  readonly replica: number;
  readonly name: string;
  /** Hours since the bench began. */
  readonly from: number;
  readonly to: number;
  /** Hours from its beginning to the first alarm while it lasts; NaN: none. */
  readonly delay: number;
  /** The metric that raised the first alarm, under the threshold rule. */
  readonly metric?: string;
}

export interface Alert {
  /** First and last hour in which an alarm is on. */
  readonly from: number;
  readonly to: number;
  readonly isTrue: boolean;
}

/** The replica that the dashboard shows: the first one. */
export interface Shown {
  /** [metric, hour of the day] */
  readonly metrics: Float32Array;
  /** [metric, hour of the day]: what is usual at this hour. */
  readonly usual: Float32Array;
  /** [metric, hour of the day]: mean over the window, in standard deviations from the usual. */
  readonly deviation: Float32Array;
  /** [hour of the day]: whether the rule's alarm is on. */
  readonly alarm: Uint8Array;
}

export interface Judged {
  /** [score, replica] */
  readonly scores: Float32Array;
  /** [threshold of the frontier, score, replica], of the threshold rule. */
  readonly frontier: Float32Array;
  readonly events: readonly SeenEvent[];
  /** Of the replica shown. */
  readonly alerts?: readonly Alert[];
}

export interface MonitoringFrame extends Frame {
  /** Days since the bench began, 0 the first. */
  readonly moment: number;
  readonly shown?: Shown;
  readonly judged?: Judged;
}
