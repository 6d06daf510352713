/** Every knob of the pipeline of voice-activity detector and recogniser, and the settings that show one thing each. */
import { replicasKnob, seedKnob } from "../runtime/common-knobs";
import { defineKnobs, definePresets, type Values } from "../runtime/knobs";

export const knobs = defineKnobs({
  change: {
    kind: "choice",
    label: "What changes upstream",
    help: "One thing in front of the recogniser is changed. New microphone: it records high tones louder and low tones softer. Automatic gain: the phone makes quiet sound louder, so the noise in pauses gets louder too. VAD update: the new voice-activity detector waits 100 ms longer before it begins to send.",
    default: "auto-gain",
    options: {
      none: "Nothing",
      microphone: "New microphone",
      "auto-gain": "Automatic gain",
      "vad-update": "VAD update",
    },
    primary: true,
  },
  vadThreshold: {
    kind: "number",
    label: "VAD threshold",
    help: "Every 10 ms the VAD computes a probability of voice. It sends the sound when the average of the latest probabilities is at least as high as this threshold. A higher threshold is stricter: less is sent.",
    default: 0.5,
    min: 0.1,
    max: 0.98,
    step: 0.01,
    primary: true,
  },
  preRoll: {
    kind: "number",
    label: "Pre-roll",
    help: "The phone always remembers the latest sound. When the VAD opens, this much of the sound before that moment is sent too.",
    default: 100,
    min: 0,
    max: 500,
    step: 10,
    unit: "ms",
    primary: true,
  },
  hangOver: {
    kind: "number",
    label: "Hang-over",
    help: "The phone goes on sending for this long after the VAD last found a voice. So quiet ends of words and short gaps inside a word are sent too.",
    default: 80,
    min: 0,
    max: 500,
    step: 10,
    unit: "ms",
  },
  snr: {
    kind: "number",
    label: "Words above the noise",
    help: "The signal-to-noise ratio: how much louder the words are than the noise in a car. In a quiet room the noise is another 15 dB lower. VAD and recogniser were trained with 5 to 25 dB.",
    default: 15,
    min: 0,
    max: 30,
    step: 1,
    unit: "dB",
  },
  replicas: replicasKnob(
    "How many times the whole experiment is repeated. Each repetition is a replica: a new VAD and a new recogniser are trained, and different recordings are drawn.",
  ),
  seed: seedKnob,
});

const usual = { vadThreshold: 0.5, preRoll: 100, hangOver: 80, snr: 15 };

export const presets = definePresets(knobs, {
  microphone: {
    label: "New microphone",
    help: "The VAD still sends about the same stretches. The recogniser gets a sound that it does not know.",
    values: { ...usual, change: "microphone" },
  },
  gain: {
    label: "Automatic gain",
    help: "The phone makes quiet sound louder. Noise in pauses becomes almost as loud as speech.",
    values: { ...usual, change: "auto-gain" },
  },
  update: {
    label: "VAD update",
    help: "The new VAD saves more bandwidth, because it begins to send later.",
    values: { ...usual, change: "vad-update" },
  },
  "pre-roll": {
    label: "VAD update, longer pre-roll",
    help: "The same update, but 200 ms of sound are sent from before the moment at which the VAD opens.",
    values: { ...usual, change: "vad-update", preRoll: 200 },
  },
  strict: {
    label: "Strict VAD",
    help: "Nothing changes upstream. The threshold is high.",
    values: { ...usual, change: "none", vadThreshold: 0.9 },
  },
});

export type PipelinesValues = Values<typeof knobs>;
