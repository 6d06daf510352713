/** What the detector makes of a window of recordings, before a threshold turns it into stretches. */
import { type MlpWeights, predictMlp } from "../core/models/mlp";
import { bandCount } from "../core/worlds/clips/mel";
import { type Gate, type Stretch, sentStretches, voiceInputs } from "../core/worlds/clips/voice";
import { type Capture, capturedPowers, captureMetricsOf, recordingsOf, type WindowName } from "./engine-capture";
import { modelOf, readVoice } from "./engine-models";
import type { PipelinesValues } from "./knobs";

/** Of one replica's window; it depends on no gate, so it is remembered while gates move. */
export interface Listened {
  /** Probability of voice, recording by recording. */
  readonly voices: readonly Float32Array[];
  /** Metrics of the capture stage, recording by recording. */
  readonly capture: readonly (readonly number[])[];
}

export interface Source {
  readonly window: WindowName;
  readonly capture: Capture;
  readonly seed: number;
  readonly snr: number;
  readonly replica: number;
}

export const capturedWindow = ({ window, capture, seed, snr, replica }: Source): Float32Array[] =>
  recordingsOf(window, seed, snr, replica).map((recording) => capturedPowers(recording, capture));

/** @param position of the detector among the weights @param powers of each recording */
export function listen(detectors: MlpWeights, position: number, powers: readonly Float32Array[]): Listened {
  const lengths = powers.map((each) => each.length / bandCount);
  const count = lengths.reduce((sum, length) => sum + length, 0);
  const inputs = new Float32Array(voiceInputs * count);
  let from = 0;
  for (const each of powers) {
    readVoice(each, inputs, from, count);
    from += each.length / bandCount;
  }
  const all = predictMlp(modelOf(detectors, position), inputs, count);
  let start = 0;
  const voices = lengths.map((length) => {
    start += length;
    return all.slice(start - length, start);
  });
  return { voices, capture: powers.map(captureMetricsOf) };
}

const frame = 10;
/** The update waits for this many more frames of voice, to be sure. */
const waits = 10;

export function gateOf(
  { vadThreshold, preRoll, hangOver }: Pick<PipelinesValues, "vadThreshold" | "preRoll" | "hangOver">,
  updated: boolean,
): Gate {
  return {
    threshold: vadThreshold,
    opensAfter: updated ? 1 + waits : 1,
    preRoll: Math.round(preRoll / frame),
    hangOver: Math.round(hangOver / frame),
  };
}

export const stretchesOf = ({ voices }: Listened, gate: Gate): Stretch[][] =>
  voices.map((each) => sentStretches(each, gate));
