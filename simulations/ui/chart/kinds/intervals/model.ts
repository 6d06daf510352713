/** Intervals side by side: one row a thing compared. */
import type { ChartBase, Role } from "../../base";
import type { LevelMark } from "../../marks/model";

export interface IntervalChart extends ChartBase {
  readonly kind: "intervals";
  readonly x: {
    readonly label: string;
    readonly min: number;
    readonly max: number;
    readonly ticks?: readonly number[];
  };
  readonly rows: readonly {
    readonly role: Role;
    readonly label: string;
    readonly low: number;
    readonly middle: number;
    readonly high: number;
    /** One more mark on the row, such as what a constant answer reaches. */
    readonly beside?: { readonly role: Role; readonly label: string; readonly at: number };
    /** The same row of pinned runs, each with the pin's name. */
    readonly pinned?: readonly {
      readonly label: string;
      readonly low: number;
      readonly middle: number;
      readonly high: number;
    }[];
  }[];
  readonly marks?: readonly LevelMark[];
}
