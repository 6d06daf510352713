import { expect, it } from "vitest";
import { startBackend } from "@/simulations/core/models/backend";
import { nodeWasmPath } from "@/simulations/core/models/node-wasm-path";
import { createEngine } from "@/simulations/goals/engine";
import { capacitiesOf, hiddenUnitsOf, parametersOf } from "@/simulations/goals/frames";
import { knobs } from "@/simulations/goals/knobs";
import { resultsOf } from "@/simulations/goals/results";
import { options } from "@/simulations/goals/words";
import { triesOutcome, triesWords } from "@/simulations/goals/words-tries";
import { defaultsOf } from "@/simulations/runtime/knobs";
import { framesOf } from "@/simulations/runtime/simulation";

await startBackend({ wasmPath: nodeWasmPath() });
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

it("reads optimism at the number of tries that was measured, and none at one try", () => {
  for (const value of read({ tries: 1 }).luck) expect(Math.abs(value)).toBeLessThan(1e-6);
  expect(read({ tries: 70 }).luck).toEqual(read({ tries: 50 }).luck);
  expect(triesOutcome(read({ tries: 70 }), undefined).verdict[0]).toContain("After 50 tries");
  expect(triesWords(read({ tries: 1 }))).toMatch(/^With one try nothing is chosen/);
  expect(triesWords(read({ tries: 200 })).match(/200 tries/g)).toHaveLength(1);
  expect(triesWords(read({ tries: 70 }))).toMatch(
    /^After 50 tries, .* after 20 tries [\d.]+ points, after 200 tries [\d.]+ points\.$/,
  );
});

it("trains networks of three sizes, the middle one with about as many parameters as examples", () => {
  for (const examples of [40, 100, 200]) {
    const [small, middle, large] = hiddenUnitsOf(examples).map(parametersOf);
    expect(Math.abs(middle! - examples)).toBeLessThanOrEqual(3);
    expect(small).toBeLessThan(middle!);
    expect(large).toBeGreaterThan(middle!);
  }
  expect(read({}).networks.map(({ parameters }) => parameters)).toEqual(hiddenUnitsOf(100).map(parametersOf));
});

it("counts a network's errors by hand", () => {
  const [frame] = frames;
  const { networks } = read({});
  networks.forEach(({ train, test }, h) => {
    for (const [band, errors, count] of [
      [train, frame!.networks.train, 100],
      [test, frame!.networks.test, 400],
    ] as const) {
      const own = Array.from(errors.subarray(4 * h, 4 * h + 4)).sort((a, b) => a - b);
      expect(band.middle).toBeCloseTo((own[1]! + own[2]!) / 2, 6);
      // A share of so many requests.
      for (const share of own) expect(share * count).toBeCloseTo(Math.round(share * count), 3);
    }
  });
});

it("names the options by the number of examples", () => {
  expect(options({ ...values, examples: 40 }).map(({ label }) => label)).toEqual([
    "At most 10 features",
    "11 to 39 features",
    "40 features or more",
  ]);
});
