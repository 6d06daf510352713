/** Rows of bars over the shared time axis, e.g. the weight each month has in a model. Values 0 … 1. */
import type { Axis, ChartBase, Role } from "../../base";
import type { ChangeMark } from "../../marks/model";

export interface StripChart extends ChartBase {
  readonly kind: "strips";
  readonly x: Axis;
  /** For strips that stand alone; among line charts one line goes through all. */
  readonly marks?: readonly ChangeMark[];
  readonly rows: readonly {
    readonly role: Role;
    readonly label: string;
    readonly x: readonly number[];
    readonly height: readonly number[];
  }[];
}
