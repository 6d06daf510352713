import { expect, it } from "vitest";
import { createEngine } from "@/simulations/goals/engine";
import { capacitiesOf } from "@/simulations/goals/frames";
import { knobs } from "@/simulations/goals/knobs";
import { resultsOf } from "@/simulations/goals/results";
import { defaultsOf } from "@/simulations/runtime/knobs";
import { framesOf } from "@/simulations/runtime/simulation";

const values = { ...defaultsOf(knobs), replicas: 4 };
const frames = await framesOf(createEngine(), values, { from: 0, to: 4 });
const read = (given: Partial<typeof values>) =>
  resultsOf({ values: { ...values, ...given }, frames, replicas: 4, replicasDone: 4, complete: true, elapsedMs: 0 });

it("trains models around the number of examples, each capacity once", () => {
  for (const examples of [40, 70, 100, 130, 200]) {
    const capacities = capacitiesOf(examples);
    expect(capacities).toContain(examples);
    expect(capacities).toEqual([...new Set(capacities)].sort((a, b) => a - b));
    expect(capacities.at(-1)).toBe(500);
  }
});

it("ranks the same models again when only the value of a request moves", () => {
  const [one, twenty] = [read({ navigationalValue: 1 }), read({ navigationalValue: 20 })];
  expect(one.models.map(({ rank }) => rank.test)).toEqual(twenty.models.map(({ rank }) => rank.test));
  expect(one.models.map(({ rank }) => rank.lost)).not.toEqual(twenty.models.map(({ rank }) => rank.lost));
});

it("counts value by hand", () => {
  const { models } = read({ navigationalValue: 20 });
  const frame = frames[0]!;
  const lost = Array.from(frame.ordinary, (ordinary, r) => {
    const right = frame.rightOrdinary[r]! + 20 * frame.rightNavigational[r]!;
    return 1 - right / (ordinary + 20 * frame.navigational[r]!);
  }).sort((a, b) => a - b);
  expect(models[0]!.score.lost.middle).toBeCloseTo((lost[1]! + lost[2]!) / 2, 9);
});

it("marks the trained model that is nearest to the capacity that is set", () => {
  expect(read({ capacity: 5 }).shown?.capacity).toBe(5);
  expect(read({ capacity: 97 }).shown?.capacity).toBe(100);
  expect(read({ capacity: 480 }).shown?.capacity).toBe(500);
});
