import type { Condition } from "./frames";

/** The places of the release test, as they are named everywhere. */
export const conditionLabels: Readonly<Record<Condition, string>> = {
  quiet: "Quiet room",
  car: "Car",
  crowd: "Crowd",
  narrow: "Narrow-band microphone",
};
