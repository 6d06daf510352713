/** One recording of the first replica as it is captured and as it is sent, with what each VAD makes of it. */
import { checkOneOf, checkWholeNumber } from "../core/check";
import { webRtcVoices } from "../core/models/webrtc-vad";
import { atOnce } from "../core/steps";
import { hop, step } from "../core/worlds/clips/mel";
import { summed } from "../core/worlds/clips/pooled";
import { played } from "../core/worlds/clips/sound";
import type { Stretch } from "../core/worlds/clips/voice";
import { spoken, words } from "../core/worlds/clips/words";
import type { Ask } from "../runtime/asks";
import { capturedPowers, capturedSamples, captureOf, recordingsOf } from "./engine-capture";
import { gateOf, listen, stretchesOf } from "./engine-detector";
import { trainModels } from "./engine-models";
import { answersTo } from "./engine-recogniser";
import { type HeardRecording, type HeardStretch, type RecordingRequest, window } from "./frames";
import { knobs } from "./knobs";

/** Seconds of silence between stretches that follow each other. */
const pause = 0.15;
/** WebRTC's strictness; libraries often begin with it. */
const strictness = 2;

function check({ values, which }: RecordingRequest): void {
  checkOneOf("change", values.change, Object.keys(knobs.change.options));
  for (const name of ["vadThreshold", "preRoll", "hangOver", "snr", "seed"] as const) {
    const { min, max } = knobs[name];
    const value = values[name];
    if (!(value >= min && value <= max)) throw new RangeError(`${name} must be from ${min} to ${max}, got ${value}`);
  }
  checkWholeNumber("which", which, 0, window.recordings - 1);
}

/** The stretches of a sound with short pauses between them. */
function cut(samples: Float32Array, rate: number, stretches: readonly Stretch[]): Float32Array {
  const gap = Math.round(pause * rate);
  const parts = stretches.map(({ from, to }) => samples.subarray(from * hop, to * hop));
  const out = new Float32Array(
    Math.max(
      gap,
      parts.reduce((sum, part) => sum + part.length + gap, 0),
    ),
  );
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length + gap;
  }
  return out;
}

async function heardOutside(url: string, samples: Float32Array): Promise<HeardRecording["outside"]> {
  try {
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
    const voices = await webRtcVoices(await answer.arrayBuffer(), samples, strictness);
    const found: { from: number; to: number }[] = [];
    voices.forEach((voice, f) => {
      const last = found.at(-1);
      if (voice && last?.to === f) last.to = f + 1;
      else if (voice) found.push({ from: f, to: f + 1 });
    });
    return found.map(({ from, to }) => ({ from: from * step, to: to * step }));
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

export const recordingOf: Ask<RecordingRequest, HeardRecording> = async (request, { breathe, handOver }) => {
  check(request);
  const { values, which, outside } = request;
  const { seed, snr, change } = values;
  const { detectors, recognisers } = atOnce(trainModels(seed, { from: 0, to: 1 }));
  await breathe();
  const recording = recordingsOf("current", seed, snr, 0)[which]!;
  const capture = captureOf(change);
  const stage = (of: typeof capture, updated: boolean): HeardStretch[] => {
    const powers = capturedPowers(recording, of);
    const stretches = stretchesOf(listen(detectors, 0, [powers]), gateOf(values, updated));
    const [answers] = answersTo(recognisers, [{ stretches, sums: [summed(powers)] }]);
    return stretches[0]!.map(({ from, to }, k) => {
      const word = answers!.words[0]![k]!;
      return { from: from * step, to: to * step, ...(word < 0 ? {} : { heard: words[word]! }) };
    });
  };
  const before = stage("usual", false);
  const after = stage(capture, change === "vad-update");
  const samples = capturedSamples(recording, capture);
  await breathe();
  const whole = played(samples);
  const frames = after.map(({ from, to }) => ({ from: Math.round(from / step), to: Math.round(to / step) }));
  const sent = played(cut(samples, whole.rate, frames));
  const answer: HeardRecording = {
    whole,
    sent,
    said: recording.utterances.map(({ word, voice, stretch, pitch, at }) => ({
      from: at * step,
      to: (at + spoken(word, voice, stretch, pitch).frames) * step,
      word: words[word]!,
    })),
    before,
    after,
    outside: await heardOutside(outside, whole.samples),
  };
  for (const { samples: own, powers } of [whole, sent])
    handOver(own.buffer as ArrayBuffer, powers.buffer as ArrayBuffer);
  return answer;
};
