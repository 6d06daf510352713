/** What the page says of the retraining race: the question, one rule for who leads, axes, and what a knob means. */

import { beforeAll, describe, expect, it } from "vitest";
import { leadOf, tally } from "@/simulations/core/statistics/lead";
import { costChart, errorChart } from "@/simulations/retraining/chart";
import { contestOf, strategyOptions } from "@/simulations/retraining/contest";
import { run as race } from "@/simulations/retraining/engine";
import type { RetrainingFrame } from "@/simulations/retraining/frames";
import { knobs, type RetrainingValues } from "@/simulations/retraining/knobs";
import { replicasPerCell } from "@/simulations/retraining/map-cells";
import { meaning } from "@/simulations/retraining/meaning";
import { resultsOf } from "@/simulations/retraining/results";
import { summarize } from "@/simulations/retraining/summary";
import { options, outcome, question, words } from "@/simulations/retraining/words";
import type { Run } from "@/simulations/runtime/experiment-state";
import { defaultsOf } from "@/simulations/runtime/knobs";
import { chunksOf } from "@/simulations/runtime/simulation";
import type { Phrase } from "@/simulations/ui/results/verdict";
import { startWasm } from "../core/models/backend-for-tests";

const valuesOf = (values: Partial<RetrainingValues>) => ({ ...defaultsOf(knobs), ...values }) as RetrainingValues;
const framesOf = (values: RetrainingValues) => chunksOf(values.replicas).flatMap((range) => [...race(values, range)]);
const runOf = (values: RetrainingValues, frames: readonly RetrainingFrame[]) =>
  ({ values, frames, replicasDone: values.replicas }) as unknown as Run<RetrainingFrame>;
const text = (phrases: readonly Phrase[]) =>
  phrases.map((part) => (typeof part === "string" ? part : "strong" in part ? part.strong : part.guess)).join("");

beforeAll(startWasm);

describe("the question", () => {
  it("says what changes, when, how far and how", () => {
    expect(question(valuesOf({ strength: 2, examplesPerMonth: 10 }))).toBe(
      "In month 12 house prices change, typically by 40 thousand €. 10 houses are sold each month. Which strategy costs least from then on?",
    );
    expect(question(valuesOf({ world: "queries", shape: "recurring", strength: 2 }))).toContain(
      "From month 12 on the boundary between news and article queries rotates by 34°, and then back and forth every three months.",
    );
    expect(question(valuesOf({ world: "weather", shape: "incremental", strength: 1 }))).toContain(
      "50 % of the days come from New York instead of Seattle, in six monthly steps.",
    );
  });

  it("says that nothing changes where nothing does: no shape, no strength, or a change after the last month", () => {
    for (const values of [{ shape: "none" }, { strength: 0 }, { onset: 35, months: 12 }] as const)
      expect(question(valuesOf(values))).toMatch(/^House prices do not change\. .* Which strategy costs least\?$/);
    expect(meaning("onset", valuesOf({ onset: 35, months: 12 }))).toBe(
      "after the last month (11): no change in this run",
    );
    expect(meaning("onset", valuesOf({}))).toBeUndefined();
  });
});

describe("one rule for who leads", () => {
  const values = valuesOf({ strength: 2, examplesPerMonth: 14, replicas: 32 });
  let frames: RetrainingFrame[];
  beforeAll(() => {
    frames = framesOf(values);
  });

  it("gives verdict, marks, words and summary the same counts, with few replicas as with many", () => {
    for (const replicas of [1, 4, 8, replicasPerCell, 32]) {
      const few = { ...values, replicas };
      const some = framesOf(few);
      const contest = contestOf(some, few)!;
      const { strategies, lead } = summarize(some, few);
      expect(contest.leader === undefined ? null : strategyOptions(values)[contest.leader]!.id).toBe(lead.leader);
      expect(contest.beyondChance).toBe(lead.beyondChance);
      expect(strategies.map(({ winShare }) => winShare * replicas)).toEqual(contest.shares);
      const { verdict, tally: marks } = outcome(resultsOf(runOf(few, some)), undefined);
      const said = words(resultsOf(runOf(few, some)), few.months - 1);
      expect(said).not.toMatch(/between ([\d.]+) and \1 /);
      for (const one of [text(verdict), said])
        expect(one.includes("could be chance")).toBe(contest.leader !== undefined && !lead.beyondChance);
      const count = (id: string) => marks!.options.filter((mark) => mark === id).length;
      if (contest.ties === 0) expect(strategyOptions(values).map(({ id }) => count(id))).toEqual(contest.shares);
      if (contest.leader !== undefined) {
        const leader = strategyOptions(values)[contest.leader]!;
        expect(marks!.of).toBe(leader.id);
        const counted = `${contest.shares[contest.leader]} of ${replicas} ${replicas === 1 ? "replica" : "replicas"}`;
        for (const one of [text(verdict), said, marks!.caption]) expect(one).toContain(counted);
      }
    }
  });

  it("is that of the shared statistics", () => {
    const { since, ...contest } = contestOf(frames, values)!;
    const counted = tally(since);
    expect(contest).toEqual({ ...counted, ...leadOf(counted) });
  });

  it("names a guess as the charts name it", () => {
    const verdict = text(outcome(resultsOf(runOf(values, frames)), "weighted").verdict);
    expect(verdict).toMatch(/Your guess, weighted, was/);
    expect(options.map(({ id }) => id)).toEqual(strategyOptions(values).map(({ id }) => id));
  });

  it("puts every strategy once into the comparison of costs, cheapest first, none beyond the axis", () => {
    const { rows, x } = costChart(resultsOf(runOf(values, frames)))!;
    expect(new Set(rows.map(({ role }) => role)).size).toBe(4);
    expect(rows.map(({ middle }) => middle)).toEqual(rows.map(({ middle }) => middle).sort((a, b) => a - b));
    for (const { low, high } of rows) {
      expect(low).toBeGreaterThanOrEqual(x.min);
      expect(high).toBeLessThanOrEqual(x.max);
    }
  });
});

describe("the axis of errors", () => {
  it("holds the data and is at least half filled, at every strength", () => {
    for (const strength of [0, 1, 2, 3, 3.5, 4]) {
      const values = valuesOf({ strength, examplesPerMonth: 14, replicas: 8 });
      const chart = errorChart(resultsOf(runOf(values, framesOf(values))), values);
      const highest = Math.max(...chart.series.flatMap(({ high }) => high!));
      expect(highest).toBeLessThanOrEqual(chart.y.max!);
      expect(highest, `strength ${strength}`).toBeGreaterThan(chart.y.max! / 2);
    }
  });
});

describe("what a knob means", () => {
  it("counts examples in the window and what weighted ones are worth", () => {
    const values = valuesOf({ examplesPerMonth: 10 });
    expect(meaning("examplesPerMonth", values)).toBe("30 in a window of 3 months");
    expect(meaning("window", values)).toBe("30 examples");
    expect(meaning("halfLife", values)).toBe("worth 87 examples of equal weight");
    expect(meaning("examplesPerMonth", { ...values, window: 1 })).toBe("10 in a window of 1 month");
  });

  it("gives the size of the change in the unit of its world", () => {
    expect(meaning("strength", valuesOf({ strength: 2 }))).toBe("prices change by 40 thousand €");
    expect(meaning("strength", valuesOf({ strength: 2, world: "queries" }))).toBe("the boundary rotates by 34°");
    expect(meaning("strength", valuesOf({ strength: 3, world: "weather" }))).toBe("100 % of the days from New York");
  });
});
