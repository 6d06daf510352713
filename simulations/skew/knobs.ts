/** Every knob of print("0"), and the settings that show one thing each. */
import { replicasKnob, seedKnob } from "../runtime/common-knobs";
import { defineKnobs, definePresets, type Values } from "../runtime/knobs";

export const knobs = defineKnobs({
  prevalence: {
    kind: "number",
    label: "Share of positives",
    help: "How many of all cases are positive (frauds, spam), in training and in the test. 0.01 is one in a hundred. Always answering 0 is right in all the others.",
    default: 0.01,
    min: 0.001,
    max: 0.5,
    step: 0.001,
    scale: "log",
    primary: true,
  },
  threshold: {
    kind: "number",
    label: "Threshold",
    help: "The model gives every case a probability of being positive. From the threshold on it rings the alarm. Lower catches more and rings more often for nothing. Moving it changes decisions, not the model.",
    default: 0.5,
    min: 0.001,
    max: 0.999,
    step: 0.001,
    scale: "log",
    primary: true,
  },
  missCost: {
    kind: "number",
    label: "Cost of a miss",
    help: "What a missed positive costs, counted in false alarms: with 20, one missed fraud is as bad as twenty customers stopped for nothing.",
    default: 20,
    min: 1,
    max: 1000,
    step: 1,
    unit: "false alarms",
    scale: "log",
    primary: true,
  },
  separation: {
    kind: "number",
    label: "Separation of the classes",
    help: "Distance between frauds and genuine payments, in standard deviations. At 0 they look alike; at 1.5 the best possible ranking puts a fraud before a genuine payment in 86 of 100 pairs.",
    default: 1.5,
    min: 0,
    max: 4,
    step: 0.1,
    unit: "standard deviations",
    onlyWhen: { data: ["synthetic"] },
  },
  classWeight: {
    kind: "number",
    label: "Class weight",
    help: "How many times a positive example counts in training. 1: as often as it is there. The weight that balances the classes is (1 − share) / share.",
    default: 1,
    min: 1,
    max: 1000,
    step: 1,
    unit: "times",
    scale: "log",
  },
  sampling: {
    kind: "choice",
    label: "Sampling",
    help: "What the model is trained on. Over-sampling draws positives again and again until there are as many as negatives; under-sampling throws negatives away until only as many are left as there are positives. The test keeps the true share.",
    default: "none",
    options: { none: "As they come", over: "Over-sample", under: "Under-sample" },
  },
  data: {
    kind: "choice",
    label: "Data",
    help: "Card payments drawn from a seeded world, or 6,046 real e-mails of the SpamAssassin public corpus (2002–2003), thinned to the share of spam set above.",
    default: "synthetic",
    options: { synthetic: "Card payments", messages: "E-mails (real)" },
  },
  replicas: replicasKnob(
    "How many times the whole experiment is done with other random draws: other training cases, another model, another test set.",
  ),
  seed: seedKnob,
});

export type SkewValues = Values<typeof knobs>;

export const presets = definePresets(knobs, {
  "one-in-a-hundred": {
    label: "One in a hundred",
    help: "The model at the usual threshold of one half: hardly better than a constant.",
    values: { data: "synthetic", prevalence: 0.01, threshold: 0.5 },
  },
  "one-in-a-thousand": {
    label: "One in a thousand",
    help: "The same ranking of frauds over genuine payments, ten times fewer frauds: precision collapses.",
    values: { data: "synthetic", prevalence: 0.001, missCost: 200, threshold: 0.005 },
  },
  balanced: {
    label: "Half and half",
    help: "With as many positives as negatives accuracy tells what one thinks it tells.",
    values: { data: "synthetic", prevalence: 0.5, threshold: 0.5 },
  },
  "class-weights": {
    label: "Class weights",
    help: "Every fraud counts 99 times in training. Compare the ROC curve with the one before.",
    values: { data: "synthetic", prevalence: 0.01, threshold: 0.5, classWeight: 99 },
  },
  "expensive-miss": {
    label: "Expensive miss",
    help: "A miss costs as much as a hundred false alarms: the best threshold is near one in a hundred.",
    values: { data: "synthetic", prevalence: 0.01, missCost: 100, threshold: 0.01 },
  },
  messages: {
    label: "Real e-mails",
    help: "Spam in a hundred e-mails: one. Counts of words of real messages.",
    values: { data: "messages", prevalence: 0.01, threshold: 0.5 },
  },
});
