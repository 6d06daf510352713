"use client";
import { ShapeGlyph } from "../course/shape-glyph";
import { pagePool } from "../pool";
import { titles } from "../titles";
import { Experiment } from "../ui/shell/experiment";
import type { Presentation } from "../ui/shell/presentation";
import { type EmbeddedExperiment, useExperiment } from "../ui/shell/use-experiment";
import { meaningOf } from "./change";
import { charts } from "./chart";
import { options } from "./evidence";
import type { DriftFrame } from "./frames";
import { type DriftValues, knobs, presets } from "./knobs";
import { lastMonth, summarize } from "./summary";
import { outcome, question, words } from "./words";

const presentation: Presentation<DriftFrame, DriftValues> = {
  simulation: "drift",
  title: titles.drift,
  knobs,
  presets,
  question,
  options,
  moments: (values) => ({ min: 0, max: lastMonth(values), step: 1, unit: "month" }),
  outcome,
  charts,
  words,
  summarize,
  optionGlyph: (knob, option) => (knob === "shape" ? <ShapeGlyph shape={option} /> : null),
  meaning: meaningOf,
};

export default function DriftView(props: EmbeddedExperiment) {
  return <Experiment presentation={presentation} experiment={useExperiment(presentation, props, pagePool)} />;
}
