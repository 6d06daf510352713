/** What lesson 2 claims of the parts around a model, on five seeds, with settings that try to break it. */
import { beforeAll, describe, expect, it } from "vitest";
import type { FaultKind } from "@/simulations/core/worlds/parts";
import { createEngine } from "@/simulations/missing-parts/engine";
import { selections } from "@/simulations/missing-parts/frames";
import { knobs, type MissingPartsValues } from "@/simulations/missing-parts/knobs";
import { type MissingPartsResults, resultsOf } from "@/simulations/missing-parts/results";
import { defaultsOf } from "@/simulations/runtime/knobs";
import { framesOf } from "@/simulations/runtime/simulation";
import { startWasm } from "../core/models/backend-for-tests";
import { claimSeeds } from "./seeds";

type Given = Partial<MissingPartsValues>;
const replicas = 8;
const inputsUnchecked: Given = { verification: "off", inputMonitoring: "off" };
const unwatched: Given = { ...inputsUnchecked, outcomeMonitoring: "off" };
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

beforeAll(startWasm);

describe.each(claimSeeds())("seed %i", (seed) => {
  const engine = createEngine();
  const known = new Map<string, Promise<MissingPartsResults>>();
  const year = (given: Given = {}): Promise<MissingPartsResults> => {
    const values = { ...defaultsOf(knobs), ...given, replicas, seed } as MissingPartsValues;
    const key = JSON.stringify(values);
    const run = async () => {
      const frames = await framesOf(engine, values, { from: 0, to: replicas });
      return resultsOf({ values, frames, replicasDone: replicas } as never);
    };
    const found = known.get(key) ?? run();
    known.set(key, found);
    return found;
  };
  const faultOf = async (name: FaultKind, given: Given) =>
    (await year(given)).summary.faults.find((fault) => fault.name === name)!;

  /** Mean bad answers of each of the 64 selections. */
  const everySelection = async (given: Given = {}) => {
    const { frames } = (await year(given)).run;
    return Array.from({ length: selections }, (_, s) =>
      mean(frames.flatMap(({ badAnswers }) => Array.from(badAnswers.subarray(s * replicas, (s + 1) * replicas)))),
    );
  };

  it("data verification finds a change of unit on its day; without it, input monitoring finds it later", async () => {
    expect(await faultOf("unit", {})).toMatchObject({
      daysToNotice: 0,
      caughtBy: [{ part: "verification", share: 1 }],
    });
    const later = await faultOf("unit", { verification: "off" });
    expect(later.daysToNotice).toBeGreaterThan(0);
    expect(later.caughtBy.map(({ part }) => part)).toContain("inputMonitoring");
  });

  it.each([7, 30])(
    "nobody checks inputs: a change of unit is found by its outcomes, %i days of label delay later",
    async (labelDelay) => {
      const found = await faultOf("unit", { ...inputsUnchecked, labelDelay });
      expect(found.daysToNoticeP10).toBeGreaterThan(labelDelay);
      expect(found.caughtBy.map(({ part }) => part)).toEqual(["outcomeMonitoring"]);
    },
  );

  it("without data verification and both kinds of monitoring, a change of unit is never found", async () => {
    expect(await faultOf("unit", unwatched)).toMatchObject({ noticedShare: 0, daysToNotice: null, caughtBy: [] });
    expect((await faultOf("null", unwatched)).noticedShare).toBe(0);
  });

  it("a larger model prevents none of the losses, whatever parts there are", async () => {
    const [small, large] = [await everySelection(), await everySelection({ model: "larger" })];
    small.forEach((bad, s) => {
      expect(large[s]!, `selection ${s}`).toBeGreaterThan(0.9 * bad);
    });
  });

  it.each([6, 15])(
    "of all 64 selections none has fewer bad answers than all parts together (%i faults a year)",
    async (faultsAYear) => {
      const means = await everySelection({ faultsAYear });
      const everything = means.at(-1)!;
      for (const other of means) expect(other).toBeGreaterThan(0.98 * everything);
      expect(means[0]!).toBeGreaterThan(5 * everything);
    },
  );

  it("two parts that find the same faults: either alone is worth little while the other is there, both together much", async () => {
    const all = await year();
    const losses = (results: MissingPartsResults) => mean(results.years.badAnswers);
    const alone = losses(await year({ verification: "off" })) - losses(all);
    const both = losses(await year(inputsUnchecked)) - losses(all);
    expect(both).toBeGreaterThan(5 * alone);
  });

  it("faults of data and servers come more often than faults of the model", async () => {
    const { faults } = (await year({ faultsAYear: 15 })).years;
    const model = faults.filter(({ name }) => name === "skew" || name === "stale").length;
    expect(faults.length - model).toBeGreaterThan(model);
  });
});
