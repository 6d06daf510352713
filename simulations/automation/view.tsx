"use client";
import { experimentView } from "../experiment-view";
import type { Presentation } from "../ui/shell/presentation";
import { charts } from "./chart";
import { options } from "./degrees";
import type { AutomationFrame } from "./frames";
import { type AutomationValues, knobs, presets } from "./knobs";
import { type AutomationResults, resultsOf } from "./results";
import { automation } from "./simulation";
import { outcome, question, tables, words } from "./words";

const presentation: Presentation<AutomationFrame, AutomationValues, AutomationResults> = {
  simulation: automation,
  knobs,
  presets,
  question,
  options,
  // Frames are of thresholds, all of them drawn: there is no time to move through.
  moments: () => ({ min: 0, max: 0, step: 1, unit: "threshold" }),
  results: resultsOf,
  outcome,
  charts,
  tables,
  words,
};

export default experimentView(presentation);
