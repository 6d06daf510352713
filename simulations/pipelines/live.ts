/** A VAD that listens as sound comes: the network and the gate of the experiment, computed in the page. */
import { bandCount, bandPowers, frameLength, hop, step } from "../core/worlds/clips/mel";
import { createGate, createVoiceReader, voiceInputs } from "../core/worlds/clips/voice";
import type { PipelinesValues } from "./knobs";
import { createResampler } from "./resample";

/** A network with one hidden layer, its weights in the order of core/models/mlp. */
export interface Detector {
  readonly inputs: number;
  readonly hidden: number;
  readonly values: Float32Array;
}

/** Probability of voice. */
export function voiceOf({ inputs, hidden, values }: Detector, x: Float32Array): number {
  const second = hidden * (inputs + 1);
  let sum = values[second + hidden]!;
  for (let h = 0; h < hidden; h++) {
    const row = h * (inputs + 1);
    let a = values[row]!;
    for (let i = 0; i < inputs; i++) a += values[row + 1 + i]! * x[i]!;
    sum += values[second + h]! * Math.tanh(a);
  }
  return 1 / (1 + Math.exp(-sum));
}

export interface Heard {
  /** Of the latest frame: 0 dB is the loudest sine wave there is. */
  readonly level: number;
  readonly voice: number;
  readonly open: boolean;
  /** Seconds listened to, and sent with pre-roll and hang-over. */
  readonly seconds: number;
  readonly sent: number;
}

export type LiveGate = Pick<PipelinesValues, "vadThreshold" | "preRoll" | "hangOver">;

const quietest = -100;

/** @param rate samples a second of what is heard */
export function createLive(
  detector: Detector,
  { vadThreshold, preRoll, hangOver }: LiveGate,
  rate: number,
): (samples: Float32Array) => Heard {
  const resample = createResampler(rate);
  const reader = createVoiceReader();
  const gate = createGate({ threshold: vadThreshold, opensAfter: 1, hangOver: Math.round(hangOver / 1000 / step) });
  const before = Math.round(preRoll / 1000 / step);
  const x = new Float32Array(voiceInputs);
  let waiting = new Float32Array();
  let heard: Heard = { level: quietest, voice: 0, open: false, seconds: 0, sent: 0 };
  /** Frames since the gate closed: no more than these can be sent as pre-roll. */
  let closed = 0;
  let frames = 0;
  let sent = 0;

  function hearFrame(powers: Float32Array, f: number): void {
    reader.read(powers, f * bandCount, x, 0, 1);
    const voice = voiceOf(detector, x);
    const open = gate.hear(voice);
    let power = 0;
    for (let b = 0; b < bandCount; b++) power += powers[f * bandCount + b]!;
    frames++;
    if (open && !heard.open) sent += Math.min(before, closed);
    if (open) sent++;
    closed = open ? 0 : closed + 1;
    heard = {
      level: power > 0 ? Math.max(quietest, 10 * Math.log10(2 * power)) : quietest,
      voice,
      open,
      seconds: frames * step,
      sent: sent * step,
    };
  }

  return (samples) => {
    const added = resample(samples);
    const all = new Float32Array(waiting.length + added.length);
    all.set(waiting);
    all.set(added, waiting.length);
    const powers = bandPowers(all);
    const count = powers.length / bandCount;
    for (let f = 0; f < count; f++) hearFrame(powers, f);
    waiting = all.slice(Math.min(all.length, count * hop));
    if (waiting.length > frameLength) waiting = waiting.slice(-frameLength);
    return heard;
  };
}
