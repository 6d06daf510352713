/** Every knob of print("0"), and the settings that show one thing each. */
import { replicasKnob, seedKnob } from "../runtime/common-knobs";
import { defineKnobs, definePresets, type Values } from "../runtime/knobs";
import { ownFunction } from "./frames";

export const knobs = defineKnobs({
  prevalence: {
    kind: "number",
    label: "Share of positives",
    help: "The share of cases that are positive (frauds, spam), in training and in the test. 0.01 means one in a hundred. The constant answer 0 is correct for all the others.",
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
    help: "The model gives every case a probability of being positive. From this probability on, it raises an alarm. A lower threshold catches more positives and raises more false alarms. Moving it changes the decisions, not the model.",
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
    help: "What a missed positive costs, counted in false alarms. At 20, one missed fraud costs as much as twenty customers stopped without reason.",
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
    help: "The distance between frauds and genuine payments, in standard deviations. At 0 they cannot be told apart. At 1.5 the best possible ranking puts the fraud above the genuine payment in 86 of 100 pairs.",
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
    help: "How many times each positive example counts in training. At 1 it counts once. The weight that balances the classes is (1 − share) / share.",
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
    help: "Which examples the model is trained on. Over-sampling repeats positives until there are as many as negatives. Under-sampling leaves out negatives until there are as many as positives. The test set keeps the true share.",
    default: "none",
    options: { none: "All, as they are", over: "Over-sample", under: "Under-sample" },
  },
  data: {
    kind: "choice",
    label: "Data",
    help: "Simulated card payments, or 6,046 real e-mails of the SpamAssassin public corpus (2002–2003). Of the e-mails, spam is left out until its share is the one set above.",
    default: "synthetic",
    options: { synthetic: "Card payments", messages: "E-mails (real)" },
  },
  rule: {
    kind: "code",
    label: "Your code",
    help: "A classifier of your own: a function that answers 0 or 1 for each case, from the model’s score and the amount. It is written in the code cell of the lesson.",
    default: "",
    function: ownFunction,
    hidden: true,
  },
  replicas: replicasKnob(
    "How many times the whole experiment is repeated with different random data: different training cases, a different model, a different test set.",
  ),
  seed: seedKnob,
});

export type SkewValues = Values<typeof knobs>;

export const presets = definePresets(knobs, {
  "one-in-a-hundred": {
    label: "One in a hundred",
    help: "The usual threshold of 0.5: the model catches almost no fraud, and its accuracy is that of the constant answer.",
    values: { data: "synthetic", prevalence: 0.01, threshold: 0.5 },
  },
  "one-in-a-thousand": {
    label: "One in a thousand",
    help: "Ten times fewer frauds and the same ability to rank them: precision falls sharply. The cost of a miss rises to 200 and the threshold falls to 0.005.",
    values: { data: "synthetic", prevalence: 0.001, missCost: 200, threshold: 0.005 },
  },
  balanced: {
    label: "Half and half",
    help: "As many frauds as genuine payments: now both classes count equally in accuracy.",
    values: { data: "synthetic", prevalence: 0.5, threshold: 0.5 },
  },
  "class-weights": {
    label: "Class weights",
    help: "Every fraud counts 99 times in training. Both histograms move to the right; the ROC curve stays.",
    values: { data: "synthetic", prevalence: 0.01, threshold: 0.5, classWeight: 99 },
  },
  "expensive-miss": {
    label: "Expensive miss",
    help: "A miss costs as much as 100 false alarms. The cheapest threshold is near 0.01.",
    values: { data: "synthetic", prevalence: 0.01, missCost: 100, threshold: 0.01 },
  },
  messages: {
    label: "Real e-mails",
    help: "One e-mail in a hundred is spam. Real messages, described by word counts.",
    values: { data: "messages", prevalence: 0.01, threshold: 0.5 },
  },
});
