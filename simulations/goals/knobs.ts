/** Every knob of the three scoreboards, and the settings that show one thing each. */
import { replicasKnob, seedKnob } from "../runtime/common-knobs";
import { defineKnobs, definePresets, type Values } from "../runtime/knobs";

export const knobs = defineKnobs({
  capacity: {
    kind: "number",
    label: "Model capacity",
    help: "How many features the model uses. Moving it trains nothing: models of all capacities are trained at once, and the one nearest to this number is marked and named in the words.",
    default: 5,
    min: 2,
    max: 500,
    step: 1,
    unit: "features",
    scale: "log",
    primary: true,
  },
  examples: {
    kind: "number",
    label: "Training examples",
    help: "How many labelled requests every model is trained on. With as many features as examples, a model can just reproduce all labels.",
    default: 100,
    min: 40,
    max: 200,
    step: 10,
    unit: "requests",
    primary: true,
  },
  noise: {
    kind: "number",
    label: "Label noise",
    help: "The share of ordinary requests whose label is wrong, in training, dev and test set. Labels of navigational requests are always right.",
    default: 20,
    min: 0,
    max: 40,
    step: 1,
    unit: "%",
    primary: true,
  },
  navigationalValue: {
    kind: "number",
    label: "Value of a navigational request",
    help: "What a correct answer to a navigational request (looking for one site) is worth, counted in ordinary requests. Moving it trains nothing: it only ranks the same models again.",
    default: 20,
    min: 1,
    max: 100,
    step: 1,
    unit: "ordinary requests",
    scale: "log",
  },
  tries: {
    kind: "number",
    label: "Tries",
    help: "How many models of 16 random features are tried before the one with the best dev accuracy is chosen.",
    default: 50,
    min: 1,
    max: 200,
    step: 1,
    unit: "models",
    scale: "log",
  },
  replicas: replicasKnob(
    "How many times the whole experiment is repeated with different random data: other training, dev, test and live requests, other random features.",
  ),
  seed: seedKnob,
});

export type GoalsValues = Values<typeof knobs>;

export const presets = definePresets(knobs, {
  navigational: {
    label: "Navigational requests count",
    help: "A correct answer to a navigational request is worth 20 ordinary ones. The capacity with the lowest test error is not the one with the highest value.",
    values: { capacity: 5, examples: 100, noise: 20, navigationalValue: 20 },
  },
  equal: {
    label: "All requests count the same",
    help: "Every correct answer is worth 1. Now test error and value choose models of similar capacity.",
    values: { capacity: 5, examples: 100, noise: 20, navigationalValue: 1 },
  },
  clean: {
    label: "Clean labels",
    help: "No label is wrong. The peak is lower, and the largest models come close to the best small ones.",
    values: { capacity: 100, examples: 100, noise: 0, navigationalValue: 1 },
  },
  noisy: {
    label: "Noisy labels",
    help: "Three of ten ordinary labels are wrong. Models that reproduce every label reproduce the wrong ones too.",
    values: { capacity: 100, examples: 100, noise: 30, navigationalValue: 1 },
  },
  "more-examples": {
    label: "Twice the examples",
    help: "The peak moves: it stands where capacity equals the number of examples.",
    values: { capacity: 100, examples: 200, noise: 20, navigationalValue: 20 },
  },
  "one-try": {
    label: "One try",
    help: "One model is trained and taken: nothing is chosen, so the dev set is fair.",
    values: { examples: 100, noise: 20, tries: 1 },
  },
  "many-tries": {
    label: "200 tries",
    help: "200 models are tried, and the one with the best dev accuracy is chosen.",
    values: { examples: 100, noise: 20, tries: 200 },
  },
});
