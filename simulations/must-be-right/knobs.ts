/** Every knob of the queries that must be right, and the settings that show one thing each. */
import { replicasKnob, seedKnob } from "../runtime/common-knobs";
import { defineKnobs, definePresets, type Values } from "../runtime/knobs";

export const knobs = defineKnobs({
  weight: {
    kind: "number",
    label: "Weight in training",
    help: "How much a navigational query counts in training, compared with another query.",
    default: 1,
    min: 0.5,
    max: 64,
    step: 0.5,
    scale: "log",
    primary: true,
  },
  share: {
    kind: "number",
    label: "Share of navigational queries",
    help: "The share of the queries in which people look for one site and nothing else.",
    default: 5,
    min: 1,
    max: 40,
    step: 1,
    unit: "%",
    primary: true,
  },
  missCost: {
    kind: "number",
    label: "Cost of one miss",
    help: "The share of the users who leave for good after one navigational query whose site is not in the first place. Each user sends 50 queries a month.",
    default: 10,
    min: 0,
    max: 50,
    step: 1,
    unit: "%",
    primary: true,
  },
  replicas: replicasKnob(
    "How many times the whole experiment is repeated with other queries. Each mark is one repetition. Results are medians; bands hold 80 of 100 replicas.",
  ),
  seed: seedKnob,
});

export type MustBeRightValues = Values<typeof knobs>;

export const presets = definePresets(knobs, {
  unweighted: {
    label: "All queries count the same",
    help: "Navigational queries are few, so they have little influence on the ranker.",
    values: { weight: 1 },
  },
  weighted: { label: "Weight 16", help: "A navigational query counts 16 times.", values: { weight: 16 } },
  rare: {
    label: "One query in a hundred",
    help: "Only 1 % of the queries are navigational, and all queries count the same.",
    values: { share: 1 },
  },
});
