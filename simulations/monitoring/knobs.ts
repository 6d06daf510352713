/** Every knob of the alarm bench, and the settings that show one thing each. */
import { replicasKnob, seedKnob } from "../runtime/common-knobs";
import { defineKnobs, definePresets, type Values } from "../runtime/knobs";
import { ownFunction } from "./frames";

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
    help: "The alarm uses the mean of the last so many hours. A longer window has less noise, and the alarm comes later.",
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
    help: "Which metrics can raise an alarm. Pruned: server load, memory, input volume, missing clips and repeated searches. The other four almost never alerted first alone.",
    default: "all",
    options: { all: "All nine", software: "Software", input: "Input", output: "Output", pruned: "Pruned" },
    primary: true,
  },
  fault: {
    kind: "choice",
    label: "Fault",
    help: "What happens three times in six weeks. Times, sizes and how slowly a fault grows are drawn at random; small faults are common. Hidden: what happens is drawn too, holidays included. A holiday is no fault: fewer people search.",
    default: "hidden",
    options: {
      hidden: "Hidden",
      load: "Overload",
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
    help: "What raises the alarm. Threshold: your threshold and window. Burn rate: how fast slow or failed requests use up an error budget of 1 %, over a long and a short window at once (SRE Workbook 2018). Page–Hinkley, DDM, EDDM, ADWIN and KSWIN watch repeated searches, with their published parameters. PSI and the KS test compare the volume of the clips in your window with the two weeks before.",
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
    help: "Our assumption: with f false alarms a week, an alert is read with probability 1 / (1 + f / 4); while the alarm is on, an alert is sent again every 12 hours. Off: every alert is read.",
    default: "off",
    options: { on: "On", off: "Off" },
  },
  diagnosis: {
    kind: "acts",
    label: "What you say happened",
    help: "The event that you named, and the day on which you named it. Days are counted since the watch began. The alarms do not depend on it.",
    default: "",
    acts: {
      load: "Overload",
      leak: "Memory leak",
      microphone: "Microphone firmware",
      nulls: "Missing clips",
      drift: "Concept drift",
      holiday: "Holiday",
    },
    time: { min: 1, max: 42, step: 1, unit: "day" },
    atMost: 1,
    hidden: true,
  },
  alarm: {
    kind: "code",
    label: "Your code",
    help: "An alarm rule of your own: a function that sees the last hours of all nine metrics. It is written in the code cell of the lesson.",
    default: "",
    function: ownFunction,
    hidden: true,
  },
  replicas: replicasKnob(
    "How many times the whole bench is repeated: another recogniser, other requests, faults at other times. Results are medians; bands hold 80 of 100 replicas.",
  ),
  seed: seedKnob,
});

export type MonitoringValues = Values<typeof knobs>;
export type RuleName = MonitoringValues["rule"];
export type Diagnosis = keyof typeof knobs.diagnosis.acts;

export const presets = definePresets(knobs, {
  guess: {
    label: "Guess the event",
    help: "Three hidden events in six weeks. Say what happened before it is told.",
    values: { threshold: 4, window: 6, metrics: "all", fault: "hidden", rule: "threshold", fatigue: "off" },
  },
  nervous: {
    label: "Low threshold",
    help: "Almost every fault is noticed within hours, and there are false alarms all week.",
    values: { threshold: 2, window: 6, metrics: "all", fault: "hidden", rule: "threshold", fatigue: "off" },
  },
  high: {
    label: "High threshold",
    help: "Hardly any false alarms. Some faults are noticed late or never.",
    values: { threshold: 8, window: 6, metrics: "all", fault: "hidden", rule: "threshold", fatigue: "off" },
  },
  drift: {
    label: "Concept drift only",
    help: "What people mean by two words changes. Which metrics show it?",
    values: { threshold: 4, window: 6, metrics: "all", fault: "drift", rule: "threshold", fatigue: "off" },
  },
  "small-n": {
    label: "PSI, one hour, no fault",
    help: "Nothing happens. PSI is computed from the clips of one hour, so from few clips.",
    values: { window: 1, fault: "none", rule: "psi", fatigue: "off" },
  },
  tired: {
    label: "Alarm fatigue",
    help: "Alerts that come too often are not read. Both a low and a high threshold bring help late.",
    values: { threshold: 2, window: 6, metrics: "all", fault: "hidden", rule: "threshold", fatigue: "on" },
  },
});
