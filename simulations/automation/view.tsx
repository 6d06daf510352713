"use client";
import { pagePool } from "../pool";
import { titles } from "../titles";
import { Experiment } from "../ui/shell/experiment";
import type { Presentation } from "../ui/shell/presentation";
import { type EmbeddedExperiment, useExperiment } from "../ui/shell/use-experiment";
import { charts } from "./chart";
import { options } from "./degrees";
import type { AutomationFrame } from "./frames";
import { type AutomationValues, knobs, presets } from "./knobs";
import { summarize } from "./summary";
import { outcome, question, tables, words } from "./words";

const presentation: Presentation<AutomationFrame, AutomationValues> = {
  simulation: "automation",
  title: titles.automation,
  knobs,
  presets,
  question,
  options,
  outcome,
  charts,
  tables,
  words,
  summarize,
};

export default function AutomationView(props: EmbeddedExperiment) {
  return <Experiment presentation={presentation} experiment={useExperiment(presentation, props, pagePool)} />;
}
