/** Every knob of the release desk, and the settings that show one thing each. */
import { replicasKnob, seedKnob } from "../runtime/common-knobs";
import { defineKnobs, definePresets, type Values } from "../runtime/knobs";
import { checkLevel, deadlineMs, minutesAfter, plannedSteps, rowNames } from "./frames";

const longestStep = 60;
const percent = (share: number) => `${Number((100 * share).toFixed(2))} %`;

export const knobs = defineKnobs({
  pattern: {
    kind: "choice",
    label: "Pattern",
    help: "Recreate: the new version replaces the old one at once, and going back means starting the old version again. Blue-green: all phones go to green at once, and blue keeps running. Canary: green gets a few phones first, then more. Shadow: green judges every phone, but its verdicts are not used.",
    default: "canary",
    options: { replace: "Recreate", "blue-green": "Blue-green", canary: "Canary", shadow: "Shadow" },
    primary: true,
  },
  firstStep: {
    kind: "number",
    label: "First step",
    help: "Share of the phones that green gets first. The next steps are 25 %, 50 % and all.",
    default: 5,
    min: 1,
    max: 50,
    step: 1,
    unit: "% of phones",
    primary: true,
    onlyWhen: { pattern: ["canary"] },
  },
  stageMinutes: {
    kind: "number",
    label: "Time per step",
    help: "How long each step of the canary lasts. The other patterns take three times as long, so that all patterns have the same time.",
    default: 20,
    min: 1,
    max: longestStep,
    step: 1,
    unit: "minutes",
    primary: true,
  },
  candidate: {
    kind: "choice",
    label: "New version",
    help: "What green really is. Hidden: drawn at random in each replica. You are told when you have decided or the release is over.",
    default: "hidden",
    options: {
      hidden: "Hidden",
      better: "Better",
      same: "The same",
      "slice-regression": "Worse on one line",
      worse: "Worse",
      slow: "Slow",
    },
  },
  judge: {
    kind: "choice",
    label: "Who decides",
    help: "You: the steps come at their planned times until you promote or roll back. In shadow mode, green’s verdicts are not used until you promote it. An analysis: a statistical test compares green with blue on the phones that inspectors reviewed. It rolls green back when green is so much worse that chance is an unlikely reason.",
    default: "none",
    options: { none: "You", analysis: "An analysis" },
  },
  slices: {
    kind: "choice",
    label: "Compared",
    help: `Whether all phones are compared together, or each production line too. This also holds when you decide. An analysis that tests ${rowNames.length} rates instead of one tests each of them at a stricter level: ${percent(checkLevel / rowNames.length)} instead of ${percent(checkLevel)} (Bonferroni correction).`,
    default: "off",
    options: { off: "All phones together", on: "Each line too" },
  },
  latency: {
    kind: "choice",
    label: "Latency check",
    help: `Whether the analysis also fails when green’s 95th percentile of latency is above ${deadlineMs} ms. After ${deadlineMs} ms the belt moves on.`,
    default: "on",
    options: { on: "On", off: "Off" },
    onlyWhen: { judge: ["analysis"] },
  },
  looks: {
    kind: "number",
    label: "Checks",
    help: "How many times the analysis checks before green keeps all phones. The checks are evenly spread.",
    default: 6,
    min: 1,
    max: 60,
    step: 1,
    onlyWhen: { judge: ["analysis"] },
  },
  rule: {
    kind: "choice",
    label: "Test",
    help: `Fixed: each check tests at ${percent(checkLevel)}, as if it were the only one. Sequential: a test that stays valid however often the analysis checks (mixture sequential probability ratio test).`,
    default: "fixed",
    options: { fixed: `Fixed, ${percent(checkLevel)} per check`, sequential: "Sequential" },
    onlyWhen: { judge: ["analysis"] },
  },
  phonesPerMinute: {
    kind: "number",
    label: "Phones a minute",
    help: "How many phones the four production lines deliver together.",
    default: 200,
    min: 20,
    max: 400,
    step: 10,
    unit: "phones",
  },
  auditShare: {
    kind: "number",
    label: "Audit sample",
    help: "Share of the phones that an inspector also reviews. The right answer is known only for these phones, and for them the inspector’s verdict counts.",
    default: 25,
    min: 1,
    max: 100,
    step: 1,
    unit: "% of phones",
  },
  decisions: {
    kind: "acts",
    label: "Your decisions",
    help: "Promote sends every phone to green, roll back sends every phone to blue, from the minute given. Minutes are counted since the release began.",
    default: "",
    acts: { promote: "Promote", rollback: "Roll back" },
    time: { min: 0, max: plannedSteps * longestStep + minutesAfter, step: 1, unit: "minute" },
    atMost: 4,
    hidden: true,
    formerly: {
      names: ["decision", "decideAt"],
      read: ({ decision = "none", decideAt = "0" }) => (decision === "none" ? "" : `${decideAt}:${decision}`),
    },
  },
  replicas: replicasKnob(
    "How many times the release is repeated, each time with newly trained models and different phones. Results are medians; bands hold 80 of 100 replicas.",
  ),
  seed: seedKnob,
});

export type ReleaseValues = Values<typeof knobs>;
/** What the learner can do with a release. */
export type ReleaseAct = keyof typeof knobs.decisions.acts;

export const presets = definePresets(knobs, {
  "your-desk": {
    label: "You decide",
    help: "A canary. You do not know what green is.",
    values: { pattern: "canary", candidate: "hidden", judge: "none" },
  },
  "blind-switch": {
    label: "Switch, no checks",
    help: "A worse version gets all phones at once, and nobody checks it.",
    values: { pattern: "blue-green", candidate: "worse", judge: "none" },
  },
  "canary-catches": {
    label: "Canary with analysis",
    help: "The same worse version gets a few phones first, and an analysis checks it.",
    values: { pattern: "canary", candidate: "worse", judge: "analysis" },
  },
  "shadow-waits": {
    label: "Better, but in shadow",
    help: "A better version stays in shadow for an hour. It harms nobody, and nobody benefits from it.",
    values: { pattern: "shadow", candidate: "better", judge: "analysis" },
  },
  "hidden-line": {
    label: "All lines together",
    help: "Green is worse on the new line and better on the others. The analysis compares all phones together.",
    values: { pattern: "canary", candidate: "slice-regression", judge: "analysis", slices: "off" },
  },
  "line-by-line": {
    label: "Line by line",
    help: "The same green. Now the analysis compares each production line too.",
    values: { pattern: "canary", candidate: "slice-regression", judge: "analysis", slices: "on" },
  },
  "sixty-looks": {
    label: "Sixty checks",
    help: "Green is the same model as blue, and the analysis checks every minute. How often is this harmless version rolled back?",
    values: { pattern: "blue-green", candidate: "same", judge: "analysis", looks: 60 },
  },
});
