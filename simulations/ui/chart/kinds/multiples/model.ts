/** Small multiples: one little chart of lines a measure, all on the same x, so that they are read against each other. */
import type { Axis, ChartBase } from "../../base";
import type { ChangeMark, LevelMark } from "../../marks/model";
import type { Series } from "../lines/model";

export interface Panel {
  readonly id: string;
  readonly title: string;
  /** Its name in little room, a word. */
  readonly short?: string;
  readonly unit: string;
  readonly digits: number;
  readonly series: readonly Series[];
  /** Its own axis of values; of the chart where that is given. */
  readonly y?: { readonly min: number; readonly max: number };
  readonly levels?: readonly LevelMark[];
}

export interface MultiplesChart extends ChartBase {
  readonly kind: "multiples";
  readonly x: Axis;
  /** One axis of values for all; without it each panel has its own. */
  readonly y?: { readonly min: number; readonly max: number };
  readonly panels: readonly Panel[];
  /** true: x is the scrubber's time, so the lines end at the moment shown. */
  readonly timeline: boolean;
  /** Through every panel. */
  readonly marks?: readonly ChangeMark[];
}
