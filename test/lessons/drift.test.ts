/** Every number in the prose of lesson 5, computed again from the settings that stand beside it, on seeds it was not written with. */
import { beforeAll, describe, expect, it } from "vitest";
import { createRandom } from "@/simulations/core/random";
import { psiQuantileBins } from "@/simulations/core/statistics/psi";
import { labelNoise } from "@/simulations/core/worlds/queries";
import { coveredShare, type DriftValues, knobs, newShareOf } from "@/simulations/drift/knobs";
import { defaultsOf } from "@/simulations/runtime/knobs";
import { claimSeeds } from "../claims/seeds";
import { startWasm } from "../core/models/backend-for-tests";
import { ksAlarms, medianError, preset, psiAlarms, valuesOf, type Watched, watch } from "../drift/watch";
import { sourceOf } from "./read-lesson";

const text = sourceOf("drift").replaceAll(/\s+/g, " ");
const says = (words: string) => expect(text).toContain(words);

/** Mean over the seeds of what one seed gives. */
const seeds = claimSeeds(5);
const overSeeds = (settings: Partial<DriftValues>, of: (seen: Watched) => number) =>
  seeds.reduce((sum, seed) => sum + of(watch({ ...settings, seed })), 0) / seeds.length;
const within = (value: number, middle: number, by: number) => {
  expect(value).toBeGreaterThan(middle - by);
  expect(value).toBeLessThan(middle + by);
};

beforeAll(startWasm);

describe("numbers in lesson 5", () => {
  it("inflation: 23 to 67 thousand €, a tenth in the first month", () => {
    says("The error rises from about 23 to about 67 thousand €");
    says("in its first month the error rises by only about a tenth, and it is largest in month 11");
    const inflation = preset("inflation");
    within(
      overSeeds(inflation, (seen) => medianError(seen, 0, 6)),
      23,
      1.5,
    );
    within(
      overSeeds(inflation, (seen) => medianError(seen, 11)),
      67,
      3,
    );
    within(
      overSeeds(inflation, (seen) => medianError(seen, 6) / medianError(seen, 0, 6)),
      1.1,
      0.05,
    );
  });

  it("the famous actor: 6 to 42 %, 5 % where training saw the corner; PSI and Wasserstein", () => {
    says("The error rises from about 6 % to about 42 %");
    says("the error stays at about 5 %");
    says("PSI falls from about 0.80 to about 0.67, and the Wasserstein distance from about 1.0 to about 0.74");
    says("Four per cent of the readers");
    expect(labelNoise).toBe(0.04);
    const [unseen, seen] = [preset("famous-actor-unseen"), preset("famous-actor-seen")];
    const since = (metric: "error" | "psi" | "wasserstein") => (each: Watched) => each.summary.after[metric];
    within(
      overSeeds(unseen, (each) => each.summary.before.error),
      6,
      1,
    );
    within(overSeeds(unseen, since("error")), 42, 4);
    within(overSeeds(seen, since("error")), 5, 1);
    within(overSeeds(unseen, since("psi")), 0.8, 0.05);
    within(overSeeds(seen, since("psi")), 0.67, 0.05);
    within(overSeeds(unseen, since("wasserstein")), 1, 0.05);
    within(overSeeds(seen, since("wasserstein")), 0.74, 0.05);
  });

  it("shares of queries about the actor", () => {
    says("40 % of all queries are about the actor");
    says("rises from 10 % to 19 %");
    says("Ten per cent of the training examples");
    const values = (settings: Partial<DriftValues>) => ({ ...defaultsOf(knobs), ...settings }) as DriftValues;
    expect(newShareOf(values(preset("famous-actor-unseen")), 1)).toBeCloseTo(0.4, 12);
    expect(coveredShare).toBe(0.1);
    expect(newShareOf(values({ ...preset("famous-actor-seen"), strength: 0.5 }), 1)).toBeCloseTo(0.19, 12);
  });

  it.each([
    [20, 10, 30],
    [100, 30, 15],
    [400, 85, 0],
  ])("with %i queries a month: the KS test in %i of 100 replicas, PSI in %i", (examplesPerMonth, ks, psi) => {
    says(`| ${examplesPerMonth} | about ${ks} | about ${psi} |`);
    const settings = { ...preset("famous-actor-seen"), strength: 0.5, examplesPerMonth };
    // 480 replica-months: a standard error of at most 2.3 in 100, and what is written is rounded to 5.
    within(100 * overSeeds(settings, (seen) => ksAlarms(seen, 6)), ks, 8);
    within(100 * overSeeds(settings, (seen) => psiAlarms(seen, 6)), psi, 8);
    if (examplesPerMonth !== 20) return;
    says("it raises almost as many alarms before month 6");
    within(100 * overSeeds(settings, (seen) => psiAlarms(seen, 0, 6)), psi - 5, 8);
  });

  it("twelve features and 20 houses a month: PSI above its limit in two months of three", () => {
    says("it is above 0.25 in about two of three months, although nothing drifts");
    within(
      overSeeds({ world: "houses", kind: "none", examplesPerMonth: 20, replicas: 8 }, (seen) => psiAlarms(seen, 0)),
      2 / 3,
      0.08,
    );
  });

  it.each([
    [100, 100, 0.18],
    [900, 100, 0.1],
  ])("by chance alone PSI of %i and %i examples in ten bins is about %f on average", (n, m, expected) => {
    says(n === 100 ? "that is 0.18, above the limit of 0.1" : `There are ${n} training examples and ${m} examples`);
    const random = createRandom(seeds[0]!, "psi by chance", n);
    const normals = (count: number) => Float64Array.from({ length: count }, () => random.normal());
    const trials = 1500;
    let sum = 0;
    for (let t = 0; t < trials; t++) sum += psiQuantileBins(normals(n), normals(m), 10).psi;
    // The formula is the leading term; rare small bins add a little.
    within(sum / trials, expected, 0.12 * expected);
  });

  it("Seattle: 2 to 3 °C in winter, 5 to 6½ °C in July and August, 2 °C in autumn", () => {
    says("about 2 to 3 °C in winter and about 5 to 6½ °C in July and August");
    says("In autumn it goes back to about 2 °C");
    says("July is month 6 in the first year and month 18 in the second");
    const at = (month: number) => overSeeds(preset("seasons"), (seen) => medianError(seen, month));
    for (const month of [0, 1, 2, 12, 13, 14]) within(at(month), 2.5, 0.75);
    for (const month of [6, 7, 18, 19]) within(at(month), 5.75, 0.9);
    for (const month of [9, 10, 11]) within(at(month), 2.2, 0.5);
  });

  it("the new station: 2 °C in January in Seattle, 5½ °C in New York", () => {
    says("In January the error is about 2 °C in Seattle and about 5½ °C in New York");
    const january = (month: number) => overSeeds(preset("new-station"), (seen) => medianError(seen, month));
    within(january(0), 2.1, 0.4);
    within(january(12), 5.6, 0.6);
  });

  it("what the lesson says of PSI and KS in January holds: alarms though the model works well", () => {
    says("raise an alarm in almost every month, also in January");
    within(
      overSeeds(preset("seasons"), (seen) => psiAlarms(seen, 0)),
      1,
      0.1,
    );
    expect(valuesOf(watch({ ...preset("seasons"), seed: seeds[0]! }), ({ errors }) => errors)).not.toContain(
      Number.NaN,
    );
  });
});
