/** Every knob of the alarm bench, and the settings that show one thing each. */
import { replicasKnob, seedKnob } from "../runtime/common-knobs";
import { defineKnobs, definePresets, type Values } from "../runtime/knobs";

export const knobs = defineKnobs({
  threshold: {
    kind: "number",
    label: "Threshold",
    help: "An alarm is raised when the mean of a metric over the window lies this many standard deviations above or below what is usual at this hour.",
    default: 4,
    min: 1.5,
    max: 10,
    step: 0.1,
    unit: "standard deviations",
    primary: true,
  },
  window: {
    kind: "number",
    label: "Window",
    help: "The alarm looks at the mean of the last so many hours. A longer window has less noise and answers later.",
    default: 6,
    min: 1,
    max: 72,
    step: 1,
    scale: "log",
    unit: "hours",
    primary: true,
  },
  metrics: {
    kind: "choice",
    label: "Metrics with an alarm",
    help: "Which metrics can raise an alarm. Pruned: five of the nine, chosen so that each fault is still seen by one of them.",
    default: "all",
    options: { all: "All nine", software: "Software", input: "Input", output: "Output", pruned: "Pruned" },
    primary: true,
  },
  fault: {
    kind: "choice",
    label: "Fault",
    help: "What happens three times in six weeks, at times drawn at random. Hidden: drawn too, holidays included. A holiday is no fault: fewer people search.",
    default: "hidden",
    options: {
      hidden: "Hidden",
      load: "Load",
      leak: "Memory leak",
      microphone: "Microphone firmware",
      nulls: "Missing clips",
      drift: "Concept drift",
      holiday: "Holiday (no fault)",
      none: "None",
    },
  },
  rule: {
    kind: "choice",
    label: "Rule",
    help: "What raises the alarm. Threshold: your threshold and window. Burn rate: how fast slow or failed requests use up an error budget of 1 %, over two windows at once. Page–Hinkley, DDM, EDDM, ADWIN and KSWIN watch repeated searches. PSI and KS compare the levels of the clips with the first two weeks.",
    default: "threshold",
    options: {
      threshold: "Threshold",
      "burn-rate": "Burn rate",
      "page-hinkley": "Page–Hinkley",
      ddm: "DDM",
      eddm: "EDDM",
      adwin: "ADWIN",
      kswin: "KSWIN",
      psi: "PSI above 0.25",
      ks: "KS test",
    },
  },
  fatigue: {
    kind: "choice",
    label: "Alarm fatigue",
    help: "Our assumption: with f false alarms a week, an alert is read with probability 1 / (1 + f / 4); what is not read is raised again after 12 hours. Off: every alert is read.",
    default: "off",
    options: { on: "On", off: "Off" },
  },
  replicas: replicasKnob(
    "How many times the whole bench is repeated: another recogniser, other requests, faults at other times. Results are medians; bands hold 80 of 100 replicas.",
  ),
  seed: seedKnob,
});

export type MonitoringValues = Values<typeof knobs>;
export type RuleName = MonitoringValues["rule"];

export const presets = definePresets(knobs, {
  nervous: {
    label: "Low threshold",
    help: "Everything is noticed, and there are false alarms all week.",
    values: { threshold: 2, window: 3, metrics: "all" },
  },
  calm: {
    label: "High threshold",
    help: "Hardly a false alarm; some faults are noticed late or never.",
    values: { threshold: 8, window: 6, metrics: "all" },
  },
  "software-only": {
    label: "Software metrics only",
    help: "Servers are watched, inputs and outputs are not.",
    values: { threshold: 4, metrics: "software", fault: "drift" },
  },
  "drift-only": {
    label: "Concept drift",
    help: "What two words stand for changes. Which metric shows it?",
    values: { threshold: 4, metrics: "all", fault: "drift" },
  },
  tired: {
    label: "Alarm fatigue",
    help: "Alerts that come too often are not read.",
    values: { threshold: 2.5, window: 3, metrics: "all", fatigue: "on" },
  },
});
