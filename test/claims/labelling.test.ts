/** What lesson 3 claims of labels, silence, volume and baselines, on five seeds, with settings that try to break it. */
import { beforeAll, describe, expect, it } from "vitest";
import { createEngine } from "@/simulations/labelling/engine";
import type { LabellingFrame } from "@/simulations/labelling/frames";
import { wordNames } from "@/simulations/labelling/frames";
import { knobs, type LabellingValues, presets } from "@/simulations/labelling/knobs";
import { type LabellingResults, resultsOf } from "@/simulations/labelling/results";
import { defaultsOf } from "@/simulations/runtime/knobs";
import { framesOf } from "@/simulations/runtime/simulation";
import { startWasm } from "../core/models/backend-for-tests";
import { claimSeeds } from "./seeds";

type Given = Partial<LabellingValues>;
const replicas = 8;
/** Medians of ratios scatter more: those of so few replicas would not tell the claim from luck. */
const more = 16;
const preset = (name: keyof typeof presets): Given => presets[name].values as Given;

beforeAll(startWasm);

describe.each(claimSeeds())("seed %i", (seed) => {
  const engine = createEngine();
  const known = new Map<string, Promise<LabellingResults>>();
  const desk = (given: Given, count = replicas): Promise<LabellingResults> => {
    const values = { ...defaultsOf(knobs), ...given, replicas: count, seed } as LabellingValues;
    const key = JSON.stringify(values);
    const run = async () => {
      const frames = await framesOf<LabellingValues, LabellingFrame>(engine, values, { from: 0, to: count });
      return resultsOf({ values, frames, replicasDone: count } as never);
    };
    const found = known.get(key) ?? run();
    known.set(key, found);
    return found;
  };
  const median = (results: LabellingResults, ...figure: Parameters<LabellingResults["band"]>) =>
    results.band(...figure).middle;

  it.each([
    ["usual", 100, 1.3],
    ["usual", 200, 1.5],
    ["slips", 200, 1.4],
  ] as const)(
    "with about 12 wrong labels in 100 (%s), %i checked clips are worth more than %f times as many",
    async (name, clips, times) => {
      const results = await desk({ ...preset(name), clips });
      expect(median(results, "baseRate")).toBeGreaterThan(0.07);
      expect(median(results, "baseRate")).toBeLessThan(0.17);
      expect(results.summary.clipsWorth ?? 99).toBeGreaterThan(times);
      expect(median(results, "checkedHere")).toBeGreaterThan(median(results, "givenHere") + 0.03);
    },
  );

  it("what checked clips are worth grows with their number, and is little when all follow the guide", async () => {
    const worth = async (given: Given) => (await desk(given, more)).summary.clipsWorth ?? 99;
    expect(await worth({ clips: 400 })).toBeGreaterThan(1.1 * (await worth({ clips: 100 })));
    expect(await worth(preset("agreed"))).toBeLessThan(1.6);
  });

  it("where half of the annotators follow a habit, 1,600 clips are not enough for the accuracy of 400 checked ones", async () => {
    const results = await desk(preset("divided"));
    expect(results.summary.clipsWorth).toBeNull();
    const error = (word: (typeof wordNames)[number]) => median(results, "wordsGiven", wordNames.indexOf(word));
    const other = Math.max(error("left"), error("go"), error("up"));
    expect(error("right")).toBeGreaterThan(other + 0.1);
    expect(error("stop")).toBeGreaterThan(other + 0.1);
  });

  it("no model scores more against inconsistent labels than an answer by word alone, and here less than two annotators agree", async () => {
    for (const given of [{}, preset("divided"), preset("slips"), { silence: 30, clips: 800 }]) {
      const results = await desk(given);
      const [measured, ceiling] = [results.each("measured"), results.each("ceiling")];
      measured.forEach((score, r) => {
        expect(score).toBeLessThanOrEqual(ceiling[r]! + 1e-6);
      });
    }
    for (const given of [{}, preset("divided"), preset("slips")]) {
      const results = await desk(given);
      expect(median(results, "measured")).toBeLessThan(median(results, "agreement") - 0.02);
    }
    // A good model agrees with the labels more often than they do with each other.
    const good = await desk({ silence: 30, clips: 800 });
    expect(median(good, "measured")).toBeGreaterThan(median(good, "agreement") + 0.01);
  });

  it("agreement is not correctness: annotators who all share the habit agree more, and their labels teach less", async () => {
    const [usual, habit] = [await desk({}), await desk({ consistent: 0 })];
    expect(median(habit, "kappa")).toBeGreaterThan(median(usual, "kappa") + 0.05);
    expect(median(habit, "givenHere")).toBeLessThan(median(usual, "givenHere") - 0.05);
    expect(median(habit, "precisionAtTop")).toBeLessThan(1.8 * median(habit, "baseRate"));
  });

  it("the finder's list is well above the share of wrong labels and far from perfect, unless the model is poor", async () => {
    for (const given of [{}, preset("slips"), { clips: 400 }]) {
      const { precisionAtTop, baseRate } = (await desk(given, more)).summary.finder;
      expect(precisionAtTop).toBeGreaterThan(2 * baseRate);
      expect(precisionAtTop).toBeLessThan(0.9);
    }
    const poor = (await desk({ silence: 600, clips: 100 }, more)).summary.finder;
    expect(poor.precisionAtTop).toBeLessThan(2.2 * poor.baseRate);
  });

  it("without volume normalisation quiet clips fail first", async () => {
    for (const given of [{}, { clips: 400 }, { silence: 30 }]) {
      const results = await desk(given);
      const lost = (group: number) => median(results, "levelsRaw", group) - median(results, "levelsNormalised", group);
      expect(lost(0)).toBeGreaterThan(0.04);
      expect(lost(0)).toBeGreaterThan(lost(2) + 0.02);
      expect(lost(0)).toBeGreaterThan(lost(3) + 0.02);
    }
  });

  it("more and more uneven silence costs accuracy at every number of clips: 50 clips cut close beat 800 with up to 600 ms", async () => {
    const [close, usual, loose] = [
      await desk({ silence: 30 }),
      await desk({}),
      await desk({ silence: 600, clips: 100 }),
    ];
    for (const size of [0, 1, 2, 3, 4]) {
      expect(median(close, "checked", size)).toBeGreaterThan(median(usual, "checked", size) + 0.05);
      expect(median(usual, "checked", size)).toBeGreaterThan(median(loose, "checked", size) + 0.1);
    }
    expect(median(close, "checked", 0)).toBeGreaterThan(median(loose, "checked", 4) + 0.02);
  });

  it("a careful annotator beats the recogniser at the usual silence, and hardly where clips are cut close", async () => {
    const [usual, close] = [await desk({ clips: 800, consistent: 100 }), await desk({ silence: 30, clips: 800 })];
    expect(median(usual, "human")).toBeGreaterThan(median(usual, "checkedHere") + 0.03);
    expect(median(close, "checkedHere")).toBeGreaterThan(median(close, "human") - 0.01);
    expect(median(close, "human")).toBeGreaterThan(0.92);
  });
});
