import { beforeAll, describe, expect, it } from "vitest";
import { clip } from "@/simulations/error-analysis/ask-clip";
import { createEngine } from "@/simulations/error-analysis/engine";
import { type AnalysisFrame, purchases, tags } from "@/simulations/error-analysis/frames";
import { type AnalysisValues, knobs } from "@/simulations/error-analysis/knobs";
import { loops, stepsOf } from "@/simulations/error-analysis/loop-steps";
import { type AnalysisResults, resultsOf } from "@/simulations/error-analysis/results";
import { sharesText, tables, tagTable } from "@/simulations/error-analysis/tables";
import { outcome, words } from "@/simulations/error-analysis/words";
import { defaultsOf } from "@/simulations/runtime/knobs";
import { framesOf } from "@/simulations/runtime/simulation";
import { startWasm } from "../core/models/backend-for-tests";

const values: AnalysisValues = { ...defaultsOf(knobs), clips: 100, devClips: 100, replicas: 3 };
const engine = createEngine();

async function read(changed: Partial<AnalysisValues>): Promise<AnalysisResults> {
  const all = { ...values, ...changed };
  const frames: AnalysisFrame[] = await framesOf(engine, all, { from: 0, to: 3 });
  return resultsOf({ values: all, frames, replicas: 3, replicasDone: 3, elapsedMs: 0, complete: true });
}

beforeAll(startWasm);

describe("results of the error-analysis bench", () => {
  it("promise gap × share, and nothing of what is meant for no tag", async () => {
    const { first, alone } = await read({});
    for (const { gap, share, promised, human, accuracy } of first)
      promised.forEach((each, r) => {
        if (share[r] === 0) expect(each).toBe(0);
        else {
          expect(gap[r]).toBe(human[r]! - accuracy[r]!);
          expect(each).toBeCloseTo(gap[r]! * share[r]!, 12);
        }
      });
    const without = alone.filter(({ promised }) => promised === undefined).map(({ purchase }) => purchase);
    expect(without).toEqual(["data-any", "model-wider"]);
    expect(alone.find(({ purchase }) => purchase === "code-normalise")!.promised).toBe(
      first[tags.indexOf("soft")]!.promised,
    );
  });

  it("say that shares of the tags add up to more than 100 %", async () => {
    const results = await read({});
    const sum = Number(/add up to (\d+) %/.exec(sharesText(results))![1]);
    expect(sum).toBeGreaterThan(100);
    expect(tagTable(results).rows).toHaveLength(tags.length);
    expect(tagTable(results).note).toContain(`${sum} %`);
  });

  it("count a look for every system that was tried: the first purchase is one of those alone", async () => {
    expect((await read({})).summary.looks).toBe(1 + purchases.length);
    expect((await read({ purchases: "1:data-car" })).summary.looks).toBe(1 + purchases.length);
    expect((await read({ purchases: "1:data-car,2:data-car" })).summary.looks).toBe(2 + purchases.length);
  });

  it("tell what was bought, promised and gained, and what got worse", async () => {
    const results = await read({ purchases: "1:data-high,2:model-wider" });
    const { rounds } = results.summary;
    expect(rounds.map(({ purchase }) => purchase)).toEqual(["data-high", "model-wider"]);
    expect(rounds[1]!.promised).toBeNull();
    for (const { worse } of rounds) for (const { change } of worse) expect(change).toBeLessThan(0);
    expect(tables(results).map(({ caption }) => caption)).toContain("Your purchases, in points of accuracy");
    expect(words(results)).toContain("Round 2: wider model brought");
    expect(JSON.stringify(outcome(results, "data-high").verdict)).toContain("With your 2 purchases");
  });
});

describe("the walk through the two loops", () => {
  it("goes on where it stands, adds three steps a purchase, and ends in the deployment loop", async () => {
    const none = stepsOf(await read({}));
    const two = stepsOf(await read({ purchases: "1:data-soft,2:code-normalise" }));
    expect(two.length - none.length).toBe(6);
    for (const steps of [none, two]) {
      expect(steps[0]).toMatchObject({ loop: "modelling", from: 0 });
      expect(steps.at(-1)).toMatchObject({ loop: "deployment", from: 2 });
      steps.slice(1).forEach((step, i) => {
        const before = steps[i]!;
        const begins = step.loop === before.loop ? (before.from + 1) % loops[step.loop].places.length : 0;
        expect(step.from).toBe(begins);
      });
    }
  });
});

describe("the sound of a clip", () => {
  const context = { signal: new AbortController().signal, breathe: async () => {}, now: () => 0, handOver: () => {} };

  it("is made for a clip that was heard wrongly, and refused for what is none", async () => {
    const { recording } = (await read({})).wrong[0]!;
    const sound = await clip(recording, context);
    expect(sound.samples.length / sound.rate).toBeCloseTo(recording.frames / 100, 1);
    expect(() => clip({ ...recording, place: "moon" as never }, context)).toThrow(/place/);
    expect(() => clip({ ...recording, frames: 1e9 }, context)).toThrow(/frames/);
  });
});
