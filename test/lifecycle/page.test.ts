import { beforeAll, describe, expect, it } from "vitest";
import { figuresOf, linesOf, stateText } from "@/simulations/lifecycle/cards";
import { charts } from "@/simulations/lifecycle/chart";
import { run as simulate } from "@/simulations/lifecycle/engine";
import { conditions, type LifecycleFrame } from "@/simulations/lifecycle/frames";
import { knobs, type LifecycleValues } from "@/simulations/lifecycle/knobs";
import { measuredRows } from "@/simulations/lifecycle/measured-rows";
import { heardAPlace, months, replyMonth, testsAPlace } from "@/simulations/lifecycle/plan";
import { type LifecycleResults, resultsOf } from "@/simulations/lifecycle/results";
import { options, outcome, question, words } from "@/simulations/lifecycle/words";
import type { Run } from "@/simulations/runtime/experiment-state";
import { defaultsOf } from "@/simulations/runtime/knobs";
import { startWasm } from "../core/models/backend-for-tests";

const replicas = 4;
let frames: LifecycleFrame[];
const base = { ...defaultsOf(knobs), replicas } as LifecycleValues;

/** Targets and response change what is told of a run, and nothing in its frames. */
const resultsWith = (change: Partial<LifecycleValues> = {}): LifecycleResults => {
  const values = { ...base, ...change };
  return resultsOf({
    values,
    frames,
    replicasDone: replicas,
    replicas,
    elapsedMs: 1,
    complete: true,
  } as Run<LifecycleFrame>);
};
const told = (results: LifecycleResults, guess?: string) =>
  outcome(results, guess)
    .verdict.map((phrase) => (typeof phrase === "string" ? phrase : "strong" in phrase ? phrase.strong : phrase.guess))
    .join("");

beforeAll(async () => {
  await startWasm();
  frames = [...simulate(base, { from: 0, to: replicas })];
});

describe("clips that were understood wrongly", () => {
  it("are of the first team, a few of each place, and really wrong", () => {
    const { misheard, teams } = resultsWith();
    expect(frames.filter(({ release }) => release?.misheard)).toHaveLength(1);
    conditions.forEach((place, c) => {
      const wrong = Math.round(testsAPlace * (1 - teams.byCondition[c]![0]!));
      const shown = misheard.filter((each) => each.place === place);
      expect(shown).toHaveLength(Math.min(heardAPlace, wrong));
      for (const { said, heard, clip } of shown) {
        expect(heard).not.toBe(said);
        expect(clip.place).toBe(place);
      }
    });
  });
});

describe("cards", () => {
  it("tell the target, the data, the model by place and the release", () => {
    const results = resultsWith();
    const lines = (stage: Parameters<typeof linesOf>[0]) =>
      Object.fromEntries(linesOf(stage, base, figuresOf(stage, results)).map(({ label, value }) => [label, value]));
    expect(lines("scoping")).toEqual({
      Accuracy: "at least 75 %",
      "p95 latency": "at most 100 ms",
      Throughput: "at least 10 a second",
    });
    expect(lines("data")).toMatchObject({ Clips: "400", "Labels by the guide": "80 %" });
    const percent = (share: number) => `${(100 * share).toFixed(0)} %`;
    expect(lines("modelling")).toMatchObject({ "Hidden units": "16", Accuracy: percent(results.summary.accuracy) });
    expect(Object.keys(lines("modelling"))).toHaveLength(2 + conditions.length);
    const met = results.teams.met.filter(Boolean).length;
    expect(lines("deployment")).toMatchObject({
      "Target met": `in ${met} of ${replicas} replicas`,
      Response: "Back to data",
      [`Accuracy from month ${replyMonth} on`]: percent(results.summary.afterChange.data),
    });
  });

  it("say what was missed, and nothing of a response where nothing changes", () => {
    const lines = (change: Partial<LifecycleValues>) => {
      const results = resultsWith(change);
      return linesOf("deployment", results.values, figuresOf("deployment", results));
    };
    const missed = (change: Partial<LifecycleValues>) => lines(change).find(({ label }) => label === "Missed")?.value;
    expect(missed({ targetAccuracy: 20 })).toBe("nothing");
    expect(missed({ targetAccuracy: 20, targetLatency: 20 })).toBe(`latency in ${replicas}`);
    expect(missed({ targetAccuracy: 99, targetThroughput: 40 })).toBe(
      `accuracy in ${replicas}, throughput in ${replicas}`,
    );
    expect(lines({ newCondition: "none" }).some(({ label }) => label === "Response")).toBe(false);
  });

  it("say what an output was made from that has changed", () => {
    const output = { made: {}, figures: [] };
    expect(stateText({ is: "older", output, changed: "scoping" })).toBe("Made for an older target");
    expect(stateText({ is: "older", output, changed: "data" })).toBe("Made from older data");
    expect(stateText({ is: "older", output, changed: "modelling" })).toBe("Made from an older model");
    expect([stateText({ is: "at-work" }), stateText({ is: "at-work", before: output })]).toEqual([
      "At work",
      "At work again",
    ]);
  });
});

describe("charts", () => {
  it("keep the band for the response that was chosen, and name it", () => {
    for (const response of ["nothing", "model", "data"] as const) {
      const [year] = charts(resultsWith({ response }), { ...base, response });
      if (year?.kind !== "lines") throw new Error("the year is drawn as lines");
      expect(year.series.filter(({ bandHidden }) => !bandHidden).map(({ id }) => id)).toEqual([response]);
      expect(year.series.every(({ low, high }) => low && high)).toBe(true);
      const field = year.marks?.find(({ kind }) => kind === "field");
      expect(field).toMatchObject({ label: expect.stringContaining(response === "model" ? "modelling" : response) });
    }
  });

  it("draw the released model alone where nothing changes: there is nothing to respond to", () => {
    const quiet = { newCondition: "none" } as const;
    const [year] = charts(resultsWith(quiet), { ...base, ...quiet });
    if (year?.kind !== "lines") throw new Error("the year is drawn as lines");
    expect(year.series.map(({ id, label, bandHidden }) => [id, label, bandHidden])).toEqual([
      ["nothing", "Released model", false],
    ]);
    expect(year.marks?.map(({ kind }) => kind)).toEqual(["level"]);
    expect(words(resultsWith(quiet), months)).not.toContain("back to");
  });

  it("show axes, target and change before a run, and no result", () => {
    for (const chart of charts(undefined, base)) {
      if (chart.kind === "lines") expect(chart.series).toEqual([]);
      if (chart.kind === "intervals") expect(chart.rows).toEqual([]);
      expect(chart.marks?.some(({ kind }) => kind === "level")).toBe(true);
    }
    const [year] = charts(undefined, { ...base, newCondition: "none" });
    expect(year?.marks?.some(({ kind }) => kind === "change")).toBe(false);
  });
});

describe("the question and its answer", () => {
  it("count the replicas that met the target", () => {
    const results = resultsWith();
    const met = results.teams.met.filter(Boolean).length;
    expect(told(results)).toContain(`The target was met in ${met} of ${replicas} replicas.`);
    expect(words(results, months)).toContain(`The target was met in ${met} of ${replicas} replicas.`);
  });

  it("are about the target where nothing changes", () => {
    const change = { newCondition: "none", targetAccuracy: 20 } as const;
    expect(question({ ...base, ...change })).toContain("In how many replicas is the target met");
    expect(options({ ...base, ...change }).map(({ id }) => id)).toEqual(["most", "few"]);
    expect(told(resultsWith(change), "most")).toBe(
      `The target was met in ${replicas} of ${replicas} replicas. Your guess, half of the replicas or more, was right.`,
    );
    expect(told(resultsWith({ ...change, targetAccuracy: 99 }), "most")).toContain("was wrong");
  });

  it("say that no response is in use before its month", () => {
    expect(words(resultsWith(), replyMonth - 1)).toContain("no response is in use yet");
    expect(words(resultsWith(), replyMonth)).toMatch(/back to modelling \d+ % and back to data \d+ %/);
  });
});

describe("the table of measurements", () => {
  it("has dashes until the model was timed, and no number of this device before", () => {
    const { teams } = resultsWith();
    expect(measuredRows(teams).map(({ cells }) => cells[1])).toEqual(["–", "–"]);
    const batches = [{ size: 1, measurements: 9, row: 1, medianMs: 0.3, p95Ms: 0.42, perSecond: 2500 }];
    expect(measuredRows(teams, { what: "", batches }).map(({ cells }) => cells[1])).toEqual([
      "0.42 ms",
      "2,500 a second",
    ]);
  });
});
