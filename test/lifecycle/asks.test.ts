import { memory } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { createRandom } from "@/simulations/core/random";
import { drawClip, type Recording } from "@/simulations/core/worlds/clips/recording";
import { clip } from "@/simulations/lifecycle/ask-clip";
import { timedModel } from "@/simulations/lifecycle/ask-measure";
import { run } from "@/simulations/lifecycle/engine";
import { releaseTest } from "@/simulations/lifecycle/engine-clips";
import { heardIn, releasedModel } from "@/simulations/lifecycle/engine-models";
import { knobs, type LifecycleValues } from "@/simulations/lifecycle/knobs";
import type { AskContext } from "@/simulations/runtime/asks";
import { defaultsOf } from "@/simulations/runtime/knobs";
import { startWasm } from "../core/models/backend-for-tests";

const values = { ...defaultsOf(knobs), clips: 100 } as LifecycleValues;

describe("the sound of a clip", () => {
  const handed: ArrayBuffer[] = [];
  const context = { handOver: (...buffers: ArrayBuffer[]) => handed.push(...buffers) } as unknown as AskContext;
  const recording = drawClip(createRandom(1, "sound"));

  it("is as long as the clip, and its buffers are handed over", async () => {
    const sound = await clip(recording, context);
    expect(sound.samples.length / sound.rate).toBeCloseTo(recording.frames / 100, 1);
    expect(handed).toEqual([sound.samples.buffer, sound.powers.buffer]);
  });

  it.each<[string, Partial<Recording>]>([
    ["place", { place: "moon" as never }],
    ["frames", { frames: 1e9 }],
    ["noiseAt", { noiseAt: -1 }],
    ["level", { level: Number.NaN }],
    ["snr", { snr: 1e6 }],
    ["word", { utterances: [{ ...recording.utterances[0]!, word: 99 }] }],
    ["at", { utterances: [{ ...recording.utterances[0]!, at: -5 }] }],
    ["utterances", { utterances: new Array(1000).fill(recording.utterances[0]) }],
  ])("is refused where its %s cannot be", (name, odd) => {
    expect(() => clip({ ...recording, ...odd }, context)).toThrow(name);
  });
});

describe("the model that is timed", () => {
  beforeAll(startWasm);

  it("is the released one of the first team", () => {
    const [first] = [...run(values, { from: 0, to: 1 })];
    const test = releaseTest(values, 0);
    const heard = heardIn(releasedModel(values, 0), test);
    const right = heard.reduce((sum, word, i) => sum + Number(word === test.targets[i]), 0);
    expect(right / test.count).toBeCloseTo(first!.release!.accuracy[0]!, 6);
  });

  it("answers one clip and many, and leaves no tensor behind", () => {
    const before = memory().numTensors;
    const { what, answer } = timedModel(values);
    answer(1);
    answer(32);
    expect(what).toContain("16 hidden units");
    expect(memory().numTensors).toBe(before);
  });
});
