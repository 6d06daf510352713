"use client";
import { useMemo } from "react";
import { ShapeGlyph } from "../course/shape-glyph";
import { pagePool } from "../pool";
import { titles } from "../titles";
import { Experiment } from "../ui/shell/experiment";
import type { Presentation } from "../ui/shell/presentation";
import { type EmbeddedExperiment, useExperiment } from "../ui/shell/use-experiment";
import { charts, lastMonth } from "./chart";
import type { RetrainingFrame } from "./frames";
import { knobs, presets, type RetrainingValues } from "./knobs";
import { meaning } from "./meaning";
import { PhaseMap } from "./phase-map";
import { summarize } from "./summary";
import { options, outcome, question, words } from "./words";

const presentation: Presentation<RetrainingFrame, RetrainingValues> = {
  simulation: "retraining",
  title: titles.retraining,
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
  meaning,
};

export default function RetrainingView(props: EmbeddedExperiment) {
  const experiment = useExperiment(presentation, props, pagePool);
  const withMap = useMemo(
    (): typeof presentation => ({
      ...presentation,
      aside: ({ values, run }) => (
        <PhaseMap values={values} ready={run !== undefined} onChoose={experiment.actions.setMany} />
      ),
    }),
    [experiment],
  );
  return <Experiment presentation={withMap} experiment={experiment} />;
}
