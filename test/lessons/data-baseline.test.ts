/** The numbers in lesson 3: each computed from the settings that stand beside it, over several seeds where it comes from a run. */
import { beforeAll, describe, expect, it } from "vitest";
import { quantile } from "@/simulations/core/statistics/quantile";
import { createEngine } from "@/simulations/labelling/engine";
import { curveSizes, type FigureName, type LabellingFrame, prices } from "@/simulations/labelling/frames";
import { knobs, type LabellingValues, presets } from "@/simulations/labelling/knobs";
import { type LabellingResults, resultsOf } from "@/simulations/labelling/results";
import { agreementOf } from "@/simulations/labelling/task-work";
import { defaultsOf } from "@/simulations/runtime/knobs";
import { framesOf } from "@/simulations/runtime/simulation";
import { claimSeeds } from "../claims/seeds";
import { startWasm } from "../core/models/backend-for-tests";
import { piecesOf, sourceOf, treeOf } from "./read-lesson";

const source = sourceOf("data-baseline").replace(/\s+/g, " ");
const says = (text: string) => expect(source).toContain(text);
const answerTo = (start: string) =>
  piecesOf(treeOf("data-baseline"), "Checkpoint").find(({ attributes }) =>
    String(attributes.question).startsWith(start),
  )!.attributes.answer as { value: number; tolerance: number };
const near = (value: number, expected: number, by: number) => expect(Math.abs(value - expected)).toBeLessThan(by);

describe("what lesson 3 computes by hand", () => {
  const twice = (yes: number, no: number, first: number, second: number) => {
    const of = (counts: readonly (readonly [number, number])[]) =>
      counts.flatMap(([label, count]) => Array.from({ length: count }, () => label));
    return agreementOf(
      of([
        [0, yes],
        [1, no],
        [0, first],
        [1, second],
      ]),
      of([
        [0, yes],
        [1, no],
        [1, first],
        [0, second],
      ]),
    );
  };

  it("has the kappas of its example and its question", () => {
    says("So kappa is (0.8 − 0.5) / (1 − 0.5) = 0.6");
    expect(twice(40, 40, 10, 10)).toMatchObject({ same: 80 });
    expect(twice(40, 40, 10, 10).kappa).toBeCloseTo(0.6, 12);
    expect(twice(45, 35, 10, 10).kappa).toBeCloseTo(answerTo("Two annotators label 100").value, 3);
  });

  it("has the prices of two purchases", () => {
    expect(answerTo("200 checked clips lead").value).toBeCloseTo(((500 - 200) * 30) / 200, 12);
    says("a new clip with its label costs 30 cents and checking a label costs 10 cents");
    expect(prices).toEqual({ clip: 0.3, check: 0.1 });
    says("20 € buy either a check of every label or 67 new clips");
    expect(200 * prices.check).toBe(20);
    expect(Math.round(20 / prices.clip)).toBe(67);
  });
});

describe("what lesson 3 reports of runs", () => {
  beforeAll(startWasm);
  const seeds = claimSeeds(2);
  const engines = new Map(seeds.map((seed) => [seed, createEngine()]));
  const known = new Map<string, Promise<LabellingResults[]>>();
  const desks = (given: Partial<LabellingValues>) => {
    const run = (seed: number) => async () => {
      const values = { ...defaultsOf(knobs), ...given, seed, replicas: 8 } as LabellingValues;
      const frames = await framesOf<LabellingValues, LabellingFrame>(engines.get(seed)!, values, { from: 0, to: 8 });
      return resultsOf({ values, frames, replicasDone: 8 } as never);
    };
    const key = JSON.stringify(given);
    const found = known.get(key) ?? Promise.all(seeds.map((seed) => run(seed)()));
    known.set(key, found);
    return found;
  };
  const middle = async (given: Partial<LabellingValues>, name: FigureName, row = 0) =>
    quantile(
      (await desks(given)).flatMap(({ each }) => each(name, row)),
      0.5,
    );
  const worth = async (given: Partial<LabellingValues>) =>
    quantile(
      (await desks(given)).flatMap(({ clipsWorth }) => clipsWorth),
      0.5,
    );
  const size = (clips: (typeof curveSizes)[number]) => curveSizes.indexOf(clips);

  it("of inconsistent labels", async () => {
    says("about 12 labels in 100 are wrong");
    near(await middle({}, "baseRate"), 0.12, 0.025);
    says("hears about 66 % of the words correctly, and about 77 % with checked labels");
    near(await middle({}, "givenHere"), 0.66, 0.03);
    near(await middle({}, "checkedHere"), 0.77, 0.03);
    says("about two and a half times as many clips");
    near(await worth({}), 2.5, 0.6);
    says("about twice as many clips are enough");
    near(await worth(presets.slips.values), 2, 0.45);
    says(
      "the factor is about 2 with 100 clips and more than 3 with 400 clips. When everybody follows the guide, it is below 1.6",
    );
    near(await worth({ clips: 100 }), 2, 0.5);
    expect(await worth({ clips: 400 })).toBeGreaterThan(2.7);
    expect(await worth(presets.agreed.values)).toBeLessThan(1.6);
    says("Kappa rises from about 0.78 to about 0.90");
    near(await middle({}, "kappa"), 0.78, 0.03);
    near(await middle({ consistent: 0 }, "kappa"), 0.9, 0.03);
    says("falls to about 54 %");
    near(await middle({ consistent: 0 }, "givenHere"), 0.54, 0.035);
  });

  it("of the finder and the purchases", async () => {
    says("about 35 in 100 labels are wrong; among all labels, about 12 in 100 are wrong");
    near(await middle({}, "precisionAtTop"), 0.35, 0.08);
    near(await middle({}, "baseRate"), 0.12, 0.025);
    says("the check gains about 11 percentage points, the new clips about 4");
    const results = await desks({});
    const now = await middle({}, "givenHere");
    near((await middle({}, "checkedHere")) - now, 0.11, 0.035);
    near(
      quantile(
        results.flatMap(({ moreClips }) => moreClips),
        0.5,
      ) - now,
      0.04,
      0.025,
    );
    says("as much as 520 clips with labels as given, the check replaces 320 new clips");
    near(200 * (await worth({})), 520, 110);
    says("the same check replaces only about 60 clips");
    near(200 * (await worth(presets.agreed.values)) - 200, 60, 45);
  });

  it("of silence and volume", async () => {
    const recording = { consistent: 100 };
    says("about 44 of 100 clips in the quietest fifth are heard wrongly; with it about 30");
    near(await middle(recording, "levelsRaw"), 0.44, 0.06);
    near(await middle(recording, "levelsNormalised"), 0.3, 0.05);
    says(
      "about 96 % of the words when clips are cut close to the word, 77 % with up to 200 ms of silence and 50 % with up to 600 ms",
    );
    near(await middle({ silence: 30 }, "checkedHere"), 0.96, 0.02);
    near(await middle({ silence: 600 }, "checkedHere"), 0.5, 0.035);
    says("With 100 clips and up to 600 ms of silence, the model hears only about 35 % of the words");
    near(await middle({ silence: 600, consistent: 70 }, "given", size(100)), 0.35, 0.04);
  });

  it("of human level and agreement", async () => {
    says("In the experiment it is about 96 %");
    near(await middle({}, "human"), 0.96, 0.015);
    says("the same label to about 81 % of the clips. The recogniser that hears 66 % of the words scores only 62 %");
    near(await middle({}, "agreement"), 0.81, 0.025);
    near(await middle({}, "measured"), 0.62, 0.035);
    says("would score 88 %");
    near(await middle({}, "ceiling"), 0.88, 0.02);
    says("the recogniser now scores about 84 %. The real ceiling is the 88 % above");
    near(await middle({ silence: 30, clips: 800 }, "measured"), 0.84, 0.025);
    expect(await middle({ silence: 30 }, "checked", size(800))).toBeGreaterThan(0.96);
  });
});
