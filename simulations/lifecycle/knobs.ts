/** Every knob of the voice-command project, and the settings that show one thing each. */
import { replicasKnob, seedKnob } from "../runtime/common-knobs";
import { defineKnobs, definePresets, type Values } from "../runtime/knobs";
import { arrivalMonth, budgetClips, newShare, replyMonth } from "./plan";

export const knobs = defineKnobs({
  clips: {
    kind: "number",
    label: "Clips",
    help: "Data stage: how many clips the team collects and labels before the first model is trained. Each clip is a recording of one spoken command.",
    default: 400,
    min: 50,
    max: 1600,
    step: 10,
    scale: "log",
    primary: true,
  },
  consistent: {
    kind: "number",
    label: "Labels by the guide",
    help: "Data stage: the share of the annotators who follow the labelling guide (write the word that was said). The others write what the speaker wants: “right” becomes “yes”, and “stop” becomes “no”.",
    default: 80,
    min: 0,
    max: 100,
    step: 5,
    unit: "%",
    primary: true,
  },
  hidden: {
    kind: "number",
    label: "Hidden units",
    help: "Modelling stage: the size of the network’s hidden layer. A larger network can learn more, but needs more time for an answer.",
    default: 16,
    min: 2,
    max: 64,
    step: 1,
    scale: "log",
    primary: true,
  },
  newCondition: {
    kind: "choice",
    label: "New condition",
    help: `Deployment stage: from month ${arrivalMonth} on, ${newShare} % of the commands come from a place that was not in the data. Hiss: the microphone makes a hissing noise. Far: the microphone is some metres away. Drawn: one of the two, drawn at random in each replica.`,
    default: "drawn",
    options: { none: "None", drawn: "Drawn", hiss: "Hiss", far: "Far" },
  },
  response: {
    kind: "choice",
    label: "Response",
    help: `What the team does about the new condition; the result is in use from month ${replyMonth} on. Nothing: the model stays. Back to modelling: twice as many hidden units and training steps, on the same clips. Back to data: ${budgetClips} clips from the traffic are labelled and added, and a model of the same size is trained again.`,
    default: "data",
    options: { nothing: "Nothing", model: "Back to modelling", data: "Back to data" },
    onlyWhen: { newCondition: ["drawn", "hiss", "far"] },
  },
  targetAccuracy: {
    kind: "number",
    label: "Target: accuracy",
    help: "Scoping stage: the share of commands the recogniser must understand before it is released.",
    default: 75,
    min: 20,
    max: 99,
    step: 1,
    unit: "%",
  },
  targetLatency: {
    kind: "number",
    label: "Target: latency",
    help: "Scoping stage: 95 of 100 answers on the target device must come within this time (p95 latency).",
    default: 100,
    min: 20,
    max: 300,
    step: 5,
    unit: "ms",
  },
  targetThroughput: {
    kind: "number",
    label: "Target: throughput",
    help: "Scoping stage: how many commands a second the target device must be able to answer, one after the other.",
    default: 10,
    min: 1,
    max: 40,
    step: 1,
    unit: "a second",
  },
  replicas: replicasKnob(
    "How many times the whole project is repeated, with different random data: in each replica a team takes the same decisions. Each mark is one replica. A line is the median; 80 of 100 replicas lie inside the band.",
  ),
  seed: seedKnob,
});

export type LifecycleValues = Values<typeof knobs>;

export const presets = definePresets(knobs, {
  "few-clips": {
    label: "Few clips",
    help: "The team collects only 100 clips.",
    values: { clips: 100, consistent: 80, hidden: 16 },
  },
  "one-guide": {
    label: "One labelling guide",
    help: "400 clips, and all annotators follow the guide.",
    values: { clips: 400, consistent: 100, hidden: 16 },
  },
  "two-guides": {
    label: "Half follow the guide",
    help: "400 clips, but only half of the annotators follow the guide.",
    values: { clips: 400, consistent: 50, hidden: 16 },
  },
  "large-model": {
    label: "A larger model",
    help: "64 hidden units: each answer takes longer than the target allows.",
    values: { clips: 400, consistent: 80, hidden: 64 },
  },
  "tiny-model": {
    label: "A very small model",
    help: "2 hidden units: too few to tell eight words apart.",
    values: { clips: 400, consistent: 80, hidden: 2 },
  },
  "quiet-year": {
    label: "Nothing changes",
    help: "No new condition arrives in the year after the release.",
    values: { clips: 400, consistent: 80, hidden: 16, newCondition: "none" },
  },
});
