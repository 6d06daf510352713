/** Every knob of the retraining calendar, and the settings that show one thing each. */
import { replicasKnob, seedKnob } from "../runtime/common-knobs";
import { defineKnobs, definePresets, type Values } from "../runtime/knobs";
import { longestInterval, months } from "./plan";

export const knobs = defineKnobs({
  pace: {
    kind: "number",
    label: "Pace of change",
    help: "How fast the relation between drivers and demand changes. At pace 1 the coefficients move by 0.2 a month (root mean square), in all three kinds of change.",
    default: 1,
    min: 0,
    max: 4,
    step: 0.1,
    primary: true,
  },
  retrainCost: {
    kind: "number",
    label: "Cost of retraining",
    help: "What one new model costs: labels, computing, checks and release.",
    default: 10,
    min: 0.5,
    max: 200,
    step: 0.5,
    scale: "log",
    unit: "thousand €",
    primary: true,
  },
  interval: {
    kind: "number",
    label: "Interval of the schedule",
    help: "The policy “schedule” makes a new model every so many months.",
    default: 6,
    min: 1,
    max: longestInterval,
    step: 1,
    unit: "months",
  },
  drift: {
    kind: "choice",
    label: "Kind of change",
    help: "Random walk: every month a small step in a random direction. Steady: every month the same step. Shocks: nothing for many months, then one large step (1 month in 18 on average).",
    default: "random-walk",
    options: { "random-walk": "Random walk", steady: "Steady", shocks: "Shocks" },
  },
  policy: {
    kind: "choice",
    label: "Your policy",
    help: "Which policy is shown month by month. All policies run on the same data. By hand: you decide in which months a new model is made.",
    default: "schedule",
    options: { never: "Never", schedule: "Schedule", trigger: "Trigger", hand: "By hand" },
  },
  labelDelay: {
    kind: "number",
    label: "Label delay",
    help: "How many months pass until the true demand is known. A new model learns from older data, and the trigger notices a change later.",
    default: 0,
    min: 0,
    max: 6,
    step: 1,
    unit: "months",
    primary: true,
  },
  alarm: {
    kind: "number",
    label: "Threshold of the trigger",
    help: "The trigger makes a new model when the error of a month is this many standard errors above the error that the model had when it was new. A higher threshold means fewer new models.",
    default: 3,
    min: 1,
    max: 6,
    step: 0.5,
    unit: "standard errors",
  },
  retrains: {
    kind: "acts",
    label: "Your new models",
    help: "The months before which you make a new model, under the policy “by hand”.",
    default: "",
    acts: { retrain: "Retrain" },
    time: { min: 1, max: months - 1, step: 1, unit: "month" },
    atMost: months - 1,
    hidden: true,
  },
  replicas: replicasKnob(
    "How many times the whole calendar is repeated with different random data. Each mark is one repetition. A line is the median of the repetitions; 80 of 100 repetitions lie inside the band.",
  ),
  seed: seedKnob,
});

export type PaceValues = Values<typeof knobs>;

export const presets = definePresets(knobs, {
  consumer: {
    label: "Consumer app",
    help: "What users do changes slowly and steadily: pace 0.3.",
    values: { drift: "steady", pace: 0.3, interval: 8 },
  },
  factory: {
    label: "Factory",
    help: "New machines and suppliers change the data at once, and strongly: shocks at pace 2.",
    values: { drift: "shocks", pace: 2 },
  },
  shock: {
    label: "Rare shock",
    help: "Nothing for a long time, then one change at once. Retraining is expensive: 40 thousand €.",
    values: { drift: "shocks", retrainCost: 40 },
  },
  "hand-walk": {
    label: "Restless market",
    help: "You decide. Demand changes a little every month, in no fixed direction.",
    values: { policy: "hand", drift: "random-walk", pace: 1.5 },
  },
  "hand-factory": {
    label: "Your factory",
    help: "You decide. Nothing changes for months, then much at once.",
    values: { policy: "hand", drift: "shocks", pace: 2 },
  },
  "hand-delay": {
    label: "Late labels",
    help: "The same factory, but you know the error of a month only two months later.",
    values: { policy: "hand", drift: "shocks", pace: 2, labelDelay: 2 },
  },
});
