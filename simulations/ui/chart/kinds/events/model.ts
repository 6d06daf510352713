/** What happened when, and for how long: named lanes over a time axis. */
import type { Axis, ChartBase, Role } from "../../base";
import type { ChangeMark, FieldMark } from "../../marks/model";

export interface LaneEvent {
  readonly from: number;
  /** None: it happened at `from` and took no time. */
  readonly to?: number;
  readonly label: string;
}

export interface EventChart extends ChartBase {
  readonly kind: "events";
  readonly x: Axis;
  readonly lanes: readonly {
    readonly role: Role;
    readonly label: string;
    /** In order of time; those of one lane do not overlap. */
    readonly events: readonly LaneEvent[];
  }[];
  readonly timeline: boolean;
  readonly marks?: readonly (ChangeMark | FieldMark)[];
}
