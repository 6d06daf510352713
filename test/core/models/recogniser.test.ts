import { beforeAll, expect, it } from "vitest";
import { startBackend } from "@/simulations/core/models/backend";
import { heardBy, trainRecognisersInSteps } from "@/simulations/core/models/recogniser";
import { createRandom } from "@/simulations/core/random";
import { atOnce } from "@/simulations/core/steps";
import { clipSet } from "@/simulations/core/worlds/clips/features";
import { type ClipRequest, drawClip } from "@/simulations/core/worlds/clips/recording";
import { words } from "@/simulations/core/worlds/clips/words";

beforeAll(async () => {
  await startBackend();
});

const draw = (count: number, purpose: string, request: ClipRequest = {}) => {
  const random = createRandom(11, purpose);
  return clipSet(
    Array.from({ length: count }, () => drawClip(random, request)),
    { normalise: true },
  );
};

const accuracy = (count: number, hidden: number, test: ReturnType<typeof draw>, request: ClipRequest = {}) => {
  const models = 4;
  const weights = atOnce(
    trainRecognisersInSteps({
      sets: Array.from({ length: models }, (_, m) => draw(count, `training ${m}`, request)),
      classes: words.length,
      randoms: Array.from({ length: models }, (_, m) => createRandom(m, "network")),
      hidden,
    }),
  );
  const heard = heardBy(weights, test.inputs, test.count);
  return heard.reduce((right, word, i) => right + Number(word === test.targets[i % test.count]), 0) / heard.length;
};

it("hears about nine of ten words with 800 clips, and far fewer with 50 or with two hidden units", () => {
  const test = draw(400, "test");
  const good = accuracy(800, 16, test);
  expect(good).toBeGreaterThan(0.84);
  expect(accuracy(50, 16, test)).toBeLessThan(good - 0.2);
  expect(accuracy(800, 2, test)).toBeLessThan(good - 0.2);
});

it("hears fewer words in a place and of a voice it was never trained for", () => {
  const usual = accuracy(800, 16, draw(400, "test", { places: ["quiet"] }));
  expect(accuracy(800, 16, draw(400, "test", { places: ["hiss"] }))).toBeLessThan(usual - 0.2);
  const three = { voices: [0, 1, 2] };
  const known = accuracy(800, 16, draw(400, "test", three), three);
  expect(accuracy(800, 16, draw(400, "test", { voices: [3] }), three)).toBeLessThan(known - 0.3);
});
