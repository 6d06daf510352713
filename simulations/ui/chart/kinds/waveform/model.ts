/** Samples over time, such as a recording: drawn as what they reach in each column of the picture. */
import type { Axis, ChartBase, Role } from "../../base";
import type { ChangeMark, FieldMark } from "../../marks/model";

export interface WaveformChart extends ChartBase {
  readonly kind: "waveform";
  readonly x: Axis;
  readonly role: Role;
  readonly samples: readonly number[] | Float32Array;
  /** Where the first sample lies on x, and how many follow each other in one unit of x. */
  readonly start: number;
  readonly rate: number;
  /** The axis goes from −level to level. */
  readonly level: number;
  /** true: x is the scrubber's time, so that the chart ends at the moment shown. */
  readonly timeline: boolean;
  readonly marks?: readonly (ChangeMark | FieldMark)[];
}
