/** What a kind of chart must say. A new kind is a folder in kinds/, one line in kinds/index.ts and one in the union of model.ts. */
import type { ReactNode } from "react";
import type { Theme } from "../design/tokens";
import type { Band } from "../design/type-scale";
import type { Table } from "./base";
import type { ChartFrame } from "./frame";
import type { Chart } from "./model";
import type { Upright } from "./uprights";

/** One row of the tidy table, without what all rows of a chart share. */
export interface Figures {
  readonly series: string;
  readonly x?: number | undefined;
  readonly value?: number | undefined;
  /** Ends of the band or interval; the unit says which. */
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  /** From 1 on; none: the row speaks of all replicas. */
  readonly replica?: number | undefined;
}

export interface DrawProps<C extends Chart = Chart> {
  readonly chart: C;
  /** The same as it stands at the moment. */
  readonly shown: C;
  /** Its sentence at the moment. */
  readonly label: string;
  readonly width: number;
  readonly theme: Theme;
  readonly band: Band;
  readonly moment: number;
  /** The same chart of pinned runs, where the kind draws them. */
  readonly pinned: readonly C[];
  readonly uprights: readonly Upright[];
  /** Tick labels of x under the chart; none where a chart below on the same axis has them. */
  readonly ticksBelow: boolean;
  /** Changes are named over this chart. */
  readonly named: boolean;
  /** px between the axes, where the place decides it. */
  readonly plot?: number | undefined;
}

export interface KeyProps<C extends Chart = Chart> {
  /** As it stands at the moment. */
  readonly chart: C;
  readonly frame: ChartFrame;
}

/** Two components, loaded with the first chart of the kind. Methods, as below. */
export interface Drawing<C extends Chart = Chart> {
  Draw(props: DrawProps<C>): ReactNode;
  /** Stands in the chart's head; nothing where the chart itself has room for names. */
  Key?(props: KeyProps<C>): ReactNode;
}

type Range = readonly [number, number];

/** What an axis has shown. */
export interface HeldRange {
  readonly y: Range;
  readonly x?: Range;
}

/** "plot" has ticks of its own, "low" only where no plot follows, a "lane" is a strip among plots and has them only at the end. */
export type Timed = "plot" | "low" | "lane";

// Methods, so that all kinds make one list. Charts are handed over as they stand at the moment, except to `Draw` and `range`.
export interface ChartKind<C extends Chart = Chart> {
  /** What the picture says without being seen. */
  sentence(chart: C): string;
  /** Every figure that is drawn and every mark, rounded as labels and words are; pinned runs follow the reader's own. */
  tables(chart: C, pinned: readonly C[]): readonly Table[];
  /** The same at full precision. */
  figures(chart: C): readonly Figures[];
  load(): Promise<Drawing<C>>;
  /** What of it lies beyond its axes, in words; the picture has a sign where it is cut. */
  beyond?(chart: C, pinned: readonly C[]): string;
  /** How it stands on the shared time axis; not at all unless given. */
  timed?(chart: C): Timed | undefined;
  /** The chart as it stands at a moment, where that changes it. */
  at?(chart: C, moment: number): C;
  /** What its axes show, and the chart on axes that show this; none: they never move. */
  range?(chart: C, pinned: readonly C[]): HeldRange;
  onRange?(chart: C, held: HeldRange): C;
  /** How a pinned run is compared: its chart is drawn pale with the reader's own ("drawn"), or its figures are taken into the chart. */
  readonly compared?: "drawn";
  withPinned?(chart: C, pinned: readonly (C | undefined)[]): C;
}
