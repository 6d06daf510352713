/**
 * What a simulation says about a chart, free of any library, theme and width. From one model come the Plotly figure, the
 * table, the downloads and the comparison with a pinned run, so that all of them show the same figures.
 */
import type { Role } from "../ink/roles";
import type { HistogramChart } from "./kinds/histograms/model";

export type { Role };

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
  /** Stands after the label in place of the last value, where that says little, e.g. "area 0.86". */
  readonly figure?: string;
  /** What is meant to come: drawn from the moment on, thin and dotted, without a label. */
  readonly planned?: boolean;
  /** Solid, without markers and label, e.g. a staircase. */
  readonly bare?: boolean;
  /** Every replica's own line, for drawing one alone: [replica][x]. */
  readonly replicas?: readonly (readonly number[])[];
}

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
  /** Lines, strips, bars and histograms: what can be dragged in them. */
  readonly handle?: ChartHandle;
}

/** Lines over the shared time axis (or any other x). */
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
  /** Vertical ink lines through all charts of the axis. */
  readonly changes?: readonly { readonly x: number; readonly label: string; readonly short?: string }[];
  /** Grey fields, such as what precedes release. */
  readonly fields?: readonly { readonly from: number; readonly to: number; readonly label: string }[];
  /** Horizontal reference lines: "truth" thin and solid, "alarm" dashed. */
  readonly limits?: readonly { readonly y: number; readonly role: "truth" | "alarm"; readonly label: string }[];
  /** Single marks on a line or axis, such as a detector's alarm. */
  readonly events?: readonly { readonly x: number; readonly y: number; readonly role: Role; readonly label: string }[];
  /** Names of steps over the line they begin, in the field's words. */
  readonly steps?: readonly { readonly x: number; readonly y: number; readonly label: string }[];
  /** Diamonds on the axis, filled once they are past: e.g. looks of an analysis. */
  readonly looks?: readonly { readonly x: number; readonly label: string }[];
  /** true: x is the scrubber's time, so the chart ends at the moment shown. */
  readonly timeline: boolean;
  readonly height?: "tall" | "mid" | "low";
}

/** Points and a decision surface or fitted line at one moment. */
export interface ScatterChart extends ChartBase {
  readonly kind: "scatter";
  readonly x: Axis;
  readonly y: Axis;
  readonly points: readonly {
    readonly role: Role;
    readonly label: string;
    readonly marker: "circle" | "square" | "cross" | "triangle" | "open-circle";
    readonly x: readonly number[];
    readonly y: readonly number[];
  }[];
  readonly lines?: readonly {
    readonly role: Role;
    readonly label: string;
    readonly x: readonly number[];
    readonly y: readonly number[];
  }[];
  /** z[row][column] in 0 … 1 over the grid; level lines at 0.5. */
  readonly surface?: {
    readonly label: string;
    readonly x: readonly number[];
    readonly y: readonly number[];
    readonly z: readonly (readonly number[])[];
  };
}

/** Rows of bars over the shared time axis, e.g. the weight each month has in a model. Values 0 … 1. */
export interface StripChart extends ChartBase {
  readonly kind: "strips";
  readonly x: Axis;
  /** As in a line chart, for strips that stand alone; among line charts one line goes through all. */
  readonly changes?: LineChart["changes"];
  readonly rows: readonly {
    readonly role: Role;
    readonly label: string;
    readonly x: readonly number[];
    readonly height: readonly number[];
  }[];
}

/** Intervals side by side: one row a thing compared. */
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
  readonly limits?: readonly { readonly x: number; readonly role: "truth" | "alarm"; readonly label: string }[];
}

/** Bars of one group: how often each range of a figure occurs. */
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
  readonly marks: readonly { readonly x: number; readonly role: Role; readonly label: string }[];
}

export type Chart = LineChart | ScatterChart | StripChart | IntervalChart | BarChart | HistogramChart;

/** A table as the reader sees and downloads it. */
export interface Table {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}
