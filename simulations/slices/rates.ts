/** From counts to rates: the groups of every replica, the gaps between them, and the slices by their errors. */
import { groupRates } from "../core/metrics/fairness";
import { bandOf } from "../core/statistics/band";
import { pooledTest } from "../core/statistics/pooled-test";
import { groups, sliceCount, valuesOfAttribute } from "../core/worlds/applicants";
import { countNames, policies, type SlicesFrame, testCount } from "./frames";
import type { Policy } from "./knobs";

export const rateNames = ["accuracy", "selected", "tpr", "fpr", "ppv"] as const;
export type RateName = (typeof rateNames)[number];

/** Differences between the groups: selection rates; true positive rates; the larger of those and of the false positive rates; precision. */
export const gapNames = ["parity", "opportunity", "odds", "predictive"] as const;
export type GapName = (typeof gapNames)[number];

/** Of every replica. `ppv` is 0 where nobody is accepted. */
export type GroupRates = Readonly<Record<RateName | "n" | "positives" | "negatives" | "accepted", readonly number[]>>;

export interface Rates {
  readonly accuracy: readonly number[];
  /** Larch, Maple. */
  readonly groups: readonly [GroupRates, GroupRates];
  readonly gaps: Readonly<Record<GapName, readonly number[]>>;
}

export function ratesOf(frames: readonly SlicesFrame[], policy: Policy): Rates {
  const first = policies.indexOf(policy) * groups.length * countNames.length;
  const column = (row: number) =>
    frames.flatMap(({ counts, replicas: { from, to } }) =>
      Array.from(counts.subarray((first + row) * (to - from), (first + row + 1) * (to - from))),
    );
  const groupOf = (g: number): GroupRates => {
    const [tp, fp, fn, tn] = [0, 1, 2, 3].map((k) => column(g * countNames.length + k)) as [
      number[],
      number[],
      number[],
      number[],
    ];
    const each = tp.map((_, r) => {
      const counts = { tp: tp[r]!, fp: fp[r]!, fn: fn[r]!, tn: tn[r]! };
      const accepted = counts.tp + counts.fp;
      return { ...groupRates(counts), accepted, ppv: accepted === 0 ? 0 : counts.tp / accepted };
    });
    // A replica may, though hardly ever, draw nobody of a group: counted with rate 0, as in fairness.ts.
    const known = (value: number) => (Number.isNaN(value) ? 0 : value);
    return {
      n: each.map(({ n }) => n),
      positives: each.map(({ positives }) => positives),
      negatives: each.map(({ negatives }) => negatives),
      accepted: each.map(({ accepted }) => accepted),
      accuracy: each.map(({ accuracy }) => known(accuracy)),
      selected: each.map(({ selectionRate }) => known(selectionRate)),
      tpr: each.map(({ truePositiveRate }) => truePositiveRate),
      fpr: each.map(({ falsePositiveRate }) => falsePositiveRate),
      ppv: each.map(({ ppv }) => ppv),
    };
  };
  const [larch, maple] = [groupOf(0), groupOf(1)];
  const apart = (name: RateName) => larch[name].map((rate, r) => Math.abs(rate - maple[name][r]!));
  const fpr = apart("fpr");
  return {
    accuracy: larch.accuracy.map((own, r) => (own * larch.n[r]! + maple.accuracy[r]! * maple.n[r]!) / testCount),
    groups: [larch, maple],
    gaps: {
      parity: apart("selected"),
      opportunity: apart("tpr"),
      odds: apart("tpr").map((gap, r) => Math.max(gap, fpr[r]!)),
      predictive: apart("ppv"),
    },
  };
}

/** Median share of the decisions that are drawn by lot, by group. */
export function lotsOf(frames: readonly SlicesFrame[], policy: Policy): number[] {
  const first = policies.indexOf(policy) * groups.length;
  return groups.map(
    (_, g) =>
      bandOf(
        frames.flatMap(({ lots, replicas: { from, to } }) =>
          Array.from(lots.subarray((first + g) * (to - from), (first + g + 1) * (to - from))),
        ),
      ).middle,
  );
}

export interface Slice {
  readonly n: number;
  readonly wrong: number;
  /** p-value of the difference to all others where the slice has more errors than they have, else 1. */
  readonly p: number;
}

/** The 60 slices of every replica: [replica][slice]. */
export function slicesOf(frames: readonly SlicesFrame[], policy: Policy): readonly (readonly Slice[])[] {
  const first = policies.indexOf(policy) * sliceCount;
  return frames.flatMap(({ sizes, errors, replicas: { from, to } }) => {
    const count = to - from;
    return Array.from({ length: count }, (_, r) => {
      const at = (of: Int32Array, slice: number) => of[(first + slice) * count + r]!;
      // The twelve slices of one attribute hold every application once.
      let all = 0;
      for (let slice = 0; slice < valuesOfAttribute; slice++) all += at(errors, slice);
      return Array.from({ length: sliceCount }, (_, slice) => sliceOf(at(sizes, slice), at(errors, slice), all));
    });
  });
}

/** A part of the test with its errors, against the rest of the test. */
export function sliceOf(n: number, wrong: number, allWrong: number): Slice {
  const worse = n > 0 && n < testCount && wrong / n > (allWrong - wrong) / (testCount - n);
  const p = worse ? pooledTest(wrong, n, allWrong - wrong, testCount - n).pValue : 1;
  return { n, wrong, p };
}
