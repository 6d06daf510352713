import { beforeAll, describe, expect, it } from "vitest";
import { predictMlp, trainMlp } from "@/simulations/core/models/mlp";
import { createRandom } from "@/simulations/core/random";
import { atOnce } from "@/simulations/core/steps";
import { bandCount, rate } from "@/simulations/core/worlds/clips/mel";
import { played } from "@/simulations/core/worlds/clips/sound";
import { sentStretches, voiceInputs } from "@/simulations/core/worlds/clips/voice";
import { capturedSamples, recordingsOf } from "@/simulations/pipelines/engine-capture";
import { listen } from "@/simulations/pipelines/engine-detector";
import { trainModels } from "@/simulations/pipelines/engine-models";
import { createLive, type Heard, voiceOf } from "@/simulations/pipelines/live";
import { NoMicrophone, reasonOf } from "@/simulations/pipelines/microphone";
import { createResampler } from "@/simulations/pipelines/resample";
import { startWasm } from "../core/models/backend-for-tests";

beforeAll(startWasm);

const tone = (hertz: number, from: number, seconds = 0.5) =>
  Float32Array.from({ length: Math.round(seconds * from) }, (_, i) => Math.sin((2 * Math.PI * hertz * i) / from));

/** In pieces of uneven length, as a busy page gets them. */
function inPieces(samples: Float32Array, hear: (piece: Float32Array) => void): void {
  const random = createRandom(1, "pieces");
  for (let at = 0; at < samples.length; ) {
    const length = 1 + random.integer(3000);
    hear(samples.subarray(at, at + length));
    at += length;
  }
}

describe.each([16_000, 44_100, 48_000])("sound of %i samples a second", (from) => {
  const resampled = (hertz: number) => {
    const resample = createResampler(from);
    const out: number[] = [];
    inPieces(tone(hertz, from), (piece) => out.push(...resample(piece)));
    return out.slice(400, 3200);
  };

  it("keeps a tone as it is, whatever pieces it comes in", () => {
    const found = resampled(1000);
    const power = found.reduce((sum, value) => sum + value * value, 0) / found.length;
    expect(power).toBeCloseTo(0.5, 2);
    // At 8,000 a second a tone of 1,000 Hz begins again after 8 samples.
    for (let i = 0; i + 8 < found.length; i++) expect(found[i + 8]).toBeCloseTo(found[i]!, 2);
  });

  it("takes away what 8,000 samples a second cannot hold", () => {
    const found = resampled(5500);
    expect(found.reduce((sum, value) => sum + value * value, 0) / found.length).toBeLessThan(0.001);
  });
});

it("computes the network as the training library does", () => {
  const random = createRandom(2);
  const count = 50;
  const inputs = Float32Array.from({ length: voiceInputs * count }, () => random.normal());
  const targets = Float32Array.from({ length: count }, () => random.integer(2));
  const weights = trainMlp({
    task: "classification",
    inputs: voiceInputs,
    hidden: 5,
    pools: [{ inputs, targets }],
    randoms: [createRandom(3)],
    steps: 20,
  });
  const expected = predictMlp(weights, inputs, count);
  for (let i = 0; i < count; i++) {
    const x = Float32Array.from({ length: voiceInputs }, (_, d) => inputs[d * count + i]!);
    expect(voiceOf(weights, x)).toBeCloseTo(expected[i]!, 4);
  }
});

it("hears a recording as the experiment does, and counts what it would send", () => {
  const { detectors } = atOnce(trainModels(4, { from: 0, to: 1 }));
  const [recording] = recordingsOf("current", 4, 15, 0);
  const { samples, powers } = played(capturedSamples(recording!, "usual"));
  const gate = { vadThreshold: 0.5, preRoll: 100, hangOver: 80 };
  const live = createLive(detectors, gate, rate);
  let heard: Heard | undefined;
  inPieces(samples, (piece) => {
    heard = live(piece);
  });
  const { voices } = listen(detectors, 0, [powers]);
  const stretches = sentStretches(voices[0]!, { threshold: 0.5, opensAfter: 1, preRoll: 10, hangOver: 8 });
  const sent = stretches.reduce((sum, { from, to }) => sum + to - from, 0) / 100;
  expect(heard!.seconds).toBeCloseTo(powers.length / bandCount / 100, 0);
  expect(Math.abs(heard!.sent - sent)).toBeLessThan(0.15);
  expect(sent).toBeGreaterThan(1);
});

it("has a word for a microphone that is denied, missing, busy, or out of reach", () => {
  const words = ["NotAllowedError", "NotFoundError", "NotReadableError"].map((name) =>
    reasonOf(new DOMException("", name)),
  );
  expect(new Set(words).size).toBe(3);
  expect(words[0]).toContain("Allow it");
  expect(words[1]).toContain("no microphone");
  expect(words[2]).toContain("Another program");
  expect(reasonOf(new NoMicrophone("Only here."))).toBe("Only here.");
  expect(reasonOf("?")).toContain("could not be opened");
});
