/**
 * Cost curves (Drummond and Holte 2006): the smallest normalised expected cost a ranking can reach, by what positives weigh.
 *
 *   cost at threshold = (1 − tpr) · PC + fpr · (1 − PC),  PC = π c_miss/(π c_miss + (1 − π) c_alarm)
 *
 * The lower envelope over all thresholds, always and never included, touches the corners of the convex hull of the ROC curve
 * (Provost and Fawcett 2001).
 *
 * @example costCurve([0, 0, 1, 1], [0.1, 0.2, 0.8, 0.9], [0.5]).lowerEnvelope // [0]
 */
import { checkAllProbabilities, type Numbers } from "../check";
import { type RankingCounts, rankingCounts, rocAucOf, rocOf } from "./ranking";

export type RocPoint = [falsePositiveRate: number, truePositiveRate: number];

export interface CostCurve {
  /** Smallest cost at each PC asked for. */
  lowerEnvelope: number[];
  /** ∫ of the envelope over PC from 0 to 1. */
  areaUnderEnvelope: number;
  /** Corners from (0, 0) to (1, 1). */
  rocConvexHull: RocPoint[];
  rocAuc: number;
  hullAuc: number;
}

/** Upper convex hull of the ROC points with (0, 0) and (1, 1), by a monotone chain (Andrew 1979). */
function rocConvexHull(counts: RankingCounts): RocPoint[] {
  const { falsePositiveRate, truePositiveRate } = rocOf(counts);
  const hull: RocPoint[] = [[0, 0]];
  for (let k = 0; k < falsePositiveRate.length; k++) {
    const point: RocPoint = [falsePositiveRate[k]!, truePositiveRate[k]!];
    while (hull.length >= 2 && !turnsRight(hull[hull.length - 2]!, hull[hull.length - 1]!, point)) hull.pop();
    const [x, y] = hull[hull.length - 1]!;
    if (point[0] !== x || point[1] !== y) hull.push(point);
  }
  return hull;
}

function turnsRight(a: RocPoint, b: RocPoint, c: RocPoint): boolean {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) < -1e-15;
}

const costAt = ([fpr, tpr]: RocPoint, pc: number) => (1 - tpr) * pc + fpr * (1 - pc);

/** @param pcPlus values of PC, each 0 … 1. @throws RangeError when only one class occurs. */
export function costCurve(yTrue: Numbers, scores: Numbers, pcPlus: Numbers): CostCurve {
  checkAllProbabilities("pcPlus", pcPlus);
  const counts = rankingCounts(yTrue, scores);
  const hull = rocConvexHull(counts);
  const envelope = (pc: number) => Math.min(...hull.map((point) => costAt(point, pc)));
  // Between neighbouring corners the envelope bends where their two lines cross.
  const bends = hull.slice(1).map(([x, y], i) => {
    const [px, py] = hull[i]!;
    return (x - px) / (x - px + (y - py));
  });
  const knots = [0, ...bends, 1];
  let area = 0;
  for (let i = 1; i < knots.length; i++) {
    area += ((knots[i]! - knots[i - 1]!) * (envelope(knots[i]!) + envelope(knots[i - 1]!))) / 2;
  }
  const hullAuc = hull.slice(1).reduce((sum, [x, y], i) => sum + ((x - hull[i]![0]) * (y + hull[i]![1])) / 2, 0);
  return {
    lowerEnvelope: Array.from(pcPlus, envelope),
    areaUnderEnvelope: area,
    rocConvexHull: hull,
    rocAuc: rocAucOf(counts),
    hullAuc,
  };
}
