/** Marks: what is written into a chart beside its data. A closed list; each has its rows in the table and its drawing in a module here. */
import type { Role } from "../../ink/roles";

/** An upright ink line through all charts of the axis. */
export interface ChangeMark {
  readonly kind: "change";
  readonly x: number;
  readonly label: string;
  /** Where there is little room. */
  readonly short?: string;
}

/** A grey field, such as what precedes release. */
export interface FieldMark {
  readonly kind: "field";
  readonly from: number;
  readonly to: number;
  readonly label: string;
  /** Named in the table only: another chart of the axis names it in the picture. */
  readonly quiet?: boolean;
}

/** A level of the measured value: a limit, the noise, a percentile. */
export interface LevelMark {
  readonly kind: "level";
  readonly at: number;
  /** "truth" is thin and solid, "alarm" dashed. */
  readonly role: Role;
  readonly label: string;
}

/** A single sign on a line or axis, such as a detector's alarm. */
export interface EventMark {
  readonly kind: "event";
  readonly x: number;
  readonly y: number;
  readonly role: Role;
  readonly label: string;
  /** Named in the table only: in the picture the name would lie over lines, and stands elsewhere already. */
  readonly quiet?: boolean;
}

/** The name of a step over the line it begins, in the field's words. */
export interface StepMark {
  readonly kind: "step";
  readonly x: number;
  readonly y: number;
  readonly label: string;
}

/** A diamond on the axis, filled once it is past: a look of an analysis. */
export interface LookMark {
  readonly kind: "look";
  readonly x: number;
  readonly label: string;
}

export type Mark = ChangeMark | FieldMark | LevelMark | EventMark | StepMark | LookMark;

export type MarkOf<K extends Mark["kind"]> = Extract<Mark, { kind: K }>;

/** The marks of one kind, in order. */
export const marksOf = <K extends Mark["kind"]>(marks: readonly Mark[] | undefined, kind: K): readonly MarkOf<K>[] =>
  (marks ?? []).filter((mark): mark is MarkOf<K> => mark.kind === kind);
