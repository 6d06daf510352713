/** The numbers in lesson 2: each computed from the settings that stand beside it, over several seeds. */
import { beforeAll, describe, expect, it } from "vitest";
import type { FaultKind } from "@/simulations/core/worlds/parts";
import { createEngine } from "@/simulations/missing-parts/engine";
import { knobs, type MissingPartsValues } from "@/simulations/missing-parts/knobs";
import { repairDays } from "@/simulations/missing-parts/plan";
import { resultsOf } from "@/simulations/missing-parts/results";
import { defaultsOf } from "@/simulations/runtime/knobs";
import { framesOf } from "@/simulations/runtime/simulation";
import { claimSeeds } from "../claims/seeds";
import { startWasm } from "../core/models/backend-for-tests";
import { piecesOf, sourceOf, treeOf } from "./read-lesson";

const source = sourceOf("beyond-the-model").replace(/\s+/g, " ");
const says = (text: string) => expect(source).toContain(text);
const replicas = 12;

beforeAll(startWasm);

it("70 m² are 753 square feet, and 33 days of bad answers are 99,000", () => {
  expect(Math.round(70 * 10.76)).toBe(753);
  says("A flat of 70 m² now has a “size” of 753");
  const { answer } = piecesOf(treeOf("beyond-the-model"), "Checkpoint").find(({ attributes }) => attributes.answer)!
    .attributes as { answer: { value: number } };
  expect(answer.value).toBe((31 + repairDays) * 3000);
});

describe.each(claimSeeds(2))("seed %i", (seed) => {
  const engine = createEngine();
  const year = async (given: Partial<MissingPartsValues> = {}) => {
    const values = { ...defaultsOf(knobs), faultsAYear: 12, ...given, replicas, seed } as MissingPartsValues;
    const frames = await framesOf(engine, values, { from: 0, to: replicas });
    return resultsOf({ values, frames, replicasDone: replicas } as never);
  };
  const cost = async (name: FaultKind, given: Partial<MissingPartsValues>) =>
    (await year(given)).summary.faults.find((fault) => fault.name === name)!.badAnswers!;

  it("a changed unit costs about 3,000, 9,000 or nearly 100,000 bad answers, by who finds it", async () => {
    says(
      "that is nearly 100,000 bad answers. Data verification would have left about 3,000, and input monitoring about 9,000",
    );
    const [verified, monitored, outcomes] = [
      await cost("unit", {}),
      await cost("unit", { verification: "off" }),
      await cost("unit", { verification: "off", inputMonitoring: "off" }),
    ];
    expect(Math.abs(verified - 3000)).toBeLessThan(700);
    expect(Math.abs(monitored - 9000)).toBeLessThan(700);
    expect(outcomes).toBeGreaterThan(92_000);
    expect(outcomes).toBeLessThan(101_000);
  });

  it("for 10 weeks, data verification and input monitoring are the best purchase", async () => {
    says("With so little, it is best to buy data verification and input monitoring");
    expect((await year({ budget: 10 })).years.best.parts).toEqual(["verification", "inputMonitoring"]);
  });
});
