/** Two groups of cases by the same score, each as a histogram of its own, divided by a threshold into four areas. */
import type { Axis, ChartBase } from "../../base";

/** Cases of one group on one side of the threshold. */
export interface Area {
  /** Follows the count, with the group's name: "frauds missed (FN)". */
  readonly label: string;
  /** The same with the count where there is little room: "FN: 197 frauds". */
  readonly short: string;
  readonly count: number;
}

export interface HistogramGroup {
  readonly id: string;
  readonly label: string;
  /** Groups are told apart by their filling, never by colour alone. */
  readonly filling: "plain" | "hatched";
  /** Share of the group's cases in each bin. */
  readonly shares: readonly number[];
  readonly below: Area;
  readonly above: Area;
}

export interface HistogramChart extends ChartBase {
  readonly kind: "histograms";

  readonly x: Axis;
  /** Above `max` a bar is cut and says how high it is. */
  readonly y: { readonly max: number };
  /** One more than bins; what lies beyond the first and the last is in the outer bins. */
  readonly edges: readonly number[];
  /** The first stands behind the second. Empty before the first run. */
  readonly groups: readonly HistogramGroup[];
  /** Where the areas are divided. */
  readonly split: number;
  /** "threshold 0.5" */
  readonly splitText: string;
}
