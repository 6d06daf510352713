/** The two knobs that every simulation has. */
import type { NumberKnob } from "./knobs";

export const seedKnob = {
  kind: "number",
  label: "Seed",
  help: "All random draws follow from this number: the same seed gives the same result.",
  default: 1,
  min: 0,
  max: 2_147_483_647,
  step: 1,
  hidden: true,
} as const satisfies NumberKnob;

/** @param help what one replica is and what is shown of many */
export const replicasKnob = (help: string) =>
  ({ kind: "number", label: "Replicas", help, default: 32, min: 1, max: 128, step: 1 }) as const satisfies NumberKnob;
