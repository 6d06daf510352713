/** What lesson 9 says of alarm rules that a reader writes: its challenges can be reached, with other draws too, and not by what is there. */
import { beforeAll, describe, expect, it } from "vitest";
import { createEngine } from "@/simulations/monitoring/engine";
import { type MonitoringFrame, type ScoreName, scoreNames } from "@/simulations/monitoring/frames";
import { knobs, type MonitoringValues, presets } from "@/simulations/monitoring/knobs";
import { ownCode } from "@/simulations/monitoring/own-code";
import { thresholds } from "@/simulations/monitoring/plan";
import { type MonitoringResults, resultsOf } from "@/simulations/monitoring/results";
import type { Run } from "@/simulations/runtime/experiment-state";
import { defaultsOf } from "@/simulations/runtime/knobs";
import { chunksOf, framesOf } from "@/simulations/runtime/simulation";
import { interpretInNode } from "@/simulations/sandbox/node";
import { startWasm } from "../core/models/backend-for-tests";
import { claimSeeds } from "./seeds";

const replicas = knobs.replicas.default;
/** It remembers the services of a seed. */
const engine = createEngine({ interpret: interpretInNode });

async function bench(preset: string, seed: number, alarm: string): Promise<MonitoringResults> {
  const given = presets[preset as keyof typeof presets].values;
  const values = { ...defaultsOf(knobs), ...given, seed, alarm } as MonitoringValues;
  const frames: MonitoringFrame[] = [];
  for (const range of chunksOf(replicas)) frames.push(...(await framesOf(engine, values, range)));
  return resultsOf({ values, frames, replicasDone: replicas, complete: true } as unknown as Run<MonitoringFrame>);
}

beforeAll(startWasm);

const mean = (values: readonly number[]) => {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.reduce((sum, value) => sum + value, 0) / known.length;
};

describe.each(ownCode.challenges)("the challenge $id", ({ preset, solution, isReached }) => {
  it.each(claimSeeds())("is reached by its solution, and by no other threshold (seed %i)", async (seed) => {
    const solved = await bench(preset, seed, solution);
    const { scores, values } = solved;
    expect(isReached(solved, values), ownCode.standing(solved)!.sentence).toBe(true);
    const of = (rule: readonly (readonly number[])[], name: ScoreName) => mean(rule[scoreNames.indexOf(name)]!);
    const own = scores.rules[scores.raced.indexOf("own")]!;
    thresholds.forEach((threshold, t) => {
      const moved = scores.frontier[t]!;
      // Lower: more false alarms. Higher: no sooner.
      if (threshold < values.threshold)
        expect(of(moved, "falseAlarmsPerWeek")).toBeGreaterThan(of(own, "falseAlarmsPerWeek"));
      else expect(of(moved, "daysToDetect")).toBeGreaterThanOrEqual(of(own, "daysToDetect"));
    });
  });

  it("is not reached by the code that the editor opens with", async () => {
    const opened = await bench(preset, claimSeeds()[0]!, ownCode.original);
    expect(isReached(opened, opened.values)).toBe(false);
  });
});
