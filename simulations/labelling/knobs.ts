/** Every knob of the labelling desk, and the settings that show one thing each. */
import { replicasKnob, seedKnob } from "../runtime/common-knobs";
import { defineKnobs, definePresets, type Values } from "../runtime/knobs";

export const knobs = defineKnobs({
  consistent: {
    kind: "number",
    label: "Annotators who follow the guide",
    help: "The labelling guide says: write the word that was spoken. The other annotators write what the speaker wants: they label “right” as “yes” and “stop” as “no”.",
    default: 70,
    min: 0,
    max: 100,
    step: 1,
    unit: "%",
    primary: true,
  },
  clips: {
    kind: "number",
    label: "Clips collected",
    help: "How many labelled clips the recogniser learns from. The learning curves also show other numbers of clips.",
    default: 200,
    min: 50,
    max: 800,
    step: 1,
    unit: "clips",
    scale: "log",
    primary: true,
  },
  silence: {
    kind: "number",
    label: "Silence kept",
    help: "Each clip keeps between 30 ms and this much silence before the word, and again after it. The amount differs from clip to clip. At 30 ms all clips are cut close to the word.",
    default: 200,
    min: 30,
    max: 600,
    step: 10,
    unit: "ms",
    primary: true,
  },
  normalise: {
    kind: "choice",
    label: "Volume normalisation",
    help: "On: every clip is brought to the same mean power before training and testing. Off: clips stay as loud or as quiet as they were recorded.",
    default: "on",
    options: { on: "On", off: "Off" },
  },
  labelNoise: {
    kind: "number",
    label: "Slips",
    help: "Share of the labels that are wrong by a slip: the annotator presses any other word. Words that are misheard lead to further wrong labels.",
    default: 1,
    min: 0,
    max: 40,
    step: 1,
    unit: "%",
  },
  annotators: {
    kind: "number",
    label: "Annotators",
    help: "How many people label. Each clip is labelled by one of them. The share that follows the guide is rounded to whole people, up or down at random.",
    default: 10,
    min: 2,
    max: 40,
    step: 1,
    unit: "people",
  },
  snr: {
    kind: "number",
    label: "Signal-to-noise ratio",
    help: "How much louder the words are than the noise of a car or a crowd. People and models mishear more words when the noise is loud. Other places are less noisy.",
    default: 15,
    min: -5,
    max: 30,
    step: 1,
    unit: "dB",
  },
  replicas: replicasKnob(
    "How many times the whole experiment is repeated: clips are drawn and labelled, and recognisers are trained, each time with different random data.",
  ),
  seed: seedKnob,
});

export type LabellingValues = Values<typeof knobs>;

export const presets = definePresets(knobs, {
  usual: {
    label: "Three of ten follow a habit",
    help: "About 12 labels in 100 are wrong, most of them because three annotators follow a habit and not the guide.",
    values: { consistent: 70, labelNoise: 1, clips: 200 },
  },
  agreed: {
    label: "Everybody follows the guide",
    help: "Only misheard words and slips are left.",
    values: { consistent: 100, labelNoise: 1, clips: 200 },
  },
  divided: {
    label: "Half of them follow a habit",
    help: "For two of the eight words, half of the labels are wrong. More clips hardly help then.",
    values: { consistent: 50, labelNoise: 1, clips: 400 },
  },
  slips: {
    label: "One convention, many slips",
    help: "Everybody follows the guide, but 8 labels in 100 are slips. About as many labels are wrong as in the first preset, but at random.",
    values: { consistent: 100, labelNoise: 8, clips: 200 },
  },
  close: {
    label: "Cut close to the word",
    help: "Every clip keeps 30 ms of silence before and after the word.",
    values: { silence: 30, consistent: 100, clips: 200 },
  },
  loose: {
    label: "Long and uneven silence",
    help: "Between 30 and 600 ms of silence before the word, and again after it.",
    values: { silence: 600, consistent: 100, clips: 200 },
  },
  raw: {
    label: "No volume normalisation",
    help: "Loud clips stay loud and quiet clips stay quiet.",
    values: { normalise: "off", consistent: 100, clips: 200 },
  },
});
