/** PSI and the KS test on the levels of the clips: the window against the two weeks from which the rules learn. */
import { countBetween, DEFAULT_ZERO_FILL, psiFromProportions, quantileEdges } from "../core/statistics/psi";
import { sortFloats } from "../core/statistics/sort-floats";
import { levelsAnHour, type Service } from "../core/worlds/service";
import { learningHours } from "./plan";

/** Bins of the KS test, of equal share in the reference; PSI joins them two by two to its usual ten. */
const fine = 20;
export const psiBins = 10;
export const psiLimit = 0.25;
/** Critical value of the two-sample test at 0.1 % for a reference that is much larger: √(−½ ln(0.001 / 2)) (Smirnov 1948). */
const ksFactor = 1.95;

/** Levels of each hour, counted. */
export interface CountedLevels {
  /** Share of each bin in the reference. */
  readonly reference: readonly number[];
  /** [hour, bin] */
  readonly counts: Uint8Array;
}

export function countLevels({ levels, levelCounts }: Pick<Service, "levels" | "levelCounts">): CountedLevels {
  const hours = levelCounts.length;
  const ofHour = (hour: number) => levels.subarray(hour * levelsAnHour, hour * levelsAnHour + levelCounts[hour]!);
  const learnt = new Float32Array(learningHours * levelsAnHour);
  let size = 0;
  for (let hour = 0; hour < learningHours; hour++) {
    learnt.set(ofHour(hour), size);
    size += levelCounts[hour]!;
  }
  const sorted = sortFloats(learnt.subarray(0, size));
  const edges = quantileEdges(sorted, fine);
  const bins = edges.length + 1;
  const counts = new Uint8Array(hours * bins);
  for (let hour = 0; hour < hours; hour++) counts.set(countBetween(edges, ofHour(hour)), hour * bins);
  return { reference: countBetween(edges, sorted).map((count) => count / size), counts };
}

/** Neighbours joined until there are ten. */
const joined = (shares: readonly number[]): number[] => {
  const size = shares.length / psiBins;
  const out = new Array<number>(psiBins).fill(0);
  for (let b = 0; b < shares.length; b++) out[Math.min(psiBins - 1, Math.floor(b / size))]! += shares[b]!;
  return out;
};

/** The largest distance between the two cumulative shares. */
export function ksOf(reference: readonly number[], current: readonly number[]): number {
  let gap = 0;
  let above = 0;
  reference.forEach((share, b) => {
    above += current[b]! - share;
    gap = Math.max(gap, Math.abs(above));
  });
  return gap;
}

export function levelAlarms(
  { reference, counts }: CountedLevels,
  window: number,
): { readonly psi: Uint8Array; readonly ks: Uint8Array } {
  const bins = reference.length;
  const hours = counts.length / bins;
  const [psi, ks] = [new Uint8Array(hours), new Uint8Array(hours)];
  const sums = new Int32Array(bins);
  const shares = new Array<number>(bins).fill(0);
  const ten = joined(reference);
  for (let hour = learningHours - window; hour < hours; hour++) {
    for (let b = 0; b < bins; b++) {
      sums[b]! += counts[hour * bins + b]!;
      if (hour >= learningHours) sums[b]! -= counts[(hour - window) * bins + b]!;
    }
    if (hour < learningHours) continue;
    let total = 0;
    for (let b = 0; b < bins; b++) total += sums[b]!;
    for (let b = 0; b < bins; b++) shares[b] = sums[b]! / Math.max(1, total);
    psi[hour] = Number(psiFromProportions(ten, joined(shares), DEFAULT_ZERO_FILL) > psiLimit);
    ks[hour] = Number(ksOf(reference, shares) > ksFactor / Math.sqrt(Math.max(1, total)));
  }
  return { psi, ks };
}
