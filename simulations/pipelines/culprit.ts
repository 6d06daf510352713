/**
 * Which stage the metrics point to: the first one in the order of the pipeline of which a metric has moved. Further down
 * metrics move as a consequence.
 */
import { byReplica } from "./attribution";
import { metrics, movedLimit, type PipelinesFrame, type Stage, stages } from "./frames";
import type { PipelinesValues } from "./knobs";

/** The stage that a change is made in; nothing is changed in none. */
export const changedStage: Readonly<Record<PipelinesValues["change"], Stage | "none">> = {
  none: "none",
  microphone: "capture",
  "auto-gain": "capture",
  "vad-update": "vad",
};

/** @param watched the stages whose metrics are looked at @returns one a replica */
export function culpritsOf(frames: readonly PipelinesFrame[], watched: readonly Stage[] = stages): (Stage | "none")[] {
  const moved = metrics.map((_, m) => byReplica(frames, (frame) => frame.metrics.moved, m));
  return (moved[0] ?? []).map((_, r) => {
    const first = stages.find(
      (stage) =>
        watched.includes(stage) &&
        metrics.some((metric, m) => metric.stage === stage && Math.abs(moved[m]![r]!) >= movedLimit),
    );
    return first ?? "none";
  });
}

export const shareOf = <T>(values: readonly T[], wanted: T): number =>
  values.filter((value) => value === wanted).length / values.length;
