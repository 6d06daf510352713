/** The detector and the recogniser of each replica, trained before anything changes. */
import { type MlpWeights, type TrainingPool, trainMlpInSteps } from "../core/models/mlp";
import { trainRecognisersInSteps } from "../core/models/recogniser";
import { createRandom, type Random } from "../core/random";
import type { Steps } from "../core/steps";
import { clipSet } from "../core/worlds/clips/features";
import { bandCount } from "../core/worlds/clips/mel";
import { drawClip } from "../core/worlds/clips/recording";
import { powersOf } from "../core/worlds/clips/sound";
import { createVoiceReader, voiceInputs } from "../core/worlds/clips/voice";
import { spoken, words } from "../core/worlds/clips/words";
import type { ReplicaRange } from "../runtime/simulation";
import { draw, places } from "./engine-capture";

/** Clips that a recogniser is trained on: single words, cut by hand, with 30 to 300 ms of silence before and after. */
const clips = 600;
const silence = { min: 3, max: 30 };
/** Recordings that a detector is trained on, each frame of which somebody has marked as word or pause. */
const marked = 8;
const hidden = 8;

export interface Models {
  readonly detectors: MlpWeights;
  readonly recognisers: MlpWeights;
}

/** Signal-to-noise ratios of the training data in dB. */
const usualSnr = (random: Random) => 5 + random.integer(21);

/** What a detector reads of a recording, [6 × frames]. @param columns, from where the recording stands among others */
export function readVoice(powers: Float32Array, into: Float32Array, from: number, columns: number): void {
  const reader = createVoiceReader();
  for (let f = 0; f < powers.length / bandCount; f++) reader.read(powers, f * bandCount, into, from + f, columns);
}

function markedFrames(random: Random): TrainingPool {
  const recordings = Array.from({ length: marked }, () => draw(random, usualSnr(random)));
  const count = recordings.reduce((sum, { frames }) => sum + frames, 0);
  const inputs = new Float32Array(voiceInputs * count);
  const targets = new Float32Array(count);
  let from = 0;
  for (const recording of recordings) {
    readVoice(powersOf(recording), inputs, from, count);
    for (const { word, voice, stretch, pitch, at } of recording.utterances)
      targets.fill(1, from + at, from + at + spoken(word, voice, stretch, pitch).frames);
    from += recording.frames;
  }
  return { inputs, targets };
}

export function* trainModels(seed: number, replicas: ReplicaRange): Steps<Models> {
  const numbers = Array.from({ length: replicas.to - replicas.from }, (_, r) => replicas.from + r);
  const frames: TrainingPool[] = [];
  const sets: TrainingPool[] = [];
  for (const replica of numbers) {
    frames.push(markedFrames(createRandom(seed, "marked frames", replica)));
    const random = createRandom(seed, "clips", replica);
    sets.push(
      clipSet(
        Array.from({ length: clips }, () => drawClip(random, { places, snr: usualSnr(random), silence })),
        { normalise: true },
      ),
    );
    yield;
  }
  const detectors = yield* trainMlpInSteps({
    task: "classification",
    inputs: voiceInputs,
    hidden,
    pools: frames,
    randoms: numbers.map((replica) => createRandom(seed, "detector", replica)),
    steps: 150,
    batch: 64,
    learningRate: 0.03,
  });
  // #region excerpt: words
  const recognisers = yield* trainRecognisersInSteps({
    sets,
    classes: words.length,
    randoms: numbers.map((replica) => createRandom(seed, "recogniser", replica)),
  });
  // #endregion
  return { detectors, recognisers };
}

/** One model of several. */
export function modelOf(weights: MlpWeights, position: number): MlpWeights {
  const size = weights.values.length / weights.models;
  return { ...weights, models: 1, values: weights.values.subarray(position * size, (position + 1) * size) };
}
