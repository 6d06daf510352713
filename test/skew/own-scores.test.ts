import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calibrationCurve } from "@/simulations/core/metrics/calibration";
import { confusionCounts, decide } from "@/simulations/core/metrics/confusion";
import { costByThreshold } from "@/simulations/core/metrics/cost-threshold";
import { averagePrecision, rocAuc } from "@/simulations/core/metrics/ranking";
import { createRandom } from "@/simulations/core/random";
import type { AskContext } from "@/simulations/runtime/asks";
import { exampleScores } from "@/simulations/skew/ask-example-scores";
import { scores } from "@/simulations/skew/ask-scores";
import { ownCharts } from "@/simulations/skew/own-charts";
import { type OwnChoice, ownSamples } from "@/simulations/skew/own-data";
import { readOwn } from "@/simulations/skew/own-results";
import { ownRows, ownVerdict, ownWords } from "@/simulations/skew/own-words";
import { tablesOf } from "@/simulations/ui/chart/table";

const context: AskContext = {
  signal: new AbortController().signal,
  breathe: async () => {},
  now: () => 0,
  handOver: () => {},
};
const ask = async (text: string, choice: OwnChoice = {}) =>
  scores({ bytes: new TextEncoder().encode(text), choice }, context);
const judged = async (text: string, choice?: OwnChoice) => {
  const answer = await ask(text, choice);
  if (!answer.judged) throw new Error(answer.problem);
  return answer.judged;
};
const random = createRandom(1, "own scores, test");
const cases = Array.from({ length: 400 }, (_, i) => ({
  y: i % 8 === 0 ? 1 : 0,
  p: Number((random.uniform() ** (i % 8 === 0 ? 0.6 : 1.6)).toFixed(3)),
}));
const y = cases.map((one) => one.y);
const csvOf = (p: readonly number[]) => ["id,score,label", ...p.map((each, i) => `${i},${each},${y[i]}`)].join("\n");

describe("a reader's own scores", () => {
  it.each([
    ["probabilities", cases.map(({ p }) => p)],
    ["ranking scores", cases.map(({ p }) => Number((100 * p - 30).toFixed(2)))],
  ])("get the figures of the golden functions (%s)", async (_, p) => {
    const found = await judged(csvOf(p));
    expect(found.rocAuc[0]).toBe(rocAuc(y, p));
    expect(found.averagePrecision[0]).toBe(averagePrecision(y, p));
    for (const threshold of [0.1, 0.5, 0.75].map(
      (share) => found.thresholds[Math.floor(share * found.thresholds.length)]!,
    )) {
      const results = readOwn(found, { threshold, missCost: 5 });
      const { tp, fp, fn, tn } = results.metrics[0]!;
      expect({ tp, fp, fn, tn }).toEqual(confusionCounts(y, decide(p, threshold)));
    }
  });

  it("cost least where every distinct score was tried, to the step of the threshold", async () => {
    const p = cases.map((one) => one.p);
    const found = await judged(csvOf(p));
    for (const missCost of [1, 7, 100]) {
      const { cheapest } = readOwn(found, { threshold: 0.5, missCost });
      const { minCost } = costByThreshold(y, p, { falsePositive: 1, falseNegative: missCost });
      expect((cheapest.cost.own * cases.length) / 1000).toBeCloseTo(minCost, 9);
    }
  });

  it("are calibrated or not as the golden curve says, and only within 0…1", async () => {
    const p = cases.map((one) => one.p);
    const { calibration, groupCases, groupPositives } = await judged(csvOf(p));
    const curve = calibrationCurve(y, p, { bins: 8, strategy: "quantile" });
    expect(calibration!.error).toBe(calibrationCurve(y, p).ece);
    expect(calibration!.predicted).toEqual(curve.meanPredicted);
    const share = curve.shareTrue.map((_, group) => groupPositives[group]! / groupCases[group]!);
    expect(share).toEqual(curve.shareTrue);
    expect((await judged(csvOf(p.map((each) => 2 * each)))).calibration).toBeUndefined();
  });

  it("spread in samples of as many cases round the file's own figure", async () => {
    const found = await judged(csvOf(cases.map(({ p }) => p)));
    expect(found.positives).toHaveLength(ownSamples + 1);
    for (let sample = 0; sample <= ownSamples; sample++)
      expect(found.positives[sample]! + found.negatives[sample]!).toBe(cases.length);
    const { low, own, high } = readOwn(found, { threshold: 0.5, missCost: 1 }).rocAuc;
    expect(low).toBeLessThan(own);
    expect(high).toBeGreaterThan(own);
    expect(high - low).toBeLessThan(0.2);
  });

  it("are found by name and by value, and the reader's choice goes before the guess", async () => {
    expect((await ask("y_true,proba\n1,0.9\n0,0.2")).choice).toEqual({ score: 1, label: 0, positive: "1" });
    expect((await ask("id;risk;state\n1;0,9;ok\n2;0,2;ok\n3;0,1;late")).choice).toEqual({
      score: 1,
      label: 2,
      positive: "late",
    });
    const turned = await ask("score,label\n0.9,1\n0.2,0\n0.1,0", { positive: "0" });
    expect(turned.judged!.positives[0]).toBe(2);
    expect(turned.judged!.rocAuc[0]).toBe(0);
  });

  it("leave out what is missing, and say so", async () => {
    const answer = await ask("score,label\n0.9,1\n0.2,0\n,1\nNaN,0\n1e308,1\n0.4,\n0.1,0");
    expect(answer.judged!.positives[0]! + answer.judged!.negatives[0]!).toBe(3);
    expect(answer.notes.join(" ")).toMatch(/3 rows without a score .* 1 row without a label/);
  });

  it.each([
    ["a score is no number", "score,label\n0.9,1\nabc,0", /^Line 3, column “score”: “abc” is not a number\. Allowed/],
    ["a decimal comma meets commas", 'score,label\n0.9,1\n"0,5",0', /^Line 3, column “score”: “0,5” is not a number/],
    ["there is one class only", "score,label\n0.9,1\n0.2,1", /^Lines 2 to 3, column “label”: every label is “1”/],
    ["no row is whole", "score,label\n0.9,\n,1", /^Lines 2 to 3, column “label”: no row has both/],
    ["there is one column only", "score\n0.9\n0.2", /cannot be both score and label/],
  ])("are refused with line and column when %s, and columns can still be chosen", async (_, text, problem) => {
    const answer = await ask(text);
    expect(answer.problem).toMatch(problem);
    expect(answer.judged).toBeUndefined();
    expect(answer.columns.length).toBeGreaterThan(0);
  });

  it("are refused with line and column when there are too many labels", async () => {
    const rows = Array.from({ length: 30 }, (_, i) => `0.${i},x${i}`);
    const answer = await ask(["score,label", ...rows].join("\n"), { score: 0, label: 1 });
    expect(answer.problem).toMatch(/^Line 22, column “label”: .*at most 20/);
  });

  it("never break charts, tables, rows or words, whatever the scores are", async () => {
    const score = fc.oneof(
      fc.constantFrom(0, 1, 7, -0.5, 1e99, -1e99, 1e-99, 0.5, 0.3),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(score, { minLength: 2, maxLength: 40 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        async (list, share) => {
          const answer = await ask(["p,y", ...list.map((p, i) => `${p},${i % 2}`)].join("\n"), { score: 0, label: 1 });
          if (!answer.judged) {
            expect(answer.problem).toMatch(/Both kinds must occur|no row has both/);
            return;
          }
          const { thresholds, range } = answer.judged;
          expect(thresholds).toContain(range.start);
          expect(thresholds.length).toBeLessThan(1200);
          const results = readOwn(answer.judged, {
            threshold: thresholds[Math.floor(share * (thresholds.length - 1))]!,
            missCost: 20,
          });
          const said = `${ownVerdict(results)} ${ownWords(results)} ${JSON.stringify(ownRows(results))}`;
          expect(said).not.toMatch(/NaN|undefined|Infinity/);
          for (const chart of ownCharts(results)) expect(tablesOf(chart).length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("have an example that is read as it is meant", async () => {
    const answer = await ask(await exampleScores(undefined, context));
    expect(answer).toMatchObject({ rows: 2000, choice: { score: 1, label: 2, positive: "fraud" }, notes: [] });
    expect(answer.judged!.positives[0]).toBe(100);
    // The lesson's world at a separation of 1.5.
    expect(answer.judged!.rocAuc[0]).toBeCloseTo(0.856, 1);
    expect(answer.judged!.calibration!.error).toBeLessThan(0.02);
  });
});
