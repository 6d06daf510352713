/** Bars of one group: how often each range of a figure occurs. */
import type { Axis, ChartBase, Role } from "../../base";
import type { LevelMark } from "../../marks/model";

export interface BarChart extends ChartBase {
  readonly kind: "bars";
  readonly x: Axis;
  readonly y: { readonly max: number; readonly format?: "percent" };
  readonly role: Role;
  readonly bars: readonly {
    readonly from: number;
    readonly to: number;
    /** Median over replicas; 10 % and 90 % quantile as a thin line. */
    readonly height: number;
    readonly low?: number;
    readonly high?: number;
  }[];
  /** Upright lines with a name, such as percentiles and limits, in the order of their names from top to bottom. */
  readonly marks?: readonly LevelMark[];
}
