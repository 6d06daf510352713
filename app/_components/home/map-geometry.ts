/** Where things stand on the wide course map, in px of its 1166 × 548 drawing. */
import { type ArrowId, stages } from "./course";

export const WIDTH = 1166;
export const HEIGHT = 552;
export const UPPER = 222;
export const LOWER = 418;
/** Half circles join the two tracks. */
const TURN = (LOWER - UPPER) / 2;
const LEFT = TURN;
const RIGHT = WIDTH - 2 - TURN;
/** Gap between the middle of a stop and the track. */
export const CLEAR = 19.5;

const STEP = 91.4;
const lower: Readonly<Record<number, number>> = { 12: 530, 13: 396, 14: 262, 15: 118 };

export const stopX = (lesson: number): number => lower[lesson] ?? 118 + STEP * (lesson - 1);
export const stopY = (lesson: number): number => (lesson in lower ? LOWER : UPPER);

/** The whole loop but the stretches between stops: both turns, and the way home along the lower track. */
export const turns = {
  right: `M${stopX(11) + CLEAR},${UPPER}H${RIGHT}A${TURN},${TURN} 0 0 1 ${RIGHT},${LOWER}H${stopX(12) + CLEAR}`,
  left: `M${stopX(15) - CLEAR},${LOWER}H${LEFT}A${TURN},${TURN} 0 0 1 ${LEFT},${UPPER}H${stopX(1) - CLEAR}`,
};

/** Open arrow heads on the loop: where, and pointing which way. */
export const heads = [
  { x: WIDTH - 2, y: UPPER + TURN, turn: 90 },
  { x: 801, y: LOWER, turn: 180 },
  { x: 0, y: UPPER + TURN, turn: 270 },
];

export interface Arrow {
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly text: { readonly x: number; readonly y: number; readonly over: boolean };
}

const FOOT = 156;
const middle = (a: number, b: number) => (a + b) / 2;
const stageX = (name: (typeof stages)[number]["name"]) => {
  const { first, last } = stages.find((stage) => stage.name === name) ?? stages[0];
  return middle(stopX(first), stopX(last));
};

/** Feet of the arrows back, beside the names of the stages they join; tops so that no two cross their words. */
export const arrows: Readonly<Record<ArrowId, Arrow>> = {
  error: { from: stageX("Modelling") - 10, to: stageX("Data") + 11, top: 134, text: { x: 358, y: 126, over: true } },
  target: { from: stageX("Data") - 20, to: stageX("Scoping") + 15, top: 134, text: { x: 226, y: 126, over: true } },
  retrain: { from: stopX(6), to: stageX("Modelling") + 20, top: 102, text: { x: 493, y: 104, over: false } },
  new: { from: stopX(9), to: stageX("Data") - 5, top: 58, text: { x: 572, y: 62, over: false } },
  goal: { from: stopX(11) - 10, to: stageX("Scoping") - 20, top: 17, text: { x: 583, y: 20, over: false } },
};

/** Up from one foot, over the top, down to the other: two quarters of an ellipse. */
export function arrowPath({ from, to, top }: Arrow): string {
  const k = 0.5523;
  const x = middle(from, to);
  const rise = FOOT - top;
  return (
    `M${from},${FOOT}C${from},${FOOT - k * rise} ${x + (from - x) * k},${top} ${x},${top}` +
    `C${x - (x - to) * k},${top} ${to},${top + (1 - k) * rise} ${to},${FOOT - 5}`
  );
}

/** Filled head of an arrow back, pointing down at its stage. */
export const arrowHead = ({ to }: Arrow): string => `M${to - 4},${FOOT - 8}h8l-4,8.5z`;
