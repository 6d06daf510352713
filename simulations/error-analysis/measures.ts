/** Figures replica by replica, read out of the frames: accuracies, gaps, promises and gains. */
import { type AnalysisFrame, type Purchase, purchases, type Tag, tagFor, tags } from "./frames";

type TableName =
  | "share"
  | "human"
  | "dev"
  | "fresh"
  | "devByTag"
  | "freshByTag"
  | "roundDev"
  | "roundFresh"
  | "roundDevByTag"
  | "roundFreshByTag";

/** One row of a table, all replicas. */
export const rowOf = (frames: readonly AnalysisFrame[], name: TableName, row: number): number[] =>
  frames.flatMap((frame) => {
    const size = frame.replicas.to - frame.replicas.from;
    return Array.from(frame[name].subarray(row * size, (row + 1) * size));
  });

const tagRow = (system: number, tag: number) => system * tags.length + tag;

export interface TagFigures {
  readonly tag: Tag;
  /** All of the dev set, [replica]; accuracy and what is made from it NaN where no clip has the tag. */
  readonly share: readonly number[];
  readonly accuracy: readonly number[];
  readonly human: readonly number[];
  readonly gap: readonly number[];
  readonly promised: readonly number[];
}

/** What an error analysis of one of the learner's systems finds; round 0 is the first system. */
export const tagFigures = (frames: readonly AnalysisFrame[], round: number): TagFigures[] =>
  tags.map((tag, t) => {
    const share = rowOf(frames, "share", t);
    const accuracy = rowOf(frames, "roundDevByTag", tagRow(round, t));
    const human = rowOf(frames, "human", t);
    const gap = human.map((level, r) => level - accuracy[r]!);
    return { tag, share, accuracy, human, gap, promised: gap.map((each, r) => (share[r] ? each * share[r]! : 0)) };
  });

/** What gap × share promises of a purchase: that of the tag it is meant for. None for the wider model. */
export const promiseOf = (figures: readonly TagFigures[], purchase: Purchase): readonly number[] | undefined =>
  figures.find(({ tag }) => tag === tagFor(purchase))?.promised;

const less = (after: readonly number[], before: readonly number[]) => after.map((value, r) => value - before[r]!);

/** What a purchase alone brings to the first system on fresh clips, [replica]. */
export const gainOf = (frames: readonly AnalysisFrame[], purchase: Purchase): number[] =>
  less(rowOf(frames, "fresh", 1 + purchases.indexOf(purchase)), rowOf(frames, "fresh", 0));

/** The same by tag: [tag][replica]. */
export const gainsByTag = (frames: readonly AnalysisFrame[], purchase: Purchase): number[][] =>
  tags.map((_, t) =>
    less(
      rowOf(frames, "freshByTag", tagRow(1 + purchases.indexOf(purchase), t)),
      rowOf(frames, "freshByTag", tagRow(0, t)),
    ),
  );

/** What the purchase of a round brought, round 1 the first; as a whole and by tag. */
export const roundGain = (frames: readonly AnalysisFrame[], round: number): number[] =>
  less(rowOf(frames, "roundFresh", round), rowOf(frames, "roundFresh", round - 1));

export const roundGainsByTag = (frames: readonly AnalysisFrame[], round: number): number[][] =>
  tags.map((_, t) =>
    less(rowOf(frames, "roundFreshByTag", tagRow(round, t)), rowOf(frames, "roundFreshByTag", tagRow(round - 1, t))),
  );

/**
 * Every system whose dev score somebody saw, [replica][try]: the first, each purchase alone, and the learner's from the second
 * purchase on (the first purchase is one of those alone).
 */
export function triesOf(frames: readonly AnalysisFrame[], rounds: number): { dev: number[][]; fresh: number[][] } {
  const rows: [TableName, TableName, number][] = [
    ...[0, ...purchases.map((_, p) => 1 + p)].map((row): [TableName, TableName, number] => ["dev", "fresh", row]),
    ...Array.from({ length: Math.max(0, rounds - 1) }, (_, i): [TableName, TableName, number] => [
      "roundDev",
      "roundFresh",
      2 + i,
    ]),
  ];
  const across = (which: 0 | 1) => {
    const columns = rows.map((row) => rowOf(frames, row[which], row[2]));
    return columns[0]!.map((_, r) => columns.map((column) => column[r]!));
  };
  return { dev: across(0), fresh: across(1) };
}
