/** Trains the model of the first team at these settings, and times here how long it takes from a clip's samples to its word. */

import { predictMlp } from "../core/models/mlp";
import { createRandom } from "../core/random";
import { featureCount, featuresOfPowers } from "../core/worlds/clips/features";
import { bandPowers } from "../core/worlds/clips/mel";
import { drawClip } from "../core/worlds/clips/recording";
import { waveformOf } from "../core/worlds/clips/sound";
import type { Ask } from "../runtime/asks";
import { type Timed, type Timing, timeModel } from "../runtime/timing";
import { releasedModel } from "./engine-models";
import type { LifecycleValues } from "./knobs";

/** Different clips; a batch takes them in turn. */
const requests = 16;

export function timedModel(values: LifecycleValues): Timed {
  const weights = releasedModel(values, 0);
  const random = createRandom(values.seed, "clips to be timed");
  const waveforms = Array.from({ length: requests }, () => waveformOf(drawClip(random)));
  let next = 0;
  return {
    what: `a recogniser with ${values.hidden} hidden units`,
    answer(size) {
      const inputs = new Float32Array(featureCount * size);
      for (let i = 0; i < size; i++) {
        const powers = bandPowers(waveforms[next++ % requests]!);
        featuresOfPowers(powers, { normalise: true }, inputs, i, size);
      }
      predictMlp(weights, inputs, size);
    },
  };
}

export const measure: Ask<LifecycleValues, Timing> = (values, { now, breathe }) =>
  timeModel(timedModel(values), now, breathe);
