/** What every chart says of itself, whatever its kind; free of any library, theme and width. */
import type { Role } from "../ink/roles";
import type { Mark } from "./marks/model";

export type { Role };

export interface Axis {
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly ticks?: readonly number[];
  readonly log?: boolean;
  /** Probabilities, spread by their odds: 0.001, 0.5 and 0.999 are equally far apart. Histograms only. */
  readonly logit?: boolean;
}

/** A position on x that is a knob: it can be dragged in the chart, by pointer, touch and keys. */
export interface ChartHandle {
  readonly knob: string;
  /** What is moved, as a name: "Threshold". */
  readonly label: string;
  /** From the knob's value to its place on x, where they differ, e.g. −0.5 for a change between two months. */
  readonly offset?: number;
  /** Colour of its line: the reader's own unless given. */
  readonly role?: Role;
}

export interface ChartBase {
  readonly id: string;
  readonly title: string;
  /** Its name in the row of views, where the title is long. */
  readonly name?: string;
  /** What the (?) says: the figure, how it is computed, its source. */
  readonly help: string;
  /** Unit and what line and band mean, in the line above the chart. */
  readonly unit: string;
  /** Digits after the point in labels, words and table. */
  readonly digits: number;
  /** What tables call a value and the ends of its band or interval, where they are not a median with the 10 % and 90 % quantile. */
  readonly columns?: readonly [value: string, low: string, high: string];
  /** Written over it while it has nothing to show, and why: "This chart is shown on day 42." */
  readonly blank?: string;
  /** What can be dragged in it. */
  readonly handle?: ChartHandle;
  /** What is written into it beside its data; each kind of chart says which marks it takes. */
  readonly marks?: readonly Mark[];
}

/** A table as the reader sees and downloads it. */
export interface Table {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}
