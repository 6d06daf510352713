/** Money lost: a missed fraud costs its amount, a false alarm the same for every payment (Elkan 2001, costs that depend on the case). */
import { type SkewFrame, thresholdSteps } from "./frames";
import { type BestThreshold, cheapestThresholds, constantCounts, countsAt, ownCounts, perReplica } from "./scores";

/** What a false alarm costs, in €: a call to the customer. */
export const alarmPrice = 5;
const alarmCents = 100 * alarmPrice;

const stepOf = (threshold: number): number => Math.round(threshold * thresholdSteps);
const caughtAt = ({ caughtCents }: SkewFrame, r: number, step: number): number =>
  caughtCents[r * (thresholdSteps + 1) + step]!;

/** Whether the cases of these frames have amounts. */
export const hasMoney = (frames: readonly SkewFrame[]): boolean => (frames[0]?.positiveCents.length ?? 0) > 0;

/** € lost per case, replica by replica: of frauds for `missed` cents, and with `falseAlarms`. */
function lossOf(
  frames: readonly SkewFrame[],
  counts: ReturnType<typeof countsAt>,
  caught: (frame: SkewFrame, r: number) => number,
): number[] {
  const missed = perReplica(frames, (frame, r) => frame.positiveCents[r]! - caught(frame, r));
  return counts.map(({ tp, fp, fn, tn }, r) => (missed[r]! + alarmCents * fp) / 100 / (tp + fp + fn + tn));
}

export const moneyAt = (frames: readonly SkewFrame[], threshold: number): number[] =>
  lossOf(frames, countsAt(frames, threshold), (frame, r) => caughtAt(frame, r, stepOf(threshold)));

/** print("0") loses every fraud and raises no alarm. */
export const moneyOfNever = (frames: readonly SkewFrame[]): number[] =>
  lossOf(frames, countsAt(frames, 0).map(constantCounts), () => 0);

/** print("1") loses no fraud and raises an alarm for every payment: the same as threshold 0. */
export const moneyOfAlways = (frames: readonly SkewFrame[]): number[] => moneyAt(frames, 0);

export function ownMoney(frames: readonly SkewFrame[]): number[] | undefined {
  const counts = ownCounts(frames);
  return counts && lossOf(frames, counts, ({ own }, r) => own?.caughtCents[r] ?? 0);
}

/** The threshold that loses least on each replica's test set, and what it loses per case, in €. */
export const bestByMoney = (frames: readonly SkewFrame[]): BestThreshold[] =>
  cheapestThresholds(frames, alarmCents, (frame, r, missed) => {
    for (let step = 0; step <= thresholdSteps; step++)
      missed[step] = frame.positiveCents[r]! - caughtAt(frame, r, step);
  }).map(({ threshold, cost }) => ({ threshold, cost: cost / 100 }));
