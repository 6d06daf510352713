import { beforeAll, describe, expect, it } from "vitest";
import { run } from "@/simulations/lifecycle/engine";
import { knobs, type LifecycleValues } from "@/simulations/lifecycle/knobs";
import { type Teams, teamsOf } from "@/simulations/lifecycle/summary";
import { defaultsOf } from "@/simulations/runtime/knobs";
import { startWasm } from "../core/models/backend-for-tests";
import { claimSeeds } from "./seeds";

const replicas = 8;

function project(seed: number, changed: Partial<LifecycleValues> = {}, teams = replicas): Teams {
  const values = { ...defaultsOf(knobs), seed, ...changed } as LifecycleValues;
  return teamsOf([...run(values, { from: 0, to: teams })], values);
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

beforeAll(startWasm);

describe.each(claimSeeds())("voice-command projects with seed %i", (seed) => {
  let usual: Teams;
  beforeAll(() => {
    usual = project(seed);
  });

  it("understand more words when more annotators follow the guide, at the same number of clips", () => {
    const all = project(seed, { consistent: 100 });
    const half = project(seed, { consistent: 50 });
    expect(mean(all.wrongLabels)).toBeLessThan(mean(half.wrongLabels) - 0.08);
    expect(mean(all.accuracy)).toBeGreaterThan(mean(half.accuracy) + 0.04);
  });

  it("understand fewer words with a quarter of the clips, and then meet the target nowhere", () => {
    const few = project(seed, { clips: 100 }, 4);
    expect(mean(few.accuracy)).toBeLessThan(mean(usual.accuracy) - 0.1);
    expect(few.met.some(Boolean)).toBe(false);
  });

  it("answer later on the target device with a larger hidden layer, until the target is missed", () => {
    // Latency and throughput follow from the lengths of the clips: two teams are enough.
    const large = project(seed, { hidden: 64 }, 2);
    large.latencyMs.forEach((ms, team) => {
      expect(ms).toBeGreaterThan(1.5 * usual.latencyMs[team]!);
      expect(large.throughput[team]).toBeLessThan(0.7 * usual.throughput[team]!);
    });
    expect(large.met.some(Boolean)).toBe(false);
    expect(usual.met.some(Boolean)).toBe(true);
  });

  it("win back more words of a new condition by going back to data than to modelling, or than by doing nothing", () => {
    const [nothing, model, data] = usual.after as [number[], number[], number[]];
    expect(mean(data)).toBeGreaterThan(mean(nothing) + 0.05);
    expect(mean(data)).toBeGreaterThan(mean(model) + 0.05);
    expect(data.filter((share, team) => share > model[team]!).length).toBeGreaterThan(replicas * 0.7);
  });

  it("win more by going back to modelling where the network was too small, before and after the new condition", () => {
    const { after, accuracy } = project(seed, { hidden: 2 });
    const [nothing, model, data] = after as [number[], number[], number[]];
    expect(mean(accuracy)).toBeLessThan(mean(usual.accuracy) - 0.2);
    expect(mean(model)).toBeGreaterThan(mean(data) + 0.05);
    expect(mean(model)).toBeGreaterThan(mean(nothing) + 0.05);
  });
});
