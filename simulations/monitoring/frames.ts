/** What the alarm bench yields: one frame a day that is watched; the last one holds what the rules made of all days. */
import type { EventName, MetricName } from "../core/worlds/service";
import type { OwnFunction } from "../runtime/own-code";
import type { Frame } from "../runtime/simulation";

/** Stands in frames where there was nothing to judge, or no alarm: frames hold finite numbers. */
export const nothing = -1;
/** What was `nothing` is NaN from here on. */
export const known = (value: number): number => (value === nothing ? Number.NaN : value);

/** How a rule did in one replica. */
export const scoreNames = [
  "precision",
  "recall",
  "daysToDetect",
  "daysToReset",
  "falseAlarmsPerWeek",
  "helpDelay",
] as const;
export type ScoreName = (typeof scoreNames)[number];

/** The rules beside the learner's threshold; the two ends alert always and never. */
export const otherRules = ["burn-rate", "page-hinkley", "ddm", "eddm", "adwin", "kswin", "psi", "ks"] as const;
export type OtherRule = (typeof otherRules)[number];
export const raced = ["own", "always", "never", ...otherRules] as const;
/** `own` is the rule that is set, `yours` the code that the reader has written. */
export type Raced = (typeof raced)[number] | "yours";

/** What a reader's own rule is: a function of the last hours of all metrics. */
export const ownFunction: OwnFunction = { name: "alarm", parameters: ["window"], returns: "decision" };
/** How many hours it sees, the newest last. */
export const seenHours = 24;

/** Those that race with these settings, in the order of the frames. */
export const racedBy = ({ alarm }: { readonly alarm: string }): readonly Raced[] =>
  alarm === "" ? raced : [...raced, "yours"];

/** An event of one replica and what the rule made of it. */
export interface SeenEvent {
  readonly replica: number;
  readonly name: EventName;
  /** Hours since the service began. */
  readonly from: number;
  readonly to: number;
  readonly size: number;
  /** Hours from its beginning to the first alarm while it lasts; absent: none. */
  readonly delay?: number;
  /** The metric that raised the first alarm, under the threshold rule. */
  readonly metric?: MetricName;
  /** The same delay of the reader's code; absent: no alarm, or no code. */
  readonly codeDelay?: number;
}

export interface Alert {
  /** The hour in which it is sent. */
  readonly hour: number;
  /** Whether a fault lasts, or has ended so recently that it is still in the window. */
  readonly isTrue: boolean;
}

/** One day of the replica that the dashboard shows, the first one. */
export interface Shown {
  /** [metric, hour of the day] */
  readonly metrics: Float32Array;
  /** [metric, hour of the day]: what is usual at this hour. */
  readonly usual: Float32Array;
  /** [metric, hour of the day]: mean over the window, in standard deviations from the usual. */
  readonly deviation: Float32Array;
  /** [metric]: standard deviation of the day's mean. */
  readonly spread: Float32Array;
  /** [hour of the day]: whether the rule's alarm is on. */
  readonly alarm: Uint8Array;
  /** Hours of the day in which an alert is sent. */
  readonly alerts: readonly number[];
  /** The same of the reader's code, where there is one. */
  readonly codeAlerts?: readonly number[];
}

/** What the threshold would have done with other metrics, [metric, replica]. */
export interface Pruning {
  /** Faults found by all nine metrics, [replica], and faults there are. */
  readonly found: Float32Array;
  readonly faults: Float32Array;
  /** Faults that are found without this metric, and by this metric alone. */
  readonly foundWithout: Float32Array;
  readonly foundAlone: Float32Array;
  /** Faults that are found later, or not at all, without it: it alerted first, and alone. */
  readonly firstAlone: Float32Array;
  /** Days to detect without it, `nothing` in a replica without faults; and false alarms a week. */
  readonly daysWithout: Float32Array;
  readonly falseWithout: Float32Array;
}

/** What the recognisers made of the clips that requests draw from: a notebook without sound goes on from here. */
export interface RecordedAnswers {
  /** [clip]: length, level in dB, and whether the meaning of its word moves under drift. */
  readonly seconds: Float32Array;
  readonly level: Float32Array;
  readonly moves: Uint8Array;
  /** [replica, clip]: 1 where it was answered, 2 where it was understood; 4 and 8 after the firmware; added up. */
  readonly answers: Uint8Array;
}

export interface Judged {
  readonly raced: readonly Raced[];
  /** [rule of `raced`, score, replica]; `nothing` where there was nothing to judge. */
  readonly scores: Float32Array;
  /** [threshold of the frontier, score, replica], of the threshold rule. */
  readonly frontier: Float32Array;
  readonly events: readonly SeenEvent[];
  readonly pruning: Pruning;
  readonly recorded: RecordedAnswers;
  /** Of the replica shown. */
  readonly alerts?: readonly Alert[];
  readonly codeAlerts?: readonly Alert[];
}

export interface MonitoringFrame extends Frame {
  /** Day of the watch, 1 the first. */
  readonly moment: number;
  readonly shown?: Shown;
  readonly judged?: Judged;
}
