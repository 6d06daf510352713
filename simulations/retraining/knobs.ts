/** Every knob of the retraining race, and the settings that show one thing each. */
import { replicasKnob, seedKnob } from "../runtime/common-knobs";
import { defineKnobs, definePresets, type Values } from "../runtime/knobs";

export const knobs = defineKnobs({
  shape: {
    kind: "choice",
    label: "Shape of the change",
    help: "How the world moves from the old to the new: at once, example by example, in six steps, or back and forth every three months.",
    default: "sudden",
    options: {
      none: "No change",
      sudden: "Sudden",
      gradual: "Gradual",
      incremental: "Incremental",
      recurring: "Recurring",
    },
    primary: true,
  },
  strength: {
    kind: "number",
    label: "Strength of the change",
    help: "How far the world moves. Houses: 1 moves prices by 20 thousand €, root mean square. Queries: 1 turns the boundary by 17 degrees. Weather: the share of days from New York, all of them from 2 on.",
    default: 2,
    min: 0,
    max: 4,
    step: 0.1,
    primary: true,
    onlyWhen: { shape: ["sudden", "gradual", "incremental", "recurring"] },
  },
  examplesPerMonth: {
    kind: "number",
    label: "New examples a month",
    help: "Labelled examples that each month brings. Few examples make a model that is trained on them alone shaky. In the weather world days are drawn with replacement, so more than thirty bring little that is new.",
    default: 14,
    min: 5,
    max: 200,
    step: 1,
    scale: "log",
    primary: true,
  },
  world: {
    kind: "choice",
    label: "World",
    help: "What is predicted: house prices (linear regression), what a search query wants (logistic regression), or tomorrow's highest temperature from real days (linear regression).",
    default: "houses",
    options: { houses: "House prices", queries: "Search queries", weather: "Weather (real days)" },
  },
  halfLife: {
    kind: "number",
    label: "Half-life",
    help: "Weighted strategy: an example this much older than the newest counts half as much. Longer remembers more.",
    default: 3,
    min: 0.5,
    max: 12,
    step: 0.5,
    unit: "months",
  },
  window: {
    kind: "number",
    label: "Window",
    help: "Window strategy: only the newest months of this number are used, everything older is dropped.",
    default: 3,
    min: 1,
    max: 12,
    step: 1,
    unit: "months",
  },
  labelDelay: {
    kind: "number",
    label: "Label delay",
    help: "Months until the true answer of an example is known. Until then no strategy can learn from it.",
    default: 0,
    min: 0,
    max: 6,
    step: 1,
    unit: "months",
  },
  noise: {
    kind: "number",
    label: "Noise",
    help: "How much the prices of equal houses differ (standard deviation): the error that no model can avoid.",
    default: 20,
    min: 5,
    max: 40,
    step: 1,
    unit: "thousand €",
    onlyWhen: { world: ["houses"] },
  },
  months: {
    kind: "number",
    label: "Months",
    help: "How long the service runs after its release.",
    default: 24,
    min: 6,
    max: 36,
    step: 1,
    unit: "months",
  },
  onset: {
    kind: "number",
    label: "Month of the change",
    help: "The first month in which the world is different. Beyond the last month nothing changes.",
    default: 12,
    min: 1,
    max: 35,
    step: 1,
    onlyWhen: { shape: ["sudden", "gradual", "incremental", "recurring"] },
  },
  replicas: replicasKnob(
    "How many times the whole race is run with other random draws. The lines are medians, the bands hold the middle 80 %.",
  ),
  seed: seedKnob,
});

export type RetrainingValues = Values<typeof knobs>;

export const presets = definePresets(knobs, {
  stable: {
    label: "No change",
    help: "Nothing drifts: old examples are as good as new ones.",
    values: { world: "houses", shape: "none" },
  },
  "sudden-plenty": {
    label: "Sudden, plenty of data",
    help: "A strong change overnight, and a hundred new examples a month to learn it from.",
    values: { world: "houses", shape: "sudden", strength: 3, examplesPerMonth: 100 },
  },
  "sudden-little": {
    label: "Sudden, little data",
    help: "A change overnight and only a handful of new examples a month.",
    values: { world: "houses", shape: "sudden", strength: 2, examplesPerMonth: 9 },
  },
  recurring: {
    label: "Back and forth",
    help: "Old and new alternate every three months, as seasons do.",
    values: { world: "houses", shape: "recurring", strength: 2, examplesPerMonth: 14 },
  },
  "slow-slide": {
    label: "Slow slide",
    help: "The world moves in six monthly steps: there is no day on which anything happened.",
    values: { world: "houses", shape: "incremental", strength: 2, examplesPerMonth: 30 },
  },
  weather: {
    label: "The station moves (real days)",
    help: "Tomorrow's temperature in Seattle; in the month of the change the station moves to New York.",
    values: { world: "weather", shape: "sudden", strength: 2, examplesPerMonth: 30, onset: 12 },
  },
});
