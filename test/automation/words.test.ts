/** What "How much automation" says of its run: verdict, marks and summary agree about who is cheapest. */

import { beforeAll, describe, expect, it } from "vitest";
import { charts } from "@/simulations/automation/chart";
import { options } from "@/simulations/automation/degrees";
import { run } from "@/simulations/automation/engine";
import type { AutomationFrame } from "@/simulations/automation/frames";
import { type AutomationValues, knobs } from "@/simulations/automation/knobs";
import { resultsOf } from "@/simulations/automation/results";
import { summarize } from "@/simulations/automation/summary";
import { outcome, tables, words } from "@/simulations/automation/words";
import type { Run } from "@/simulations/runtime/experiment-state";
import { defaultsOf } from "@/simulations/runtime/knobs";
import type { Phrase } from "@/simulations/ui/results/verdict";
import { startWasm } from "../core/models/backend-for-tests";

const replicas = 4;
function runOf(given: Partial<AutomationValues>): { run: Run<AutomationFrame>; values: AutomationValues } {
  const values = { ...defaultsOf(knobs), replicas, ...given } as AutomationValues;
  const frames = [...run(values, { from: 0, to: replicas })];
  return { values, run: { values, frames, replicas, replicasDone: replicas, elapsedMs: 1, complete: true } };
}
const text = (verdict: readonly Phrase[]) =>
  verdict.map((phrase) => (typeof phrase === "string" ? phrase : Object.values(phrase)[0])).join("");

beforeAll(startWasm);

describe("how much automation", () => {
  it("shares a tie equally in verdict, marks, table and summary: at 50 % partial automation is full automation", () => {
    const { run, values } = runOf({ threshold: 50, mistakeCost: 0.2, reviewCost: 0.4 });
    const { verdict, tally } = outcome(resultsOf(run), "full");
    expect(text(verdict)).toContain(
      "No option leads: in all 4 replicas, partial automation and full automation cost the same. Your guess, full automation, is one of them.",
    );
    expect(tally!.options).toEqual(new Array(replicas).fill("tie"));
    expect(tally!.of).toBeUndefined();
    const shares = summarize(run.frames, values).degrees.map(({ cheapestShare }) => cheapestShare);
    expect(shares).toEqual([0, 0, 0, 0.5, 0.5]);
    expect(tables(resultsOf(run))[0]!.rows.map((row) => row.at(-1))).toEqual([0, 0, 0, 50, 50]);
  });

  it("does not call a tie of human and shadow a win of either when a verdict costs nothing", () => {
    const { run } = runOf({ verdictCost: 0, humanAccuracy: 100, mistakeCost: 100, threshold: 90 });
    const { verdict } = outcome(resultsOf(run), undefined);
    // Assistance costs more: a second review wherever the model disagrees.
    expect(text(verdict)).toContain("No option leads: in all 4 replicas, human only and shadow cost the same.");
  });

  it("names the leader and says what a guess was worth", () => {
    const { run } = runOf({ mistakeCost: 0.2, reviewCost: 0.4 });
    const told = text(outcome(resultsOf(run), "human").verdict);
    expect(told).toContain("Full automation was cheapest in 4 of 4 replicas");
    expect(told).toContain("Your guess, human only, was cheapest in 0 of 4.");
  });

  it("offers the degrees from none to all, and opens with what they cost", () => {
    expect(options.map(({ id }) => id)).toEqual(["human", "shadow", "assistance", "partial", "full"]);
    const { run, values } = runOf({});
    expect(charts(resultsOf(run), values)[0]!.id).toBe("cost");
    // Each degree has a colour and mark of its own.
    const roles = options.map(({ role }) => role);
    expect(new Set(roles).size).toBe(5);
  });

  it("says when inspectors cannot keep up, in words that agree with the table", () => {
    const { run } = runOf({ inspectors: 3 });
    expect(words(resultsOf(run))).toContain(
      "With these degrees the inspectors cannot keep up: human only, shadow and assistance.",
    );
    expect(tables(resultsOf(run))[0]!.rows.map((row) => row[3] === "grows")).toEqual([true, true, true, false, false]);
  });
});
