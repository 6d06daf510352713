/** What faults and parts are called. */
import type { FaultKind } from "../core/worlds/parts";
import { knobs, type PartName } from "./knobs";

export const partLabel = (name: PartName): string => knobs[name].label;
/** In a sentence. */
export const partText = (name: PartName): string => partLabel(name).toLowerCase();

export const faultLabels: Readonly<Record<FaultKind, string>> = {
  unit: "Changed unit",
  null: "Empty column",
  spike: "Traffic spike",
  skew: "Training–serving skew",
  stale: "Stale model",
};
