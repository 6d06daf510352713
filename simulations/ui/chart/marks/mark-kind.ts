/** What each kind of mark must say: its rows in the table, and how it is drawn in a chart with two axes. */
import type { Shape } from "plotly.js";
import type { ReactNode } from "react";
import type { Theme } from "../../design/tokens";
import type { Plane } from "../plane";
import type { Mark } from "./model";

/** One row of table and download: the name always, and where it stands or what it is worth. */
export interface MarkRow {
  readonly label: string;
  readonly x?: number;
  readonly value?: number;
}

export interface MarkPlace {
  readonly plane: Plane;
  readonly theme: Theme;
  /** Where the data begin on x. */
  readonly start: number;
}

export interface MarkProps<M extends Mark> extends MarkPlace {
  readonly marks: readonly M[];
  readonly moment: number;
  /** Names at the ends of lines, which marks leave free: their end and the middle of their height, px. */
  readonly ends: readonly { readonly right: number; readonly labelY: number }[];
  /** Changes are named over this chart; false where the chart above on the same axis names them. */
  readonly named: boolean;
}

// Methods, so that the kinds of all marks make one list.
export interface MarkKind<M extends Mark = Mark> {
  rows(mark: M): readonly MarkRow[];
  /** Whether it is there at the moment; always unless given. */
  isReached?(mark: M, moment: number): boolean;
  /** A value that the axis must hold. */
  value?(mark: M): number;
  /** What stands under the lines. */
  shape?(mark: M, place: MarkPlace): Partial<Shape>;
  /** What stands over the lines; all marks of a kind together, for names give way to each other. */
  Draw(props: MarkProps<M>): ReactNode;
}
