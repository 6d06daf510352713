/** Which metrics changed: per replica, whether the error rose and whether the inputs look different. */
import type { Option } from "../ui/results/verdict";
import { type DriftFrame, ksLevel } from "./frames";
import type { DriftValues } from "./knobs";
import { changeMonth } from "./summary";

export type Evidence = "error" | "inputs" | "both" | "neither";

export const options: readonly (Option & { readonly id: Evidence })[] = [
  { id: "error", label: "Only the error" },
  { id: "inputs", label: "Only the inputs" },
  { id: "both", label: "Both error and inputs" },
  { id: "neither", label: "Neither" },
];

interface Months {
  readonly errors: number[];
  readonly rejected: boolean[];
}

/** Every replica's months in order. */
function monthsByReplica(frames: readonly DriftFrame[]): Months[] {
  const replicas: Months[] = [];
  for (const { moment, replicas: range, errors, inputs } of frames) {
    for (let r = 0; r < errors.length; r++) {
      replicas[range.from + r] ??= { errors: [], rejected: [] };
      const months = replicas[range.from + r]!;
      months.errors[moment] = errors[r]!;
      months.rejected[moment] = inputs.ksPValue[r]! <= ksLevel;
    }
  }
  return replicas.filter((months) => months !== undefined);
}

/**
 * The error changed when its mean since the change exceeds every month before; the inputs changed when the Kolmogorov–Smirnov
 * test (5 %, Bonferroni over the features) rejects in more than half of the months since the change.
 */
export function evidenceOf(frames: readonly DriftFrame[], values: DriftValues): Evidence[] {
  const change = changeMonth(values);
  return monthsByReplica(frames).map(({ errors, rejected }) => {
    const since = errors.slice(change);
    const mean = since.reduce((sum, error) => sum + error, 0) / since.length;
    const error = mean > Math.max(...errors.slice(0, change));
    const inputs = rejected.slice(change).filter(Boolean).length > since.length / 2;
    return error ? (inputs ? "both" : "error") : inputs ? "inputs" : "neither";
  });
}
