/** Every knob of the slice explorer, and the settings that show one thing each. */
import { replicasKnob, seedKnob } from "../runtime/common-knobs";
import { defineKnobs, definePresets, type Values } from "../runtime/knobs";

export const knobs = defineKnobs({
  groupShare: {
    kind: "number",
    label: "Share of Maple",
    help: "The share of the applications that come from the small group, Maple. The others come from Larch. Both groups are invented.",
    default: 10,
    min: 2,
    max: 50,
    step: 1,
    unit: "%",
    primary: true,
  },
  threshold: {
    kind: "number",
    label: "Threshold",
    help: "An application is accepted when the model’s probability of repayment lies above this value.",
    default: 0.5,
    min: 0.05,
    max: 0.95,
    step: 0.01,
    primary: true,
  },
  policy: {
    kind: "choice",
    label: "Thresholds of the groups",
    help: "One: the same threshold for both groups. The others decide each group by a rule of its own, chosen on other applications. Parity: the same share is accepted. Opportunity: of those who repay, the same share is accepted. Odds: the same share is accepted of those who repay, and also of those who do not; for this some decisions are drawn by lot.",
    default: "one",
    options: { one: "One", parity: "Parity", opportunity: "Opportunity", odds: "Odds" },
    primary: true,
  },
  baseRateGap: {
    kind: "number",
    label: "Difference of the base rates",
    help: "How many percentage points fewer loans are repaid in Maple than in Larch (60 %).",
    default: 15,
    min: 0,
    max: 40,
    step: 1,
    unit: "points",
  },
  weight: {
    kind: "number",
    label: "Weight of Maple in training",
    help: "How much an application of Maple counts in training, compared with one of Larch.",
    default: 1,
    min: 1,
    max: 20,
    step: 0.5,
    scale: "log",
  },
  replicas: replicasKnob(
    "How many times the whole experiment is repeated with other applications. Each mark is one repetition. Results are medians; bands hold 80 of 100 replicas.",
  ),
  seed: seedKnob,
});

export type SlicesValues = Values<typeof knobs>;
export type Policy = SlicesValues["policy"];

export const presets = definePresets(knobs, {
  "small-group": {
    label: "A very small group",
    help: "One application in 33 comes from Maple. The average hardly changes when Maple is served badly.",
    values: { groupShare: 3 },
  },
  weighted: {
    label: "More weight for Maple",
    help: "Applications of Maple count eight times in training.",
    values: { weight: 8 },
  },
  parity: {
    label: "Same share accepted",
    help: "Each group has its own threshold, so that the same share of both groups is accepted.",
    values: { policy: "parity" },
  },
  opportunity: {
    label: "Same chance for those who repay",
    help: "Each group has its own threshold, so that the same share of those who repay is accepted.",
    values: { policy: "opportunity" },
  },
  odds: {
    label: "Equal odds",
    help: "The same shares are accepted of those who repay and of those who do not. Some decisions in Larch are drawn by lot.",
    values: { policy: "odds" },
  },
  "equal-base-rates": {
    label: "Equal base rates",
    help: "Both groups repay equally often. With equal odds, all four measures are met at once.",
    values: { policy: "odds", baseRateGap: 0 },
  },
});
