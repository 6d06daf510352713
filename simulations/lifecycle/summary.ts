/**
 * The project in a few figures: medians over the teams, with the 10th and 90th percentile. Accuracy is the share of words
 * understood, before the release in all places alike; after the change it is that of the months with the response in use.
 */
import { bandOf, type Named, namedBand } from "../core/statistics/band";
import { columns, meansOver } from "../runtime/frames";
import { type Condition, conditions, type LifecycleFrame, type ResponseName, responseNames } from "./frames";
import type { LifecycleValues } from "./knobs";
import { replyMonth } from "./plan";

type AfterChange = Named<ResponseName>;

export type LifecycleSummary = Named<"accuracy"> &
  Named<"latencyMs"> &
  Named<"throughput"> &
  Named<"wrongLabels"> & {
    readonly byCondition: readonly (Named<"accuracy"> & { readonly condition: Condition })[];
    /** Share of the teams whose release meets accuracy, latency and throughput of the target. */
    readonly targetMet: number;
    readonly afterChange: AfterChange;
  };

/** One number for each team. */
export interface Teams {
  readonly accuracy: readonly number[];
  readonly byCondition: readonly (readonly number[])[];
  readonly latencyMs: readonly number[];
  readonly throughput: readonly number[];
  readonly wrongLabels: readonly number[];
  readonly met: readonly boolean[];
  /** [response][team]: mean accuracy of the months in which the response is in use. */
  readonly after: readonly (readonly number[])[];
}

export function teamsOf(frames: readonly LifecycleFrame[], values: LifecycleValues): Teams {
  const releases = frames.flatMap(({ release, replicas }) =>
    release ? [{ release, size: replicas.to - replicas.from }] : [],
  );
  const all = (figure: (of: (typeof releases)[number]) => ArrayLike<number>) =>
    releases.flatMap((each) => Array.from(figure(each)));
  const accuracy = all(({ release }) => release.accuracy);
  const latencyMs = all(({ release }) => release.latencyMs);
  const throughput = all(({ release }) => release.throughput);
  return {
    accuracy,
    latencyMs,
    throughput,
    wrongLabels: all(({ release }) => release.wrongLabels),
    byCondition: conditions.map((_, c) =>
      all(({ release, size }) => release.byCondition.subarray(c * size, (c + 1) * size)),
    ),
    met: accuracy.map(
      (share, r) =>
        100 * share >= values.targetAccuracy &&
        latencyMs[r]! <= values.targetLatency &&
        throughput[r]! >= values.targetThroughput,
    ),
    after: responseNames.map((_, s) => meansOver(accuracyOf(frames, s).filter(([month]) => month >= replyMonth))),
  };
}

/** Accuracy under one response, month by month. */
export const accuracyOf = (frames: readonly LifecycleFrame[], response: number) =>
  columns(frames, ({ accuracy, replicas: { from, to } }) =>
    accuracy.subarray(response * (to - from), (response + 1) * (to - from)),
  );

export function summarize(teams: Teams): LifecycleSummary {
  return {
    ...namedBand("accuracy", bandOf(teams.accuracy)),
    byCondition: conditions.map((condition, c) => ({
      condition,
      ...namedBand("accuracy", bandOf(teams.byCondition[c]!)),
    })),
    ...namedBand("latencyMs", bandOf(teams.latencyMs)),
    ...namedBand("throughput", bandOf(teams.throughput)),
    ...namedBand("wrongLabels", bandOf(teams.wrongLabels)),
    targetMet: teams.met.filter(Boolean).length / teams.met.length,
    afterChange: {
      ...namedBand("nothing", bandOf(teams.after[0]!)),
      ...namedBand("model", bandOf(teams.after[1]!)),
      ...namedBand("data", bandOf(teams.after[2]!)),
    },
  };
}
