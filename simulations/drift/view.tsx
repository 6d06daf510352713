"use client";
import { ShapeGlyph } from "../course/shape-glyph";
import { experimentView } from "../experiment-view";
import type { Presentation } from "../ui/shell/presentation";
import { meaningOf } from "./change";
import { charts } from "./chart";
import { options } from "./evidence";
import type { DriftFrame } from "./frames";
import { type DriftValues, knobs, presets } from "./knobs";
import { type DriftResults, resultsOf } from "./results";
import { drift } from "./simulation";
import { lastMonth } from "./summary";
import { outcome, question, words } from "./words";

const presentation: Presentation<DriftFrame, DriftValues, DriftResults> = {
  simulation: drift,
  knobs,
  presets,
  question,
  options,
  moments: (values) => ({ min: 0, max: lastMonth(values), step: 1, unit: "month" }),
  results: resultsOf,
  outcome,
  charts,
  words,
  optionGlyph: (knob, option) => (knob === "shape" ? <ShapeGlyph shape={option} /> : null),
  meaning: meaningOf,
};

export default experimentView(presentation);
