/** Every knob of the error-analysis bench, and the settings that show one thing each. */
import { replicasKnob, seedKnob } from "../runtime/common-knobs";
import { defineKnobs, definePresets, type Values } from "../runtime/knobs";
import { clipsBought } from "./frames";

const mostPurchases = 6;

export const knobs = defineKnobs({
  clips: {
    kind: "number",
    label: "First clips",
    help: "How many labelled clips the team has before the first purchase. They were recorded in an office: mostly in a quiet room, and hardly any by speaker C.",
    default: 300,
    min: 100,
    max: 800,
    step: 50,
    unit: "clips",
    primary: true,
  },
  hidden: {
    kind: "number",
    label: "Hidden units",
    help: "A hyperparameter: how many hidden units the network has. With more hidden units the network can tell more patterns apart, and training takes longer.",
    default: 8,
    min: 2,
    max: 32,
    step: 1,
    unit: "units",
    primary: true,
  },
  budget: {
    kind: "number",
    label: "Budget",
    help: "How many purchases you can make. Every purchase costs the same, and the system is trained anew after each one.",
    default: 3,
    min: 1,
    max: mostPurchases,
    step: 1,
    unit: "purchases",
    primary: true,
  },
  devClips: {
    kind: "number",
    label: "Dev set",
    help: "How many clips the error analysis uses. With fewer clips, the accuracy by tag is less certain, and the system that is chosen by the dev set looks better than it is.",
    default: 250,
    min: 100,
    max: 800,
    step: 50,
    unit: "clips",
  },
  purchases: {
    kind: "acts",
    label: "Your purchases",
    help: `What you buy, round by round. Data: ${clipsBought} more clips with a tag. Purchases beyond the budget do not count.`,
    default: "",
    acts: {
      "data-car": "Car clips",
      "data-speaker": "Clips of speaker C",
      "data-soft": "Soft clips",
      "data-crowd": "Crowd clips",
      "data-narrow": "Narrow-band clips",
      "data-high": "Clips of the high voice",
      "data-far": "Far-microphone clips",
      "data-any": "Clips at random",
      "model-wider": "Wider model",
      "code-normalise": "Volume normalisation",
    },
    time: { min: 1, max: mostPurchases, step: 1, unit: "round" },
    atMost: mostPurchases,
    hidden: true,
  },
  replicas: replicasKnob(
    "How many times everything is repeated, each time with different clips and newly trained models. Results are medians. Of 100 replicas, 80 lie inside a band.",
  ),
  seed: seedKnob,
});

export type AnalysisValues = Values<typeof knobs>;

export const presets = definePresets(knobs, {
  "your-budget": {
    label: "Your budget",
    help: "Three purchases, and nothing bought yet.",
    values: {},
  },
  "largest-gap": {
    label: "Buy for the largest gap",
    help: "Clips of the high voice: the largest gap, in 4 % of the clips.",
    values: { purchases: "1:data-high" },
  },
  "gap-and-share": {
    label: "Buy by gap × share",
    help: "Clips for the tags with the largest promise, then volume normalisation.",
    values: { purchases: "1:data-car,2:data-speaker,3:code-normalise" },
  },
  "small-model": {
    label: "A model too small",
    help: "With three hidden units, the wider model is worth more than any data.",
    values: { hidden: 3 },
  },
  "small-dev": {
    label: "A small dev set",
    help: "Error analysis on 100 clips: promises are less certain, and the chosen system looks better than it is.",
    values: { devClips: 100 },
  },
});
