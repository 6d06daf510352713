/** The reader's own classifier: asked about the very cases that the model is judged on, once, and about nothing else. */
import { beforeAll, describe, expect, it, vi } from "vitest";
import { transactions } from "@/simulations/core/worlds/transactions";
import { defaultsOf } from "@/simulations/runtime/knobs";
import type { CodeJob, Interpret } from "@/simulations/runtime/own-code";
import { framesOf } from "@/simulations/runtime/simulation";
import { interpretInNode } from "@/simulations/sandbox/node";
import { charts } from "@/simulations/skew/chart";
import { createEngine } from "@/simulations/skew/engine";
import { ownFunction, thresholdSteps } from "@/simulations/skew/frames";
import { knobs, type SkewValues } from "@/simulations/skew/knobs";
import { alarmPrice, bestByMoney, moneyAt, moneyOfAlways, moneyOfNever, ownMoney } from "@/simulations/skew/money";
import { notebookOf } from "@/simulations/skew/notebook";
import { ownCode } from "@/simulations/skew/own-code";
import { resultsOf } from "@/simulations/skew/results";
import { countsAt, kindsAt, ownCounts, ownKinds } from "@/simulations/skew/scores";
import type { SkewSummary } from "@/simulations/skew/summary";
import { outcome, words } from "@/simulations/skew/words";
import type { IntervalChart } from "@/simulations/ui/chart/model";
import { tidyRows } from "@/simulations/ui/chart/tidy";
import { startWasm } from "../core/models/backend-for-tests";

const trained = vi.hoisted(() => ({ models: 0 }));
vi.mock("@/simulations/core/models/logistic", async (original) => {
  const real = await original<typeof import("@/simulations/core/models/logistic")>();
  const createLogistic: typeof real.createLogistic = (...given) => {
    trained.models += 1;
    return real.createLogistic(...given);
  };
  return { ...real, createLogistic };
});

beforeAll(startWasm);

const defaults: SkewValues = { ...defaultsOf(knobs), replicas: 3, seed: 21 };
const atLeast = (threshold: number) => `function classify(score) { return score >= ${threshold}; }`;
const money = ownCode.challenges.find(({ id }) => id === "money")!.solution;

/** An interpreter that keeps what it was asked. */
function listening(): { readonly interpret: Interpret; readonly jobs: CodeJob[] } {
  const jobs: CodeJob[] = [];
  return {
    jobs,
    interpret: (job) => {
      jobs.push(job);
      return interpretInNode(job);
    },
  };
}

async function runOf(given: Partial<SkewValues>, engine = createEngine({ interpret: interpretInNode })) {
  const values = { ...defaults, ...given };
  const frames = await framesOf(engine, values, { from: 0, to: values.replicas });
  const { replicas } = values;
  return { values, frames, run: { values, frames, replicasDone: replicas, replicas, elapsedMs: 1, complete: true } };
}

describe("a rule that is a threshold", () => {
  it.each<Partial<SkewValues>>([
    {},
    { prevalence: 0.1, classWeight: 9 },
    { prevalence: 0.002, separation: 4 },
    { data: "messages" },
  ])("decides as the model does at that threshold, case by case: %j", async (given) => {
    const engine = createEngine({ interpret: interpretInNode });
    for (const threshold of [0.001, 0.017, 0.048, 0.5, 0.999]) {
      const { frames } = await runOf({ ...given, rule: atLeast(threshold) }, engine);
      expect(ownCounts(frames)).toEqual(countsAt(frames, threshold));
      expect(ownKinds(frames)).toEqual(kindsAt(frames, threshold));
      if (given.data !== "messages") expect(ownMoney(frames)).toEqual(moneyAt(frames, threshold));
    }
  });

  it("ties with the model in every replica, and is told so", async () => {
    const { run } = await runOf({ threshold: 0.04, rule: atLeast(0.04) });
    const { costDuels, moneyDuels } = resultsOf(run);
    for (const duels of [costDuels, moneyDuels])
      expect(duels.find(({ rival }) => rival.id === "set")).toMatchObject({ ties: 3, won: 1.5, isCheaper: false });
    const { sentence } = ownCode.standing(resultsOf(run))!;
    expect(sentence).toContain("costs exactly as much as the model at threshold 0.04 in 3 of 3 replicas");
  });
});

describe("what the code is asked", () => {
  it("is the whole test set of each replica, one job each, in euros and cents", async () => {
    const { interpret, jobs } = listening();
    const { frames } = await runOf({ rule: atLeast(0.5) }, createEngine({ interpret }));
    expect(jobs).toHaveLength(3);
    const cases = countsAt(frames, 0.5).map(({ tp, fp, fn, tn }) => tp + fp + fn + tn);
    jobs.forEach(({ calls, name, returns }, r) => {
      expect({ name, returns }).toEqual({ name: "classify", returns: "decision" });
      const [scores, amounts] = calls.columns as [Float64Array, Float64Array];
      expect([scores.length, amounts.length]).toEqual([cases[r], cases[r]]);
      expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
      expect(amounts.every((amount) => amount > 0 && Math.abs(amount * 100 - Math.round(amount * 100)) < 1e-6)).toBe(
        true,
      );
      const sorted = [...amounts].sort((a, b) => a - b);
      expect(Math.abs(sorted[sorted.length / 2]! - 30)).toBeLessThan(1.5);
    });
    // Another replica has other luck.
    expect(new Set(jobs.map(({ seed }) => seed)).size).toBe(3);
  });

  it("has no amount where the cases are e-mails", async () => {
    const { interpret, jobs } = listening();
    const { run } = await runOf({ data: "messages", rule: atLeast(0.5) }, createEngine({ interpret }));
    for (const { calls } of jobs) expect(new Set(calls.columns[1])).toEqual(new Set([0]));
    expect(resultsOf(run).money).toEqual([]);
    expect(charts(resultsOf(run), resultsOf(run).values).map(({ id }) => id)).not.toContain("money");
  });

  it("does not say by its order which cases are positive", async () => {
    const { frames } = await runOf({ rule: "let calls = 0; const classify = () => calls++ < 200;" });
    for (const { tp, fn, fp } of ownCounts(frames)!) {
      expect(tp + fp).toBe(200);
      expect(tp / (tp + fn)).toBeLessThan(0.06);
    }
  });

  it("gives a replica the same decisions in whatever range it is computed", async () => {
    const values = { ...defaults, rule: "const classify = (score) => Math.random() < score;" };
    const engine = () => createEngine({ interpret: interpretInNode });
    const together = await framesOf(engine(), values, { from: 0, to: 3 });
    const apart = [
      ...(await framesOf(engine(), values, { from: 0, to: 1 })),
      ...(await framesOf(engine(), values, { from: 1, to: 3 })),
    ];
    expect(ownCounts(apart)).toEqual(ownCounts(together));
    expect(ownMoney(apart)).toEqual(ownMoney(together));
  });
});

describe("what code costs", () => {
  it("is no training: another code neither trains nor draws again, another threshold does not call the code", async () => {
    const { interpret, jobs } = listening();
    const engine = createEngine({ interpret });
    const draw = vi.spyOn(transactions, "draw");
    const counts = () => ({ models: trained.models, draws: draw.mock.calls.length, jobs: jobs.length });
    trained.models = 0;
    await runOf({}, engine);
    const plain = counts();
    expect(plain).toMatchObject({ models: 1, jobs: 0 });
    await runOf({ rule: atLeast(0.3) }, engine);
    const first = counts();
    expect(first).toEqual({ models: 1, draws: plain.draws + 3, jobs: 3 });
    await runOf({ rule: atLeast(0.3), threshold: 0.2, missCost: 7 }, engine);
    expect(counts()).toEqual(first);
    await runOf({ rule: atLeast(0.1) }, engine);
    expect(counts()).toEqual({ ...first, jobs: 6 });
    draw.mockRestore();
  });

  it("changes no figure of the model", async () => {
    const { frames } = await runOf({});
    const { frames: withCode } = await runOf({ rule: money });
    const [{ own, ...rest }] = withCode as [(typeof withCode)[number]];
    expect(own).toBeDefined();
    expect([rest]).toEqual(frames);
  });

  it("ends with a fault where an answer makes no sense, and the next code runs", async () => {
    const engine = createEngine({ interpret: interpretInNode });
    const fault = runOf({ rule: "function classify(score) {\n  return score;\n}" }, engine);
    await expect(fault).rejects.toThrow(/^classify\(.*gave.*0 or 1/);
    const { frames } = await runOf({ rule: atLeast(0.5) }, engine);
    expect(ownCounts(frames)).toEqual(countsAt(frames, 0.5));
  });
});

describe("money lost", () => {
  it("is the amounts of the missed frauds and 5 € for a false alarm", async () => {
    const { values, frames } = await runOf({ rule: money });
    const [perCase] = moneyOfNever(frames);
    // The first 200 of the 1,000 frauds that are drawn are in the test set.
    const request = { seed: values.seed, purpose: "test", replica: 0, positives: 1000, negatives: 0 } as const;
    const drawn = transactions.draw({ ...request, separation: values.separation });
    const cents = Array.from({ length: 200 }, (_, i) => transactions.centsOf!(drawn, i));
    const amounts = Array.from({ length: 200 }, (_, i) => Math.exp(3.4 + 1.1 * drawn.inputs[i]!));
    const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
    expect(cents.every(Number.isInteger)).toBe(true);
    expect(Math.abs(sum(cents) / 100 - sum(amounts))).toBeLessThan(1);
    expect(perCase).toBeCloseTo(sum(cents) / 100 / 20_000, 9);
    expect(moneyOfAlways(frames)[0]).toBeCloseTo((alarmPrice * 19_800) / 20_000, 9);
    const thresholds = Array.from({ length: thresholdSteps + 1 }, (_, i) => i / thresholdSteps);
    const least = Math.min(...thresholds.map((threshold) => moneyAt(frames, threshold)[0]!));
    const [best] = bestByMoney(frames);
    expect(best!.cost).toBeCloseTo(least, 9);
    expect(moneyAt(frames, best!.threshold)[0]).toBeCloseTo(least, 9);
  });

  it("is least, on the whole, where the expected loss decides: a coarser rule of amounts loses more", async () => {
    const rules = { elkan: money, coarse: "const classify = (score, amount) => score >= 0.04 && amount > 20;" };
    const [elkan, coarse] = await Promise.all(Object.values(rules).map((rule) => runOf({ rule })));
    const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
    expect(sum(ownMoney(elkan!.frames)!)).toBeLessThan(sum(ownMoney(coarse!.frames)!));
  });
});

describe("what is shown of the code", () => {
  it("is a row of charts, tables, CSV and summary, and sentences; nothing of it without code", async () => {
    const { run, values } = await runOf({ rule: money });
    const results = resultsOf(run);
    const drawn = charts(results, values);
    const row = { role: "you", label: "Your code" };
    const moneyChart = drawn.find(({ id }) => id === "money") as IntervalChart;
    expect(moneyChart.rows[0]).toMatchObject(row);
    expect(outcome(results, undefined).intervals!.rows[0]).toMatchObject(row);
    expect(JSON.stringify(outcome(results, undefined).verdict)).toContain("Your code catches");
    expect(words(results)).toContain("your code costs less than");
    expect(tidyRows(drawn, 0).some((cells) => JSON.stringify(cells).includes("Your code"))).toBe(true);
    expect(results.board.own).toMatchObject(ownCounts(run.frames)![0]!);
    const { own } = results.summary as SkewSummary;
    expect(own!.costP10).toBeLessThanOrEqual(own!.cost);
    expect(own!.cost).toBeLessThanOrEqual(own!.costP90);
    expect(own!.money!.cheaperThan.never).toBe(3);

    const { run: without } = await runOf({});
    const plain = resultsOf(without);
    expect(plain.own).toBeUndefined();
    expect(plain.summary).not.toHaveProperty("own");
    expect(ownCode.standing(plain)).toBeUndefined();
    const shown = [charts(plain, values), words(plain), outcome(plain, undefined), plain.board.rows];
    expect(JSON.stringify(shown)).not.toMatch(/your code/i);
  });

  it("has a table with every answer, and counts replicas against each", async () => {
    const { run } = await runOf({ rule: money });
    const { rows, columns } = ownCode.standing(resultsOf(run))!;
    expect(rows.map(({ cells }) => cells[0])).toEqual([
      "Your code",
      "Model, cheapest",
      "Model, 0.5",
      'print("0")',
      'print("1")',
    ]);
    for (const { cells, own } of rows) {
      expect(cells).toHaveLength(columns.length);
      if (!own) expect(String(cells[2])).toMatch(/ of 3$/);
    }
  });

  it("stands in the notebook as it was written", async () => {
    const cellsWith = async (rule: string) =>
      notebookOf(resultsOf((await runOf({ rule })).run), "https://example.org/");
    const own = (await cellsWith(money)).find(({ id }) => id === "own-rule");
    expect(own).toMatchObject({ kind: "markdown" });
    expect(own!.source).toContain(money.trim());
    expect((await cellsWith("")).some(({ id }) => id === "own-rule")).toBe(false);
  });

  it("is tried on scores from 0 to 1 with small and large amounts before it enters a run", async () => {
    for (const data of ["synthetic", "messages"] as const) {
      const calls = ownCode.trial({ ...defaults, data });
      const [scores, amounts] = calls.columns as [Float64Array, Float64Array];
      expect([Math.min(...scores), Math.max(...scores)]).toEqual([0, 1]);
      expect(Math.min(...amounts)).toBe(data === "messages" ? 0 : 0.01);
      for (const source of [ownCode.original, ...ownCode.challenges.map(({ solution }) => solution)]) {
        const { values } = await interpretInNode({ ...ownFunction, source, seed: 1, calls });
        expect(values).toHaveLength(scores.length);
      }
    }
  });
});
