/**
 * The explorer in a few figures: medians over replicas with the 10th and 90th percentile. `low` and `high` of a group are the
 * Wilson interval of its accuracy in the median replica: how little so few cases can tell.
 */
import { bandOf, type Named, namedBand } from "../core/statistics/band";
import { wilsonInterval } from "../core/statistics/wilson";
import { type Group, groups, sliceCount } from "../core/worlds/applicants";
import type { SlicesFrame } from "./frames";

export interface GroupRates {
  /** Of every replica. */
  readonly n: readonly number[];
  readonly selected: readonly number[];
  readonly tpr: readonly number[];
  readonly fpr: readonly number[];
  readonly ppv: readonly number[];
  readonly accuracy: readonly number[];
}

export interface Rates {
  readonly accuracy: readonly number[];
  readonly groups: readonly GroupRates[];
  readonly gaps: Readonly<Record<GapName, readonly number[]>>;
  readonly worstP: readonly number[];
}

/** Differences between the groups: selection rates; true positive rates; the larger of those and of the false positive rates; precision. */
export const gapNames = ["parity", "opportunity", "odds", "predictive"] as const;
export type GapName = (typeof gapNames)[number];

/** A level that a p-value lies under by chance once in twenty times. */
export const level = 0.05;

export function ratesOf(frames: readonly SlicesFrame[]): Rates {
  const parts = frames.map(({ counts, replicas: { from, to } }) => ({ counts, size: to - from }));
  const column = (row: number) =>
    parts.flatMap(({ counts, size }) => Array.from(counts.subarray(row * size, (row + 1) * size)));
  const byGroup = groups.map((_, g): GroupRates & { readonly right: number[] } => {
    const [tp, fp, fn, tn] = [0, 1, 2, 3].map((k) => column(g * 4 + k)) as [number[], number[], number[], number[]];
    const each = (figure: (tp: number, fp: number, fn: number, tn: number) => number) =>
      tp.map((_, r) => figure(tp[r]!, fp[r]!, fn[r]!, tn[r]!));
    const share = (of: number, all: number) => (all === 0 ? 0 : of / all);
    return {
      n: each((a, b, c, d) => a + b + c + d),
      selected: each((a, b, c, d) => share(a + b, a + b + c + d)),
      tpr: each((a, _b, c) => share(a, a + c)),
      fpr: each((_a, b, _c, d) => share(b, b + d)),
      ppv: each((a, b) => share(a, a + b)),
      accuracy: each((a, b, c, d) => share(a + d, a + b + c + d)),
      right: each((a, _b, _c, d) => a + d),
    };
  });
  const [larch, maple] = byGroup as [(typeof byGroup)[number], (typeof byGroup)[number]];
  const apart = (name: "selected" | "tpr" | "fpr" | "ppv") =>
    larch[name].map((rate, r) => Math.abs(rate - maple[name][r]!));
  const fpr = apart("fpr");
  return {
    accuracy: larch.n.map((n, r) => (larch.right[r]! + maple.right[r]!) / (n + maple.n[r]!)),
    groups: byGroup,
    gaps: {
      parity: apart("selected"),
      opportunity: apart("tpr"),
      odds: apart("tpr").map((gap, r) => Math.max(gap, fpr[r]!)),
      predictive: apart("ppv"),
    },
    worstP: frames.flatMap(({ worstP }) => Array.from(worstP)),
  };
}

type RateName = "selected" | "tpr" | "fpr" | "ppv" | "accuracy";
const rateNames: readonly RateName[] = ["selected", "tpr", "fpr", "ppv", "accuracy"];

export type SlicesSummary = Named<"accuracy"> & {
  readonly groups: readonly ({
    readonly group: Group;
    readonly n: number;
    readonly low: number;
    readonly high: number;
  } & Named<RateName>)[];
  readonly gaps: Named<GapName>;
  readonly scan: {
    /** Share of the replicas in which the worst of 60 slices has p < 0.05. */
    readonly worstLooksBadRaw: number;
    /** The same with p < 0.05 / 60 (Bonferroni). */
    readonly worstLooksBadCorrected: number;
  };
};

export function summarize(rates: Rates): SlicesSummary {
  const under = (limit: number) => rates.worstP.filter((p) => p < limit).length / rates.worstP.length;
  return {
    ...namedBand("accuracy", bandOf(rates.accuracy)),
    groups: groups.map((group, g) => {
      const own = rates.groups[g]!;
      const n = Math.round(bandOf(own.n).middle);
      const [low, high] = wilsonInterval(Math.round(bandOf(own.accuracy).middle * n), n);
      return {
        group,
        n,
        low,
        high,
        ...(Object.assign({}, ...rateNames.map((name) => namedBand(name, bandOf(own[name])))) as Named<RateName>),
      };
    }),
    gaps: Object.assign({}, ...gapNames.map((name) => namedBand(name, bandOf(rates.gaps[name])))) as Named<GapName>,
    scan: { worstLooksBadRaw: under(level), worstLooksBadCorrected: under(level / sliceCount) },
  };
}
