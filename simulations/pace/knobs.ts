/** Every knob of the retraining calendar, and the settings that show one thing each. */
import { replicasKnob, seedKnob } from "../runtime/common-knobs";
import { defineKnobs, definePresets, type Values } from "../runtime/knobs";
import { longestInterval, months } from "./plan";

export const knobs = defineKnobs({
  pace: {
    kind: "number",
    label: "Pace of change",
    help: "How fast the relation between the drivers and the demand changes. At pace 1 a month changes the coefficients by 0.2 (root mean square), the same in all three kinds of change.",
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
    primary: true,
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
    help: "Which policy is shown month by month. All of them run on the same data.",
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
  },
  alarm: {
    kind: "number",
    label: "Sensitivity of the trigger",
    help: "The trigger makes a new model when the error of a month lies this many standard errors above the error the model had when it was new.",
    default: 3,
    min: 1,
    max: 6,
    step: 0.5,
    unit: "standard errors",
  },
  retrains: {
    kind: "acts",
    label: "Your retrains",
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
    help: "What users do changes slowly: pace 0.3, in small steps.",
    values: { drift: "steady", pace: 0.3, retrainCost: 10 },
  },
  factory: {
    label: "Factory",
    help: "A new supplier or machine changes the data at once: pace 2, in shocks.",
    values: { drift: "shocks", pace: 2, retrainCost: 10 },
  },
  shock: {
    label: "Rare shock",
    help: "Nothing for a long time, then everything at once: pace 1, in shocks, and retraining is expensive.",
    values: { drift: "shocks", pace: 1, retrainCost: 40 },
  },
});
