import { beforeAll, describe, expect, it } from "vitest";
import { charts } from "@/simulations/missing-parts/chart";
import { createEngine } from "@/simulations/missing-parts/engine";
import { knobs, type MissingPartsValues, partNames, presets, prices } from "@/simulations/missing-parts/knobs";
import { type MissingPartsResults, resultsOf } from "@/simulations/missing-parts/results";
import { bestText, budgetText, outcome, question, words } from "@/simulations/missing-parts/words";
import { defaultsOf } from "@/simulations/runtime/knobs";
import { framesOf } from "@/simulations/runtime/simulation";
import type { EventChart } from "@/simulations/ui/chart/kinds/events/model";
import type { RankedChart } from "@/simulations/ui/chart/kinds/ranked/model";
import { startWasm } from "../core/models/backend-for-tests";

const engine = createEngine();
async function year(given: Partial<MissingPartsValues>): Promise<MissingPartsResults> {
  const values = { ...defaultsOf(knobs), replicas: 4, ...given } as MissingPartsValues;
  const frames = await framesOf(engine, values, { from: 0, to: values.replicas });
  return resultsOf({ values, frames, replicasDone: values.replicas } as never);
}

beforeAll(startWasm);

describe("the budget", () => {
  it("is the sum of all prices at most, and is said to be kept or not", () => {
    expect(partNames.reduce((sum, name) => sum + prices[name], 0)).toBe(knobs.budget.max);
    expect(budgetText(20, 24)).toBe("The parts cost 20 of 24 weeks.");
    expect(budgetText(50, 24)).toBe("The parts cost 50 weeks, 26 more than the budget.");
  });

  it("names the best selection only to a reader who keeps to it, and that selection is affordable", async () => {
    const over = await year({ budget: 24 });
    expect(bestText(over)).not.toContain("fewest");
    const kept = await year({ budget: 24, featureStore: "off", retraining: "off" });
    expect(bestText(kept)).toContain("fewest bad answers");
    expect(kept.years.best.price).toBeLessThanOrEqual(24);
    expect(kept.years.best.meanBadAnswers).toBeLessThanOrEqual(kept.years.chosen.meanBadAnswers);
    expect(kept.years.best).toEqual(over.years.best);
    expect((await year({ budget: 0 })).years.best.parts).toEqual([]);
  });
});

describe("words and charts", () => {
  it("ask the same whatever parts are on, so that switching a part does not ask anew", () => {
    const values = defaultsOf(knobs) as MissingPartsValues;
    const asked = question(values);
    for (const name of partNames) expect(question({ ...values, [name]: "off" })).toBe(asked);
    expect(question({ ...values, labelDelay: 7 })).not.toBe(asked);
  });

  it("tell a year without faults as a tie of all parts", async () => {
    const quiet = await year({ faultsAYear: 0 });
    expect(quiet.standing.ties).toBe(4);
    expect(JSON.stringify(outcome(quiet, "retraining").verdict)).toContain("No option leads");
    expect(words(quiet)).toContain("data and servers had 0 faults");
  });

  it("draw each part switched over, and say of a fault that nobody notices that it is never noticed", async () => {
    const alone = await year({ ...presets["model-only"].values, faultsAYear: 20 } as Partial<MissingPartsValues>);
    const [worth, noticed, one] = charts(alone, alone.values) as [RankedChart, RankedChart, EventChart];
    expect(worth.items).toHaveLength(7);
    expect(worth.items.filter(({ label }) => label.startsWith("With "))).toHaveLength(6);
    for (const { demand } of noticed.items) expect(demand).toEqual({ text: "never noticed", met: false });
    for (const { events } of one.lanes)
      for (const [i, { from }] of events.entries())
        if (i > 0) expect(from).toBeGreaterThanOrEqual(events[i - 1]!.to ?? 0);
    expect(words(alone)).toContain("Never noticed:");
  });
});
