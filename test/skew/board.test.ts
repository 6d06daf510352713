/** What a learner can check with a calculator: every figure follows from the counts beside it. */
import { beforeAll, describe, expect, it } from "vitest";
import { averagePrecisionOf, averagePrecisionOfShare, rankingCounts } from "@/simulations/core/metrics/ranking";
import { defaultsOf } from "@/simulations/runtime/knobs";
import { percent, short, thresholdText } from "@/simulations/skew/cases";
import { charts } from "@/simulations/skew/chart";
import { scoresChart } from "@/simulations/skew/chart-scores";
import { run } from "@/simulations/skew/engine";
import { type SkewFrame, thresholdSteps } from "@/simulations/skew/frames";
import { knobs, presets, type SkewValues } from "@/simulations/skew/knobs";
import { resultsOf } from "@/simulations/skew/results";
import { bestThresholds, costOf, countsAt, probabilitySums, scoreCounts } from "@/simulations/skew/scores";
import { calibratedBest, thresholdInTheory } from "@/simulations/skew/theory";
import { outcome, question, words } from "@/simulations/skew/words";
import { marksOf } from "@/simulations/ui/chart/marks/model";
import type { LineChart } from "@/simulations/ui/chart/model";
import { startWasm } from "../core/models/backend-for-tests";

const defaults = { ...defaultsOf(knobs), replicas: 5, seed: 77 } as SkewValues;

async function runOf(given: Partial<SkewValues>) {
  const values = { ...defaults, ...given };
  const frames: SkewFrame[] = [];
  for await (const frame of run(values, { from: 0, to: values.replicas })) frames.push(frame);
  const { replicas } = values;
  return { values, run: { values, frames, replicasDone: replicas, replicas, elapsedMs: 1, complete: true } };
}

beforeAll(startWasm);

describe.each(Object.keys(presets) as (keyof typeof presets)[])("preset %s", (name) => {
  it("shows figures that follow from the counts shown", async () => {
    const { run: result } = await runOf(presets[name].values as Partial<SkewValues>);
    const { counts, rows } = resultsOf(result).board;
    const { tp, fp, fn, tn } = counts;
    const shown = Object.fromEntries(rows.map((row) => [row.label, row.model]));
    expect(shown.F1).toBe(((2 * tp) / (2 * tp + fp + fn)).toFixed(3));
    expect(shown.Accuracy).toBe(((tp + tn) / (tp + fp + fn + tn)).toFixed(4));
    expect(shown.Recall).toBe((tp / (tp + fn)).toFixed(3));
    expect(shown.Precision).toBe(tp + fp === 0 ? "0/0" : (tp / (tp + fp)).toFixed(3));
    expect(shown["Balanced accuracy"]).toBe(((tp / (tp + fn) + tn / (tn + fp)) / 2).toFixed(3));
    const spread = Math.sqrt((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn));
    expect(shown["Matthews correlation"]).toBe(spread === 0 ? "0/0" : ((tp * tn - fp * fn) / spread).toFixed(3));
    // The kinds add up to the same counts.
    const kinds = resultsOf(result).kinds;
    const sum = (positive: boolean, key: "cases" | "right") =>
      kinds.filter((kind) => kind.positive === positive).reduce((total, kind) => total + kind[key], 0);
    expect([sum(true, "right"), sum(true, "cases"), sum(false, "right"), sum(false, "cases")]).toEqual([
      tp,
      tp + fn,
      tn,
      tn + fp,
    ]);
  });

  it("says in words what it shows, with a tally of every replica", async () => {
    const { run: result, values } = await runOf(presets[name].values as Partial<SkewValues>);
    expect(question(values)).toMatch(/\?$/);
    expect(words(resultsOf(result))).toContain(`Replica ${resultsOf(result).board.replica} `);
    expect(outcome(resultsOf(result), "few").tally?.options.length).toBe(5);
    for (const text of [question(values), words(resultsOf(result))]) expect(text).not.toMatch(/NaN|undefined|Infinity/);
  });

  it("draws axes without a result before the first run", () => {
    const values = { ...defaults, ...presets[name].values } as SkewValues;
    for (const chart of charts(undefined, values)) {
      if (chart.kind === "lines") expect(chart.series.some(({ id }) => id === "model")).toBe(false);
      if (chart.kind === "intervals") expect(chart.rows).toEqual([]);
    }
  });
});

describe("thresholds", () => {
  it("at 0 everything rings, and a higher threshold never rings more", async () => {
    const { run: result } = await runOf({});
    expect(countsAt(result.frames, 0)[0]).toMatchObject({ fn: 0, tn: 0 });
    for (let step = 1; step <= thresholdSteps; step++) {
      const now = countsAt(result.frames, step / thresholdSteps);
      const before = countsAt(result.frames, (step - 1) / thresholdSteps);
      now.forEach(({ tp, fp }, r) => {
        expect(tp + fp).toBeLessThanOrEqual(before[r]!.tp + before[r]!.fp);
      });
    }
  });

  it("costs nowhere less than at the best", async () => {
    const { run: result, values } = await runOf({});
    const best = bestThresholds(result.frames, values.missCost);
    for (const threshold of [0.001, 0.01, 0.03, 0.05, 0.1, 0.5, 0.9])
      countsAt(result.frames, threshold).forEach((counts, r) => {
        expect(costOf(counts, values.missCost)).toBeGreaterThanOrEqual(best[r]!.cost);
      });
  });

  it("moves without training again, whatever the order of the questions", async () => {
    const first = await runOf({ threshold: 0.2 });
    const second = await runOf({ threshold: 0.01, missCost: 7 });
    expect(second.run.frames).toEqual(first.run.frames);
  });

  it("stands, for calibrated probabilities, at 1/(1 + c), and where a weight of w moves it", async () => {
    const plain = await runOf({ missCost: 19 });
    expect(calibratedBest(plain.run.frames, plain.values)).toBeCloseTo(0.05, 3);
    const weighted = await runOf({ missCost: 19, classWeight: 19 });
    expect(calibratedBest(weighted.run.frames, weighted.values)).toBeCloseTo(0.5, 3);
    for (const given of [
      {},
      { classWeight: 19 },
      { sampling: "over" },
      { sampling: "under", classWeight: 3 },
    ] as const) {
      const { run: result, values } = await runOf({ missCost: 19, ...given });
      expect(thresholdInTheory(values)).toBeCloseTo(calibratedBest(result.frames, values)!, 2);
    }
  });
});

describe("one replica", () => {
  it("is shown at every threshold, so that a higher one never adds a false alarm", async () => {
    const { run: result, values } = await runOf({ prevalence: 0.05 });
    let last = Number.POSITIVE_INFINITY;
    for (const threshold of [0.001, 0.01, 0.05, 0.17, 0.2, 0.5, 0.999]) {
      const { replica, counts } = resultsOf({ ...result, values: { ...values, threshold } }).board;
      expect(replica).toBe(1);
      expect(counts.fp).toBeLessThanOrEqual(last);
      last = counts.fp;
    }
  });

  it("has its cases in the histograms: shares add up to one, areas to the counts of the matrix", async () => {
    const { run: result, values } = await runOf({ threshold: 0.02 });
    const { counts } = resultsOf(result).board;
    const [negatives, positives] = scoresChart(resultsOf(result), values).groups;
    for (const { shares } of [negatives!, positives!])
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    expect([negatives!.below.count, negatives!.above.count]).toEqual([counts.tn, counts.fp]);
    expect([positives!.below.count, positives!.above.count]).toEqual([counts.fn, counts.tp]);
  });
});

describe("calibration", () => {
  it("has every case in its bins, so that the mean probability is the share of positives", async () => {
    const { run: result, values } = await runOf({ prevalence: 0.2 });
    const total = (rows: number[][]) => rows.flat().reduce((sum, value) => sum + value, 0);
    const [negatives, positives] = [scoreCounts(result.frames, false), scoreCounts(result.frames, true)].map(total);
    expect(positives! / (positives! + negatives!)).toBeCloseTo(values.prevalence, 9);
    expect(total(probabilitySums(result.frames)) / (positives! + negatives!)).toBeCloseTo(values.prevalence, 1);
  });
});

describe("texts", () => {
  it("have as many digits as tell a share from 1", () => {
    expect(thresholdText(0.999)).toBe("0.999");
    expect(short(0.9996)).not.toBe("1");
    expect(percent(0.999_96)).not.toMatch(/^100/);
    expect(thresholdText(0.5)).toBe("0.5");
    expect(short(100)).toBe("100");
  });

  it("stay finite at the edges: classes that look alike, the largest weight, a threshold of 0.999", async () => {
    const edge = { separation: 0, classWeight: 1000, prevalence: 0.2, threshold: 0.999 };
    const { run: result, values } = await runOf(edge);
    for (const chart of charts(resultsOf(result), values)) {
      const texts = JSON.stringify(chart, (_, value) => (typeof value === "number" ? String(value) : value));
      expect(texts, chart.id).not.toMatch(/Infinity|NaN/);
    }
    const cost = charts(resultsOf(result), values).find(({ id }) => id === "cost") as LineChart;
    for (const { x } of marksOf(cost.marks, "event")) {
      expect(x).toBeGreaterThanOrEqual(cost.x.min);
      expect(x).toBeLessThanOrEqual(cost.x.max);
    }
    expect(question(values)).toContain("0.999");
  });
});

describe("training", () => {
  it("over-sampling adds rows and under-sampling takes rows away until the classes weigh the same", async () => {
    for (const sampling of ["over", "under"] as const) {
      const { run: result } = await runOf({ sampling });
      const { positiveRows, negativeRows, positiveWeight, negativeWeight } = result.frames[0]!.training;
      expect(positiveRows).toBe(negativeRows);
      expect(positiveWeight).toBe(negativeWeight);
      expect(positiveRows).toBe(sampling === "over" ? 8000 : 400);
    }
  });

  it("weighs what is left out, so that positives keep their share", async () => {
    for (const prevalence of [0.001, 0.01, 0.2, 0.5]) {
      const { run: result } = await runOf({ prevalence });
      const { positiveRows, negativeRows, positiveWeight, negativeWeight } = result.frames[0]!.training;
      const weight = positiveRows * positiveWeight;
      expect(weight / (weight + negativeRows * negativeWeight)).toBeCloseTo(prevalence, 4);
    }
  });
});

describe("average precision at another share", () => {
  const yTrue = [1, 0, 1, 0, 0, 1, 0, 0];
  const scores = [0.9, 0.8, 0.7, 0.6, 0.5, 0.5, 0.2, 0.1];
  it("is the ordinary one at the share of the cases themselves", () => {
    const counts = rankingCounts(yTrue, scores);
    expect(averagePrecisionOfShare(counts, 3 / 8)).toBeCloseTo(averagePrecisionOf(counts), 12);
  });
  it("is that of cases repeated until they have the share", () => {
    const thinned = rankingCounts(
      [...yTrue, ...yTrue.filter((y) => y === 0)],
      [...scores, ...scores.filter((_, i) => yTrue[i] === 0)],
    );
    expect(averagePrecisionOfShare(rankingCounts(yTrue, scores), 3 / 13)).toBeCloseTo(averagePrecisionOf(thinned), 12);
  });
  it("refuses a share of 0 or 1", () => {
    expect(() => averagePrecisionOfShare(rankingCounts(yTrue, scores), 1)).toThrow(/prevalence/);
  });
});
