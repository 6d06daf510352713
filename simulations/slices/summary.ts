/**
 * The explorer in a few figures: medians over replicas with the 10th and 90th percentile. `low` and `high` of a group are the
 * Wilson interval of its accuracy in a test of this size: how little so few cases can tell.
 */
import { bandOf, type Named, namedBand } from "../core/statistics/band";
import { wilsonInterval } from "../core/statistics/wilson";
import { type Group, groups, sliceCount } from "../core/worlds/applicants";
import { type GapName, type GroupRates, gapNames, type RateName, type Rates, rateNames, type Slice } from "./rates";

/** A level that a p-value lies under by chance once in twenty times. */
export const level = 0.05;

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

/** What a rate is a share of. */
const sizeOf: Readonly<Record<RateName, "n" | "positives" | "negatives" | "accepted">> = {
  accuracy: "n",
  selected: "n",
  tpr: "positives",
  fpr: "negatives",
  ppv: "accepted",
};

/** The median of a rate, and the Wilson interval that one test of the median size has around it; 0 … 1 without a case. */
export function intervalOf(rates: GroupRates, name: RateName): { low: number; middle: number; high: number } {
  const { middle } = bandOf(rates[name]);
  const n = Math.round(bandOf(rates[sizeOf[name]]).middle);
  if (n === 0) return { low: 0, middle, high: 1 };
  const [low, high] = wilsonInterval(Math.round(middle * n), n);
  return { low: Math.min(low, middle), middle, high: Math.max(high, middle) };
}

/** The smallest p-value of each replica's slices. */
export const worstOf = (slices: readonly (readonly Slice[])[]): number[] =>
  slices.map((each) => Math.min(...each.map(({ p }) => p)));

export function summarize(rates: Rates, slices: readonly (readonly Slice[])[]): SlicesSummary {
  const worst = worstOf(slices);
  const under = (limit: number) => worst.filter((p) => p < limit).length / worst.length;
  return {
    ...namedBand("accuracy", bandOf(rates.accuracy)),
    groups: groups.map((group, g) => {
      const own = rates.groups[g]!;
      const { low, high } = intervalOf(own, "accuracy");
      return {
        group,
        n: Math.round(bandOf(own.n).middle),
        low,
        high,
        ...(Object.assign({}, ...rateNames.map((name) => namedBand(name, bandOf(own[name])))) as Named<RateName>),
      };
    }),
    gaps: Object.assign({}, ...gapNames.map((name) => namedBand(name, bandOf(rates.gaps[name])))) as Named<GapName>,
    scan: { worstLooksBadRaw: under(level), worstLooksBadCorrected: under(level / sliceCount) },
  };
}
