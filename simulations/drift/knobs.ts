/** Every knob of the drift injector, and the settings that show one thing each. */
import { gradualWidthMonths, incrementalSteps, recurringMonths } from "../core/worlds/schedule";
import { inflationPerStrength, newShareAt, newYorkShareAt, turnPerStrength } from "../core/worlds/strength";
import { replicasKnob, seedKnob } from "../runtime/common-knobs";
import { defineKnobs, definePresets, type Values } from "../runtime/knobs";

const drifting = ["concept", "data", "both"];
const moving = ["sudden", "gradual", "incremental", "recurring"];

/** Share of training examples from the place the data drifts to, when training saw it. */
export const coveredShare = 0.1;

/** Share of a month's examples from the place the data drifts to, when the drift has this level. */
export function newShareOf(
  { kind, strength, coverage }: Pick<DriftValues, "kind" | "strength" | "coverage">,
  level: number,
) {
  const seen = coverage === "covered" ? coveredShare : 0;
  return kind === "concept" || kind === "none" ? seen : seen + (1 - seen) * newShareAt(strength, level);
}

const percent = (share: number) => Math.round(share * 100);
export const degreesAt = (strength: number): number => Math.round((strength * turnPerStrength * 180) / Math.PI);

export const knobs = defineKnobs({
  kind: {
    kind: "choice",
    label: "What drifts",
    help: "Concept drift: the true answer to the same input becomes different (X → Y changes). Data drift: different inputs arrive (X changes). In the weather world every drift brings days from New York, where both the inputs and the true answers are different.",
    default: "concept",
    options: { none: "Nothing", concept: "Concept (X → Y)", data: "Data (X)", both: "Both" },
    primary: true,
  },
  shape: {
    kind: "choice",
    label: "Shape of the change",
    help: `How the change arrives. Sudden: all at once. Gradual: more and more examples follow the new world, over about ${2 * gradualWidthMonths} months. Incremental: the world itself changes, in ${incrementalSteps} monthly steps. Recurring: ${recurringMonths} months new, then ${recurringMonths} months old, and so on.`,
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
    help: `How large the change is. Concept drift: each unit raises all house prices by ${percent(inflationPerStrength)} %, or rotates the boundary between the two kinds of queries by ${degreesAt(1)} degrees. Data drift: each unit replaces ${percent(newShareAt(1, 1))} % of the examples with examples from a new place. Weather: each unit replaces ${percent(newYorkShareAt(1, 1))} % of the days with days from New York, at most all of them.`,
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
    help: "What the model predicts: the price of a house, whether a search query wants news or an article, or tomorrow’s highest temperature (real days).",
    default: "houses",
    options: { houses: "House prices", queries: "Search queries", weather: "Weather (real days)" },
  },
  coverage: {
    kind: "choice",
    label: "Seen in training",
    help: `Whether ${percent(coveredShare)} % of the training examples already came from the new place. In the weather world: whether the training days cover the whole year or only January to March.`,
    default: "uncovered",
    options: { covered: "Yes", uncovered: "No" },
  },
  examplesPerMonth: {
    kind: "number",
    label: "Examples a month",
    help: "How many examples of each month are used to measure the error and the distances. With more examples every test finds smaller changes, even harmless ones. The weather world has one example a day, so 31 at most.",
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
    help: "The first month in which the world is different. Months are counted from 0. The results compare the months before the change with the months from the change on.",
    default: 6,
    min: 1,
    max: 35,
    step: 1,
  },
  replicas: replicasKnob(
    "How many times the whole experiment is repeated with different random draws. A line is the median of the replicas. Of 100 replicas, 80 lie inside the band.",
  ),
  seed: seedKnob,
});

export type DriftValues = Values<typeof knobs>;

export const presets = definePresets(knobs, {
  inflation: {
    label: "Inflation",
    help: `Concept drift: every house costs more, in ${incrementalSteps} monthly steps. The houses themselves do not change.`,
    values: { world: "houses", kind: "concept", shape: "incremental", strength: 3 },
  },
  "famous-actor-unseen": {
    label: "Famous actor, not in training",
    help: "Data drift: an actor becomes famous overnight. Many queries arrive where training had none.",
    values: { world: "queries", kind: "data", shape: "sudden", strength: 2, coverage: "uncovered" },
  },
  "famous-actor-seen": {
    label: "Famous actor, seen in training",
    help: "The same data drift, but training already had some queries about the actor.",
    values: { world: "queries", kind: "data", shape: "sudden", strength: 2, coverage: "covered" },
  },
  "tiny-shift": {
    label: "Tiny shift, many examples",
    help: "A few more queries of a kind that the model answers well, measured on 5,000 queries a month. The shift does no harm, and the KS test still raises an alarm.",
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
    help: "A model trained on one winter in Seattle is released in January and then meets spring and summer. We change nothing: the seasons are the drift.",
    values: { world: "weather", kind: "none", shape: "none", coverage: "uncovered", months: 24, onset: 3 },
  },
  "new-station": {
    label: "New station (real days)",
    help: "A model is trained on a whole year in Seattle. After one more year the days come from New York.",
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
