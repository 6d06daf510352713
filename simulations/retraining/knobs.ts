/** Every knob of the retraining race, and the settings that show one thing each. */
import { incrementalSteps, recurringMonths } from "../core/worlds/schedule";
import { newYorkShareAt, priceChangePerStrength, turnPerStrength } from "../core/worlds/strength";
import { replicasKnob, seedKnob } from "../runtime/common-knobs";
import { defineKnobs, definePresets, type Values } from "../runtime/knobs";
import { ownFunction } from "./frames";

const numberWords = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
export const stepsText = numberWords[incrementalSteps]!;
export const recurringText = numberWords[recurringMonths]!;

/** How far the world moves at a strength: houses in thousand €, root mean square; queries in degrees; weather in % of the days. */
export const movedBy = {
  houses: (strength: number): number => strength * priceChangePerStrength,
  queries: (strength: number): number => (strength * turnPerStrength * 180) / Math.PI,
  weather: (strength: number): number => 100 * newYorkShareAt(strength, 1),
} as const;

export const knobs = defineKnobs({
  shape: {
    kind: "choice",
    label: "Shape of the change",
    help: `How the world changes. Sudden: at once. Gradual: more and more examples follow the new world. Incremental: the world itself moves in ${stepsText} monthly steps. Recurring: new and old alternate every ${recurringText} months.`,
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
    help: `How large the change is. Houses: each unit changes prices by ${movedBy.houses(1)} thousand € (root mean square). Queries: each unit rotates the boundary between the two kinds of queries by ${Math.round(movedBy.queries(1))} degrees. Weather: each unit takes ${movedBy.weather(1)} % of the days from New York instead of Seattle, at most all of them.`,
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
    help: "How many new labelled examples arrive each month. A model trained on few examples has a large error by chance. In the weather world, days are drawn with replacement from one month, so more than 30 add little information.",
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
    help: "What the model predicts: the price of a house (linear regression), whether a search query asks for news or for an article (logistic regression), or tomorrow’s highest temperature from real weather records (linear regression).",
    default: "houses",
    options: { houses: "House prices", queries: "Search queries", weather: "Weather (real days)" },
  },
  halfLife: {
    kind: "number",
    label: "Half-life",
    help: "For the weighted strategy. When an example is older by this time, it counts half as much. A longer half-life gives old examples more weight.",
    default: 3,
    min: 0.5,
    max: 12,
    step: 0.5,
    unit: "months",
  },
  window: {
    kind: "number",
    label: "Window",
    help: "For the recent-window strategy. The model is trained on this many of the newest months. Older examples are not used.",
    default: 3,
    min: 1,
    max: 12,
    step: 1,
    unit: "months",
  },
  labelDelay: {
    kind: "number",
    label: "Label delay",
    help: "How many months pass until the true answer (the label) of an example is known. Until then no strategy can use the example.",
    default: 0,
    min: 0,
    max: 6,
    step: 1,
    unit: "months",
  },
  noise: {
    kind: "number",
    label: "Noise",
    help: "How much the prices of equal houses differ (standard deviation). No model can have a smaller error than this.",
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
    help: "How many months the model is in use after its release.",
    default: 24,
    min: 6,
    max: 36,
    step: 1,
    unit: "months",
  },
  onset: {
    kind: "number",
    label: "Month of the change",
    help: "The first month in which the world is different. If it lies after the last month, nothing changes in the run.",
    default: 12,
    min: 1,
    max: 35,
    step: 1,
    onlyWhen: { shape: ["sudden", "gradual", "incremental", "recurring"] },
  },
  rule: {
    kind: "code",
    label: "Your weights",
    help: "A strategy of your own: a function that gives the weight of an example by its age. It is written in the code cell of the lesson.",
    default: "",
    function: ownFunction,
    hidden: true,
  },
  replicas: replicasKnob(
    "How many times the whole experiment is repeated with different random data. Each mark is one repetition. A line is the median of the repetitions; 80 of 100 repetitions lie inside the band.",
  ),
  seed: seedKnob,
});

export type RetrainingValues = Values<typeof knobs>;

export const presets = definePresets(knobs, {
  stable: {
    label: "No change",
    help: "The world does not change. Old examples are as useful as new ones.",
    values: { world: "houses", shape: "none" },
  },
  "sudden-plenty": {
    label: "Sudden, plenty of data",
    help: "A strong, sudden change (strength 3) and 100 new examples a month.",
    values: { world: "houses", shape: "sudden", strength: 3, examplesPerMonth: 100 },
  },
  "sudden-little": {
    label: "Sudden, little data",
    help: "A sudden change (strength 2) and only 9 new examples a month.",
    values: { world: "houses", shape: "sudden", strength: 2, examplesPerMonth: 9 },
  },
  recurring: {
    label: "Back and forth",
    help: `Old and new prices alternate every ${recurringText} months.`,
    values: { world: "houses", shape: "recurring", strength: 2, examplesPerMonth: 14 },
  },
  "slow-slide": {
    label: "Change in small steps",
    help: `Prices change in ${stepsText} monthly steps. 30 new examples arrive each month.`,
    values: { world: "houses", shape: "incremental", strength: 2, examplesPerMonth: 30 },
  },
  weather: {
    label: "The station moves (real days)",
    help: "The models predict tomorrow’s highest temperature in Seattle. In month 12 the weather station moves to New York.",
    values: { world: "weather", shape: "sudden", strength: 2, examplesPerMonth: 30, onset: 12 },
  },
});
