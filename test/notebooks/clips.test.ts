/** A notebook reads of a clip what the page reads of it, though its powers are rounded. */
import { expect, it } from "vitest";
import { createRandom } from "@/simulations/core/random";
import { clipSets, featureCount } from "@/simulations/core/worlds/clips/features";
import { places } from "@/simulations/core/worlds/clips/places";
import { drawClip, type Recording } from "@/simulations/core/worlds/clips/recording";
import { pitches, stretches, voices } from "@/simulations/core/worlds/clips/words";
import { clipsCode, clipsData } from "@/simulations/course/notebook-clips";
import { python } from "@/simulations/ui/jupyter/python";
import { findPython } from "../find-python.mjs";
import { runPython } from "./run-python";

const interpreter = findPython();
const count = 120;

/** The clips as the notebook describes them. */
function described(clips: readonly Recording[]) {
  const said = clips.map(({ utterances }) => utterances[0]!);
  return {
    word: said.map(({ word }) => word),
    rendition: said.map(
      ({ word, voice, stretch, pitch }) =>
        ((word * voices.length + voice) * stretches.length + stretch) * pitches.length + pitch,
    ),
    place: clips.map(({ place }) => places.indexOf(place)),
    before: said.map(({ at }) => at),
    frames: clips.map(({ frames }) => frames),
    level: clips.map(({ level }) => level),
    snr: clips.map(({ snr }) => snr),
    noise_at: clips.map(({ noiseAt }) => noiseAt),
  };
}

it.runIf(interpreter)("gives every feature of every place the same values up to its scale", () => {
  const random = createRandom(3, "clips of a notebook");
  const request = { places, level: { mean: -3, sd: 7 }, silence: { min: 3, max: 60 } };
  const clips = Array.from({ length: count }, () => drawClip(random, request));
  expect(new Set(clips.map(({ place }) => place)).size).toBe(places.length);
  const { raw, normalised } = clipSets(clips);
  const given = python`
import json

given = {name: np.array(values) for name, values in ${described(clips)}.items()}
print(json.dumps([features(given, normalise)[:, 1:].T.tolist() for normalise in (False, True)]))`;
  const text = ["import numpy as np", clipsData(places).source, clipsCode(places).source, given.source].join("\n\n");
  const [ownRaw, ownNormalised] = JSON.parse(runPython(interpreter!, text)) as number[][][];
  for (const [page, own] of [
    [raw.inputs, ownRaw!],
    [normalised.inputs, ownNormalised!],
  ] as const)
    for (let k = 0; k < featureCount; k++)
      expect(correlation(page.subarray(k * count, (k + 1) * count), own[k]!), `feature ${k}`).toBeGreaterThan(0.999);
});

function correlation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const n = a.length;
  let [sumA, sumB, squaresA, squaresB, products] = [0, 0, 0, 0, 0];
  for (let i = 0; i < n; i++) {
    sumA += a[i]!;
    sumB += b[i]!;
    squaresA += a[i]! ** 2;
    squaresB += b[i]! ** 2;
    products += a[i]! * b[i]!;
  }
  return (products - (sumA * sumB) / n) / Math.sqrt((squaresA - sumA ** 2 / n) * (squaresB - sumB ** 2 / n));
}
