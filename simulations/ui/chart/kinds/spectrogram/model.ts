/** A heat map: how loud each band of frequencies is in each frame of time, or any other value of rows and columns. */
import type { Axis, ChartBase } from "../../base";
import type { ChangeMark, FieldMark } from "../../marks/model";

export interface SpectrogramChart extends ChartBase {
  readonly kind: "spectrogram";
  readonly x: Axis;
  /** Where the first frame begins on x, and how far the next one is. */
  readonly start: number;
  readonly step: number;
  /** Bands from the lowest to the highest, drawn equally high; edges in `bandUnit`. */
  readonly bands: readonly { readonly from: number; readonly to: number }[];
  readonly bandUnit: string;
  /** What a row is, where it is no band: "model of month". The row is then named by its lower edge. */
  readonly rowName?: string;
  /** [frame][band], in the chart's unit; NaN: there is none. */
  readonly values: readonly (readonly number[] | Float32Array)[];
  /** What the palest and the darkest tone stand for; beyond them tones stay the same. */
  readonly shades: { readonly min: number; readonly max: number; readonly unit: string };
  readonly timeline: boolean;
  readonly marks?: readonly (ChangeMark | FieldMark)[];
}
