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
  results: resultsOf,
  outcome,
  charts,
  tables,
  words,
};

export default experimentView(presentation);
