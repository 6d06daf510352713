/**
 * The claims of lesson 10. Each seed is a run of 8 replicas, each with a VAD, a recogniser and 80 words of its own; what is
 * changed is compared on the same recordings. Models and what they hear are remembered by the engine, and a run is made once.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { quantile } from "@/simulations/core/statistics/quantile";
import { accuracyIn, byReplica, lossesOf } from "@/simulations/pipelines/attribution";
import { createEngine } from "@/simulations/pipelines/engine";
import { metrics, type PipelinesFrame } from "@/simulations/pipelines/frames";
import { knobs, type PipelinesValues, presets } from "@/simulations/pipelines/knobs";
import { type PipelinesSummary, summarize } from "@/simulations/pipelines/summary";
import { defaultsOf } from "@/simulations/runtime/knobs";
import { chunksOf, framesOf } from "@/simulations/runtime/simulation";
import { startWasm } from "../core/models/backend-for-tests";
import { claimSeeds } from "./seeds";

const replicas = 8;
const engine = createEngine();
const preset = (name: keyof typeof presets) => presets[name].values as Partial<PipelinesValues>;
const changes = ["microphone", "gain", "update"] as const;

interface Result extends PipelinesSummary {
  readonly frames: readonly PipelinesFrame[];
}

const known = new Map<string, Result>();

async function judge(given: Partial<PipelinesValues>): Promise<Result> {
  const values = { ...defaultsOf(knobs), ...given };
  const found = known.get(JSON.stringify(values));
  if (found) return found;
  const frames: PipelinesFrame[] = [];
  for (const range of chunksOf(replicas)) frames.push(...(await framesOf(engine, values, range)));
  const result = { ...summarize(frames, values), frames };
  known.set(JSON.stringify(values), result);
  return result;
}

beforeAll(startWasm);

/** How far each of some metrics has moved, a row for each replica, no further than what anybody would look at. */
function moved({ frames }: Result, wanted: (metric: (typeof metrics)[number]) => boolean): number[][] {
  const columns = metrics.flatMap((metric, m) =>
    wanted(metric) ? [byReplica(frames, (frame) => frame.metrics.moved, m)] : [],
  );
  return columns[0]!.map((_, r) => columns.map((column) => Math.max(-12, Math.min(12, column[r]!))));
}

/** Share of the replicas that lie closest to the mean of the other replicas with the same change. */
function toldApart(groups: readonly (readonly number[][])[]): number {
  let right = 0;
  groups.forEach((group, own) => {
    group.forEach((row, r) => {
      const distances = groups.map((others, g) => {
        const used = others.filter((_, i) => g !== own || i !== r);
        return row.reduce(
          (sum, value, k) => sum + (value - used.reduce((all, one) => all + one[k]!, 0) / used.length) ** 2,
          0,
        );
      });
      if (distances.indexOf(Math.min(...distances)) === own) right++;
    });
  });
  return right / groups.flat().length;
}

describe.each(claimSeeds())("seed %i", (seed) => {
  it("a stricter VAD saves bandwidth and costs words, on one curve, in little noise and in much", async () => {
    for (const snr of [5, 15, 25]) {
      const { frontier } = await judge({ seed, change: "none", snr });
      for (let i = 1; i < frontier.length; i++) {
        expect(frontier[i]!.bandwidthSaved).toBeGreaterThan(frontier[i - 1]!.bandwidthSaved);
        // Between 0.5 and 0.7 the curve is flat.
        expect(frontier[i]!.accuracy).toBeLessThan(frontier[i - 1]!.accuracy + 0.04);
      }
      const [first, last] = [frontier[0]!, frontier.at(-1)!];
      expect(last.bandwidthSaved - first.bandwidthSaved).toBeGreaterThan(0.08);
      expect(first.accuracy - last.accuracy).toBeGreaterThan(0.2);
    }
  });

  it("each change upstream costs words in almost every replica, with the same recogniser and the same recordings", async () => {
    const calm = await judge({ seed, change: "none" });
    for (const name of changes) {
      const { frames } = await judge({ seed, ...preset(name) });
      expect(accuracyIn(frames, "oldOld")).toEqual(accuracyIn(calm.frames, "newNew"));
      const losses = lossesOf(frames).map(({ all }) => all);
      expect(quantile(losses, 0.5)).toBeGreaterThan(0.1);
      expect(losses.filter((loss) => loss > 0).length).toBeGreaterThanOrEqual(replicas - 1);
    }
  });

  it("swapping stages tells how: a new microphone by the sound, automatic gain and the update by the stretches", async () => {
    const microphone = await judge({ seed, ...preset("microphone") });
    expect(microphone.lossBy.sound).toBeGreaterThan(0.7);
    const { oldVad, newVad } = microphone.swap;
    expect(newVad.oldInput - oldVad.newInput).toBeGreaterThan(0.1);
    const gain = await judge({ seed, ...preset("gain") });
    expect(gain.lossBy.stretches).toBeGreaterThan(0.7);
    expect(gain.swap.oldVad.newInput - gain.swap.newVad.oldInput).toBeGreaterThan(0.1);
    const update = await judge({ seed, ...preset("update") });
    expect(update.lossBy.stretches).toBe(1);
    expect(accuracyIn(update.frames, "oldNew")).toEqual(accuracyIn(update.frames, "oldOld"));
    expect(accuracyIn(update.frames, "newOld")).toEqual(accuracyIn(update.frames, "newNew"));
  });

  it("metrics of the stages point to the one that changed, and to none when none did; metrics of the recogniser alone do not", async () => {
    expect((await judge({ seed, change: "none" })).culpritShare).toBeGreaterThan(0.8);
    const found: Result[] = [];
    for (const name of changes) {
      const result = await judge({ seed, ...preset(name) });
      found.push(result);
      expect(result.culpritShare).toBeGreaterThan(0.8);
      expect(result.culpritShareEndOnly).toBe(0);
      // Surer or less sure: the end moves in the same direction, whatever was changed.
      expect(result.metrics.find(({ metric }) => metric === "confidence")!.moved).toBeLessThan(0);
    }
    const all = toldApart(found.map((result) => moved(result, () => true)));
    const end = toldApart(found.map((result) => moved(result, ({ stage }) => stage === "recogniser")));
    expect(all).toBeGreaterThan(0.95);
    expect(end).toBeLessThan(0.75);
  });

  it("the update saves more bandwidth while words are lost; automatic gain sends much more of the pauses", async () => {
    const update = await judge({ seed, ...preset("update") });
    expect(update.bandwidthSaved - update.before.bandwidthSaved).toBeGreaterThan(0.04);
    expect(update.accuracy.before - update.accuracy.after).toBeGreaterThan(0.2);
    // Hardly any word is missing as a whole: beginnings are.
    expect(update.wordsLost).toBeLessThan(0.12);
    const gain = await judge({ seed, ...preset("gain") });
    expect(gain.before.bandwidthSaved - gain.bandwidthSaved).toBeGreaterThan(0.15);
  });

  it("a longer pre-roll wins back most of what the update clipped, and costs bandwidth", async () => {
    for (const snr of [5, 15]) {
      const update = await judge({ seed, ...preset("update"), snr });
      const longer = await judge({ seed, ...preset("pre-roll"), snr });
      const clipped = update.accuracy.before - update.accuracy.after;
      expect(longer.accuracy.after - update.accuracy.after).toBeGreaterThan(0.6 * clipped);
      expect(longer.bandwidthSaved).toBeLessThan(update.bandwidthSaved);
    }
  });
});
