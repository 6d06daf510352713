"use client";
import { ShapeGlyph } from "../course/shape-glyph";
import { experimentView } from "../experiment-view";
import type { Presentation } from "../ui/shell/presentation";
import { charts, lastMonth } from "./chart";
import type { RetrainingFrame } from "./frames";
import { knobs, presets, type RetrainingValues } from "./knobs";
import { meaning } from "./meaning";
import { ownCode } from "./own-code";
import { PhaseMap } from "./phase-map";
import { type RetrainingResults, resultsOf } from "./results";
import { retraining } from "./simulation";
import { options, outcome, question, words } from "./words";

const presentation: Presentation<RetrainingFrame, RetrainingValues, RetrainingResults> = {
  simulation: retraining,
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
  meaning,
  code: ownCode,
  slots: {
    beside: ({ values, results, actions }) => (
      <PhaseMap values={values} ready={results !== undefined} onChoose={actions.setMany} />
    ),
  },
};

export default experimentView(presentation);
