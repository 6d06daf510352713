import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { beforeAll, describe, expect, it } from "vitest";
import { detectorOf } from "@/simulations/pipelines/ask-detector";
import { recordingOf } from "@/simulations/pipelines/ask-recording";
import { createEngine } from "@/simulations/pipelines/engine";
import type { RecordingRequest } from "@/simulations/pipelines/frames";
import { knobs } from "@/simulations/pipelines/knobs";
import type { AskContext } from "@/simulations/runtime/asks";
import { defaultsOf } from "@/simulations/runtime/knobs";
import { framesOf } from "@/simulations/runtime/simulation";
import { startWasm } from "../core/models/backend-for-tests";

const context: AskContext = {
  signal: new AbortController().signal,
  breathe: async () => undefined,
  now: () => 0,
  handOver: () => undefined,
};
const path = createRequire(import.meta.url)
  .resolve("@echogarden/fvad-wasm")
  .replace(/\.js$/, ".wasm");
const outside = `data:application/wasm;base64,${readFileSync(path).toString("base64")}`;
const values = { ...defaultsOf(knobs), change: "vad-update" as const, seed: 3 };
const asked = (given: Partial<RecordingRequest> = {}) => recordingOf({ values, which: 0, outside, ...given }, context);

beforeAll(startWasm);

describe("a recording that is asked for", () => {
  it("is as long as what is sent and what is not, and tells the words that were said", async () => {
    const { whole, sent, said, after, outside: voices } = await asked();
    expect(said.map(({ word }) => word)).toHaveLength(4);
    const seconds = after.reduce((sum, { from, to }) => sum + to - from, 0);
    expect(sent.samples.length / sent.rate).toBeCloseTo(seconds + 0.15 * after.length, 6);
    expect(whole.samples.length).toBeGreaterThan(said.at(-1)!.to * whole.rate);
    expect(Array.isArray(voices)).toBe(true);
  });

  it("is heard by the VAD and the recogniser of the run", async () => {
    const [frame] = await framesOf(createEngine(), { ...values, replicas: 1 }, { from: 0, to: 1 });
    let right = 0;
    let frames = 0;
    let kept = 0;
    for (let which = 0; which < 20; which++) {
      const { said, after, whole } = await asked({ which });
      // Each word's own stretch is the one that holds most of it.
      for (const { from, to, word } of said) {
        const shared = after.map((each) => Math.min(each.to, to) - Math.max(each.from, from));
        const most = Math.max(0, ...shared);
        if (most > 0 && after[shared.indexOf(most)]!.heard === word) right++;
      }
      frames += whole.powers.length / whole.bands.length;
      kept += after.reduce((sum, { from, to }) => sum + (to - from) / whole.step, 0);
    }
    expect(right / 80).toBeCloseTo(frame!.accuracy[3]!, 1);
    expect(1 - kept / frames).toBeCloseTo(frame!.saved[1]!, 5);
  });

  it("goes without the detector from outside where that cannot be loaded, and says why", async () => {
    const { outside: voices } = await asked({ outside: "data:,nothing" });
    expect(voices).toHaveProperty("reason");
  });

  it("is refused with a word about the number that does not fit", async () => {
    await expect(asked({ which: 20 })).rejects.toThrow("which must be a whole number from 0 to 19, got 20");
    await expect(asked({ values: { ...values, snr: 99 } })).rejects.toThrow("snr must be from 0 to 30, got 99");
  });
});

it("hands the page the VAD of the first replica", async () => {
  const { inputs, hidden, values: weights } = await detectorOf(3, context);
  expect(weights).toHaveLength(hidden * (inputs + 1) + hidden + 1);
});
