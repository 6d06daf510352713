/** Every knob of the drift injector, and the settings that show one thing each. */
import { replicasKnob, seedKnob } from "../runtime/common-knobs";
import { defineKnobs, definePresets, type Values } from "../runtime/knobs";

const drifting = ["concept", "data", "both"];
const moving = ["sudden", "gradual", "incremental", "recurring"];

export const knobs = defineKnobs({
  kind: {
    kind: "choice",
    label: "What drifts",
    help: "Concept drift changes what an example means (X → Y), data drift which examples turn up (X). The weather station knows no such choice: any drift moves it to New York, where both differ.",
    default: "concept",
    options: { none: "Nothing", concept: "Concept (X → Y)", data: "Data (X)", both: "Both" },
    primary: true,
  },
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
    onlyWhen: { kind: drifting },
  },
  strength: {
    kind: "number",
    label: "Strength of the change",
    help: "How far the world moves. Concept: 1 moves house prices by 20 thousand €, root mean square, or turns the queries' boundary by 17 degrees. Data: each unit brings a fifth of the examples from the new place. Weather: half of the days from New York for each unit, all from 2 on.",
    default: 2,
    min: 0,
    max: 4,
    step: 0.1,
    primary: true,
    onlyWhen: { kind: drifting, shape: moving },
  },
  world: {
    kind: "choice",
    label: "World",
    help: "What is predicted: house prices, what a search query wants (news or an article), or tomorrow's highest temperature from real days.",
    default: "houses",
    options: { houses: "House prices", queries: "Search queries", weather: "Weather (real days)" },
  },
  coverage: {
    kind: "choice",
    label: "Training saw it",
    help: "Whether one in ten training examples already came from the place the data drifts to. Weather: whether the training days cover a whole year or only January to March.",
    default: "uncovered",
    options: { covered: "Yes, some of it", uncovered: "No, never" },
  },
  examplesPerMonth: {
    kind: "number",
    label: "Examples a month",
    help: "Requests a month that error and distances are measured on. More examples make every test more sensitive, also to changes that do no harm. The weather has one example a day, so at most thirty-one.",
    default: 300,
    min: 20,
    max: 5000,
    step: 10,
    scale: "log",
  },
  months: {
    kind: "number",
    label: "Months",
    help: "How long the model is watched after its release. It is never retrained.",
    default: 12,
    min: 6,
    max: 36,
    step: 1,
    unit: "months",
  },
  onset: {
    kind: "number",
    label: "Month of the change",
    help: "The first month in which the world is different; it also divides before from after in the summary.",
    default: 6,
    min: 1,
    max: 35,
    step: 1,
  },
  replicas: replicasKnob(
    "How many times the whole experiment is run with other random draws. The lines are medians, the bands hold the middle 80 %.",
  ),
  seed: seedKnob,
});

export type DriftValues = Values<typeof knobs>;

export const presets = definePresets(knobs, {
  inflation: {
    label: "Inflation",
    help: "The same houses come to cost more, in six monthly steps: concept drift that no look at the houses can reveal.",
    values: { world: "houses", kind: "concept", shape: "incremental", strength: 3 },
  },
  "famous-actor-unseen": {
    label: "Famous actor, never seen",
    help: "An actor becomes famous overnight and queries turn up where training had none.",
    values: { world: "queries", kind: "data", shape: "sudden", strength: 2, coverage: "uncovered" },
  },
  "famous-actor-seen": {
    label: "Famous actor, seen before",
    help: "The same crowd of new queries, but training had seen some like them.",
    values: { world: "queries", kind: "data", shape: "sudden", strength: 2, coverage: "covered" },
  },
  "tiny-shift": {
    label: "Tiny shift, many examples",
    help: "A few more queries of a kind the model handles well. It does no harm, and large samples ring all the same.",
    values: {
      world: "queries",
      kind: "data",
      shape: "sudden",
      strength: 0.3,
      coverage: "covered",
      examplesPerMonth: 5000,
    },
  },
  seasons: {
    label: "Seasons (real days)",
    help: "A model of Seattle's last winter, released in January, meets spring and summer: nothing is injected, the calendar is the drift.",
    values: { world: "weather", kind: "none", shape: "none", coverage: "uncovered", months: 24, onset: 3 },
  },
  "new-station": {
    label: "New station (real days)",
    help: "Trained on a full year of Seattle; after another year the days come from New York.",
    values: {
      world: "weather",
      kind: "data",
      shape: "sudden",
      strength: 2,
      coverage: "covered",
      months: 24,
      onset: 12,
    },
  },
});
