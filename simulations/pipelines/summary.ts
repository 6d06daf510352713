/** A run in a few figures: medians over replicas, with the 10th and 90th percentile beside them. */
import { bandOf } from "../core/statistics/band";
import { accuracyIn, byReplica, lossesOf, type Way, ways } from "./attribution";
import { changedStage, culpritsOf, shareOf } from "./culprit";
import { frontierThresholds, type MetricId, metrics, type PipelinesFrame, type Stage, stages } from "./frames";
import type { PipelinesValues } from "./knobs";

type Spread<Name extends string> = Readonly<Record<Name | `${Name}P10` | `${Name}P90`, number>>;

/** The median under the name, the percentiles under names of their own. */
function spread<Name extends string>(name: Name, values: readonly number[]): Spread<Name> {
  const { low, middle, high } = bandOf(values);
  return { [name]: middle, [`${name}P10`]: low, [`${name}P90`]: high } as Spread<Name>;
}

export type FrontierPoint = { readonly vadThreshold: number } & Spread<"bandwidthSaved"> & Spread<"accuracy">;
type Inputs = Spread<"oldInput"> & Spread<"newInput">;

export type PipelinesSummary = Spread<"bandwidthSaved"> &
  Spread<"wordsLost"> & {
    readonly before: Spread<"bandwidthSaved"> & Spread<"wordsLost">;
    readonly accuracy: Spread<"before"> & Spread<"after">;
    /** Accuracy: the stretches that the VAD sent before and after the change × the sound before and after it. */
    readonly swap: { readonly oldVad: Inputs; readonly newVad: Inputs };
    /** Share of the replicas by what cost the words. */
    readonly lossBy: Readonly<Record<Way, number>>;
    /** Share of the replicas whose metrics point to the stage that was changed, or to none when nothing was. */
    readonly culpritShare: number;
    /** The same when only metrics of the recogniser are watched. */
    readonly culpritShareEndOnly: number;
    /** Share of the replicas by the stage that the metrics point to. */
    readonly pointsTo: Readonly<Record<Stage | "none", number>>;
    readonly metrics: readonly ({ readonly metric: MetricId; readonly stage: Stage } & Spread<"reference"> &
      Spread<"current"> &
      Spread<"moved">)[];
    /** Before the change. */
    readonly frontier: readonly FrontierPoint[];
    readonly frontierAfter: readonly FrontierPoint[];
  };

export function frontierOf(frames: readonly PipelinesFrame[], when: "before" | "after"): FrontierPoint[] {
  const offset = when === "before" ? 0 : frontierThresholds.length;
  return frontierThresholds.map((vadThreshold, i) => ({
    vadThreshold,
    ...spread(
      "bandwidthSaved",
      byReplica(frames, ({ frontier }) => frontier.saved, offset + i),
    ),
    ...spread(
      "accuracy",
      byReplica(frames, ({ frontier }) => frontier.accuracy, offset + i),
    ),
  }));
}

export function summarize(frames: readonly PipelinesFrame[], { change }: PipelinesValues): PipelinesSummary {
  const saved = (part: number) => byReplica(frames, (frame) => frame.saved, part);
  const lost = (part: number) => byReplica(frames, (frame) => frame.lost, part);
  const changed = changedStage[change];
  const points = culpritsOf(frames);
  const found = lossesOf(frames).map(({ way }) => way);
  return {
    ...spread("bandwidthSaved", saved(1)),
    accuracy: {
      ...spread("before", accuracyIn(frames, "oldOld")),
      ...spread("after", accuracyIn(frames, "newNew")),
    },
    ...spread("wordsLost", lost(1)),
    before: { ...spread("bandwidthSaved", saved(0)), ...spread("wordsLost", lost(0)) },
    swap: {
      oldVad: {
        ...spread("oldInput", accuracyIn(frames, "oldOld")),
        ...spread("newInput", accuracyIn(frames, "oldNew")),
      },
      newVad: {
        ...spread("oldInput", accuracyIn(frames, "newOld")),
        ...spread("newInput", accuracyIn(frames, "newNew")),
      },
    },
    lossBy: Object.fromEntries(ways.map((way) => [way, shareOf(found, way)])) as Record<Way, number>,
    culpritShare: shareOf(points, changed),
    culpritShareEndOnly: shareOf(culpritsOf(frames, ["recogniser"]), changed),
    pointsTo: Object.fromEntries(
      [...stages, "none" as const].map((stage) => [stage, shareOf(points, stage)]),
    ) as Record<Stage | "none", number>,
    metrics: metrics.map(({ id, stage }, m) => ({
      metric: id,
      stage,
      ...spread(
        "reference",
        byReplica(frames, (frame) => frame.metrics.reference, m),
      ),
      ...spread(
        "current",
        byReplica(frames, (frame) => frame.metrics.current, m),
      ),
      ...spread(
        "moved",
        byReplica(frames, (frame) => frame.metrics.moved, m),
      ),
    })),
    frontier: frontierOf(frames, "before"),
    frontierAfter: frontierOf(frames, "after"),
  };
}
