/** Lines over the shared time axis, or any other x. */
import type { Axis, ChartBase, Role } from "../../base";

export interface Series {
  readonly id: string;
  readonly role: Role;
  readonly label: string;
  readonly x: readonly number[];
  /** Median over replicas (or the one value); NaN leaves a gap. */
  readonly y: readonly number[];
  /** 10 % and 90 % quantile over replicas. */
  readonly low?: readonly number[];
  readonly high?: readonly number[];
  /** The band stands in words, table and downloads, not in the picture: another line is the one to look at. */
  readonly bandHidden?: boolean;
  /** Stands after the label in place of the last value, where that says little, e.g. "area 0.86". */
  readonly figure?: string;
  /** What is meant to come: drawn from the moment on, thin and dotted, without a label. */
  readonly planned?: boolean;
  /** A few points by themselves: a marker at each, no line between them. */
  readonly apart?: boolean;
  /** Solid, without markers and label, e.g. a staircase. */
  readonly bare?: boolean;
  /** Every replica's own line, for drawing one alone: [replica][x]. */
  readonly replicas?: readonly (readonly number[])[];
}

export interface LineChart extends ChartBase {
  readonly kind: "lines";
  readonly x: Axis;
  readonly y: {
    readonly min?: number;
    readonly max?: number;
    readonly ticks?: readonly number[];
    readonly format?: "percent";
    /** The range is one that stands while something moves: taken as it is. */
    readonly held?: true;
  };
  readonly series: readonly Series[];
  /** true: x is the scrubber's time, so the chart ends at the moment shown. */
  readonly timeline: boolean;
  readonly height?: "tall" | "mid" | "low";
}
