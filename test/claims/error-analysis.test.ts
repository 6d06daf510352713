/**
 * The claims of lesson 4. Each seed is a run of 16 replicas; what is compared has seen the same clips, so that it is compared replica by
 * replica. Runs of one seed share an engine, which remembers what it has trained.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { bandOf } from "@/simulations/core/statistics/band";
import { createEngine } from "@/simulations/error-analysis/engine";
import { type AnalysisFrame, purchases, type Tag, tags } from "@/simulations/error-analysis/frames";
import { type AnalysisValues, knobs, presets } from "@/simulations/error-analysis/knobs";
import { gainOf, gainsByTag, promiseOf, tagFigures, triesOf } from "@/simulations/error-analysis/measures";
import { optimismOf, summarize } from "@/simulations/error-analysis/summary";
import { defaultsOf } from "@/simulations/runtime/knobs";
import { chunksOf, framesOf } from "@/simulations/runtime/simulation";
import { startWasm } from "../core/models/backend-for-tests";
import { claimSeeds } from "./seeds";

const replicas = 16;
const middle = (values: readonly number[]) => bandOf(values).middle;
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
/** Share of the replicas in which the first is larger. */
const above = (a: readonly number[], b: readonly number[]) => mean(a.map((value, r) => (value > b[r]! ? 1 : 0)));

beforeAll(startWasm);

/** What clips of the high voice change for the far microphone, seed by seed. */
const lossesOfFar: number[] = [];

describe.each(claimSeeds())("seed %i", (seed) => {
  const engine = createEngine();
  const runs = new Map<string, Promise<AnalysisFrame[]>>();
  const valuesOf = (changed: Partial<AnalysisValues>): AnalysisValues => ({
    ...defaultsOf(knobs),
    seed,
    replicas,
    ...changed,
  });
  function frames(changed: Partial<AnalysisValues> = {}): Promise<AnalysisFrame[]> {
    const values = valuesOf(changed);
    const name = JSON.stringify(values);
    const run = async () =>
      (await Promise.all(chunksOf(values.replicas).map((range) => framesOf(engine, values, range)))).flat();
    const found = runs.get(name) ?? run();
    runs.set(name, found);
    return found;
  }
  const preset = (name: keyof typeof presets) => presets[name].values as Partial<AnalysisValues>;
  const at = (tag: Tag) => tags.indexOf(tag);

  it("the high voice has the largest gap and one of the smallest gains: cars bring more in nearly every replica", async () => {
    const run = await frames();
    const figures = tagFigures(run, 0);
    const gaps = figures.map(({ gap }) => middle(gap.filter((value) => !Number.isNaN(value))));
    expect(Math.max(...gaps)).toBe(gaps[at("high")]);
    expect(gaps[at("high")]).toBeGreaterThan(2 * gaps[at("car")]!);
    const [car, high] = [gainOf(run, "data-car"), gainOf(run, "data-high")];
    expect(middle(car)).toBeGreaterThan(middle(high) + 0.03);
    expect(above(car, high)).toBeGreaterThanOrEqual(0.8);
    expect(middle(high)).toBe(Math.min(...tags.map((tag) => middle(gainOf(run, `data-${tag}`)))));
  });

  it("gap × share ranks the gains, the gap alone does not", async () => {
    const { rankCorrelation } = summarize(await frames(), valuesOf({}));
    expect(rankCorrelation.gapTimesShare).toBeGreaterThan(0.4);
    expect(rankCorrelation.gapAlone).toBeLessThan(0.1);
  });

  it("on the clips that fail, data for their tag beats the wider model", async () => {
    const run = await frames();
    for (const tag of ["car", "speaker", "soft"] as const) {
      const [data, wider] = (["model-wider", `data-${tag}`] as const)
        .map((purchase) => gainsByTag(run, purchase)[at(tag)]!)
        .reverse();
      expect(middle(data!)).toBeGreaterThan(middle(wider!) + 0.04);
      expect(above(data!, wider!)).toBeGreaterThanOrEqual(0.8);
    }
  });

  it("volume normalisation helps soft clips most, and brings less than it promised", async () => {
    const run = await frames();
    const changes = gainsByTag(run, "code-normalise").map(middle);
    expect(Math.max(...changes)).toBe(changes[at("soft")]);
    const promised = middle(promiseOf(tagFigures(run, 0), "code-normalise")!);
    expect(middle(gainOf(run, "code-normalise"))).toBeLessThan(0.85 * promised);
    expect(middle(gainOf(run, "code-normalise"))).toBeGreaterThan(0.01);
  });

  it("clips at random bring about as much as the best tag, more than the high voice or the wider model", async () => {
    const run = await frames();
    const random = middle(gainOf(run, "data-any"));
    const best = Math.max(...tags.map((tag) => middle(gainOf(run, `data-${tag}`))));
    expect(Math.abs(random - best)).toBeLessThan(0.035);
    expect(random).toBeGreaterThan(middle(gainOf(run, "data-high")) + 0.02);
    expect(random).toBeGreaterThan(middle(gainOf(run, "model-wider")) + 0.01);
  });

  it("clips of the high voice help that voice and not the far microphone, which cars help; cars make nothing much worse", async () => {
    // Few clips are from a far microphone, and replicas are tested on the same ones by eight.
    const run = await frames({ replicas: 32 });
    const high = gainsByTag(run, "data-high").map(mean);
    expect(high[at("high")]).toBeGreaterThan(0.3);
    expect(high[at("far")]).toBeLessThan(0.01);
    lossesOfFar.push(high[at("far")]!);
    gainsByTag(run, "data-car").forEach((change, t) => {
      expect(mean(change)).toBeGreaterThan(t === at("far") ? high[t]! + 0.04 : -0.03);
    });
  });

  it("after car clips are bought, less than half of their promise is left", async () => {
    const run = await frames(preset("gap-and-share"));
    const promised = (round: number) => middle(tagFigures(run, round)[at("car")]!.promised);
    expect(promised(1)).toBeLessThan(0.5 * promised(0));
    const { rounds, accuracy } = summarize(run, valuesOf(preset("gap-and-share")));
    expect(rounds.map(({ realised }) => realised > 0)).toEqual([true, true, true]);
    expect(accuracy).toBeGreaterThan(0.77);
  });

  it("with three hidden units the wider model beats any data, with eight it does not", async () => {
    const small = await frames({ ...preset("small-model"), replicas: 8 });
    const wider = middle(gainOf(small, "model-wider"));
    for (const purchase of purchases.filter((each) => each.startsWith("data-")))
      expect(wider).toBeGreaterThan(middle(gainOf(small, purchase)) + 0.01);
    const usual = await frames();
    expect(middle(gainOf(usual, "model-wider"))).toBeLessThan(middle(gainOf(usual, "data-car")) - 0.02);
  });

  it("choosing by a smaller dev set is more optimistic", async () => {
    const optimism = async (changed: Partial<AnalysisValues>) => {
      const tries = triesOf(await frames(changed), 0);
      return mean(optimismOf(tries, tries.dev[0]!.length));
    };
    const [small, large] = [await optimism(preset("small-dev")), await optimism({ devClips: 800 })];
    expect(small).toBeGreaterThan(large + 0.005);
  });

  it("the best of many tries by dev is optimistic, and the more tries the more", async () => {
    const tries = triesOf(await frames(), 0);
    const looks = tries.dev[0]!.length;
    expect(looks).toBe(1 + purchases.length);
    const promisedTooMuch = (k: number) => mean(optimismOf(tries, k));
    expect(promisedTooMuch(1)).toBeCloseTo(0, 10);
    expect(promisedTooMuch(looks)).toBeGreaterThan(0.005);
    expect(promisedTooMuch(looks)).toBeGreaterThan(promisedTooMuch(3) + 0.002);
  });
});

it("over all seeds, clips of the high voice make the far microphone worse by more than 3 points", () => {
  expect(mean(lossesOfFar)).toBeLessThan(-0.03);
});
