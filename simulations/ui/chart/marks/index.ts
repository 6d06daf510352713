/** All marks, in the order in which they are drawn. */
import type { Shape } from "plotly.js";
import { change } from "./change";
import { event } from "./event";
import { field } from "./field";
import { level } from "./level";
import { look } from "./look";
import type { MarkKind, MarkPlace, MarkRow } from "./mark-kind";
import type { Mark, MarkOf } from "./model";
import { step } from "./step";

export const markKinds: { readonly [K in Mark["kind"]]: MarkKind<MarkOf<K>> } = {
  field,
  change,
  level,
  event,
  step,
  look,
};

const kindOfMark = (mark: Mark): MarkKind => markKinds[mark.kind];

type Marks = readonly Mark[] | undefined;

export const markRows = (marks: Marks): MarkRow[] => (marks ?? []).flatMap((mark) => kindOfMark(mark).rows(mark));

export const markValues = (marks: Marks): number[] =>
  (marks ?? []).flatMap((mark) => kindOfMark(mark).value?.(mark) ?? []);

export const markShapes = (marks: Marks, place: MarkPlace): Partial<Shape>[] =>
  (marks ?? []).flatMap((mark) => kindOfMark(mark).shape?.(mark, place) ?? []);

export const marksAt = (marks: readonly Mark[], moment: number): readonly Mark[] =>
  marks.filter((mark) => kindOfMark(mark).isReached?.(mark, moment) ?? true);
