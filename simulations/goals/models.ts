/** Every trained model with its score and its place on each scoreboard, read from the frames. */
import { type Band, bandOf } from "../core/statistics/band";
import { type GoalsFrame, hiddenUnitsOf, parametersOf } from "./frames";

export const boards = ["train", "dev", "test", "lost"] as const;
export type BoardName = (typeof boards)[number];

/** A trained capacity with its place on every scoreboard, 1 for the best; equal scores share a place. */
export interface Model {
  readonly capacity: number;
  readonly score: Readonly<Record<BoardName, Band>>;
  readonly rank: Readonly<Record<BoardName, number>>;
}

/** Sizes of models: few features, more but fewer than examples, at least as many as examples. */
export const sizeOf = (capacity: number, examples: number): 0 | 1 | 2 =>
  capacity <= fewFeatures ? 0 : capacity < examples ? 1 : 2;
export const fewFeatures = 10;

/** [capacity][replica]: what is lost of the value that correct answers to all live requests would bring. */
export function lostValues(frames: readonly GoalsFrame[], value: number, capacities: number): number[][] {
  return Array.from({ length: capacities }, (_, c) =>
    frames.flatMap((frame) =>
      Array.from(frame.ordinary, (ordinary, r) => {
        const at = c * frame.ordinary.length + r;
        const reached = frame.rightOrdinary[at]! + value * frame.rightNavigational[at]!;
        return 1 - reached / (ordinary + value * frame.navigational[r]!);
      }),
    ),
  );
}

/** [row][replica] of an array that is laid out so in every frame. */
export const rowsOf = (
  frames: readonly GoalsFrame[],
  rows: number,
  of: (frame: GoalsFrame) => Float32Array,
): number[][] =>
  Array.from({ length: rows }, (_, c) =>
    frames.flatMap((frame) => {
      const size = frame.replicas.to - frame.replicas.from;
      return Array.from(of(frame).subarray(c * size, (c + 1) * size));
    }),
  );

/** A network that is trained beside the random features. */
export interface Network {
  readonly parameters: number;
  readonly train: Band;
  readonly test: Band;
}

export function networksOf(frames: readonly GoalsFrame[], examples: number): Network[] {
  const sizes = hiddenUnitsOf(examples);
  const [train, test] = (["train", "test"] as const).map((name) =>
    rowsOf(frames, sizes.length, ({ networks }) => networks[name]).map(bandOf),
  );
  return sizes.map((hidden, h) => ({ parameters: parametersOf(hidden), train: train![h]!, test: test![h]! }));
}

export function modelsOf(
  frames: readonly GoalsFrame[],
  capacities: readonly number[],
  lost: readonly number[][],
): Model[] {
  const rows = (of: (frame: GoalsFrame) => Float32Array) => rowsOf(frames, capacities.length, of).map(bandOf);
  const scores: Record<BoardName, Band[]> = {
    train: rows(({ train }) => train),
    dev: rows(({ dev }) => dev),
    test: rows(({ test }) => test),
    lost: lost.map(bandOf),
  };
  const rank = (board: BoardName, c: number) =>
    1 + scores[board].filter(({ middle }) => middle < scores[board][c]!.middle).length;
  const each = <T>(of: (board: BoardName) => T) => ({
    train: of("train"),
    dev: of("dev"),
    test: of("test"),
    lost: of("lost"),
  });
  return capacities.map((capacity, c) => ({
    capacity,
    score: each((board) => scores[board][c]!),
    rank: each((board) => rank(board, c)),
  }));
}
