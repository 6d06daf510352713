/** Every knob of the missing parts, and the settings that show one thing each. */
import { replicasKnob, seedKnob } from "../runtime/common-knobs";
import { defineKnobs, definePresets, type Values } from "../runtime/knobs";

const part = (label: string, help: string) =>
  ({ kind: "choice", label, help, default: "on", options: { on: "On", off: "Off" } }) as const;

export const knobs = defineKnobs({
  verification: part(
    "Data verification",
    "Checks every batch before the model sees it: empty columns, and values outside what training saw. What fails is replaced by the usual value.",
  ),
  inputMonitoring: part(
    "Input monitoring",
    "Every morning, compares the inputs of the last three days with the training data by PSI (population stability index), and counts requests.",
  ),
  outcomeMonitoring: part(
    "Outcome monitoring",
    "Compares predictions with what really happened, once the true answers (labels) are known.",
  ),
  featureStore: part("Feature store", "Training and serving compute every feature with the same code."),
  autoscaling: part(
    "Autoscaling",
    "Starts more servers within a day when there are more requests. Without it, people do that within two days, if they notice.",
  ),
  retraining: part("Retraining", "Trains the model anew every 14 days, on the newest labelled examples."),
  labelDelay: {
    kind: "number",
    label: "Label delay",
    help: "How many days pass until the true answer is known.",
    default: 30,
    min: 0,
    max: 90,
    step: 1,
    unit: "days",
    primary: true,
  },
  faultsAYear: {
    kind: "number",
    label: "Faults a year",
    help: "How many faults come in a year, on average.",
    default: 6,
    min: 0,
    max: 20,
    step: 1,
    primary: true,
  },
  budget: {
    kind: "number",
    label: "Budget",
    help: "How many weeks of work a year may go into the parts. It changes no result: it decides which selections you can afford.",
    default: 50,
    min: 0,
    max: 50,
    step: 2,
    unit: "weeks",
    primary: true,
  },
  model: {
    kind: "choice",
    label: "Model",
    help: "Linear: learns from the inputs as they are. Larger: also learns from the squares of all inputs.",
    default: "linear",
    options: { linear: "Linear", larger: "Larger" },
  },
  replicas: replicasKnob(
    "How many times the whole year is repeated with other requests and other faults. Each mark is one repetition. Results are medians; bands hold 80 of 100 replicas.",
  ),
  seed: seedKnob,
});

export type MissingPartsValues = Values<typeof knobs>;

export const partNames = [
  "verification",
  "inputMonitoring",
  "outcomeMonitoring",
  "featureStore",
  "autoscaling",
  "retraining",
] as const;
export type PartName = (typeof partNames)[number];
/** What each part costs to build and run, in weeks of work a year: an assumption of the course. */
export const prices: Readonly<Record<PartName, number>> = {
  verification: 4,
  inputMonitoring: 6,
  outcomeMonitoring: 8,
  featureStore: 16,
  autoscaling: 6,
  retraining: 10,
};

const off = Object.fromEntries(partNames.map((name) => [name, "off"])) as Record<PartName, "off">;

export const presets = definePresets(knobs, {
  "all-parts": { label: "All parts", help: "Everything is switched on.", values: {} },
  "model-only": { label: "Only the model", help: "No part around the model is switched on.", values: off },
  "larger-model": {
    label: "Only a larger model",
    help: "No part around the model is switched on, but the model is larger.",
    values: { ...off, model: "larger" },
  },
  "no-input-checks": {
    label: "Nobody checks inputs",
    help: "Without data verification and input monitoring, a change of unit is found by its consequences.",
    values: { verification: "off", inputMonitoring: "off" },
  },
});
