"use client";
import { useEffect, useState } from "react";
import { experimentView } from "../experiment-view";
import type { Table } from "../ui/chart/model";
import type { Presentation } from "../ui/shell/presentation";
import { charts } from "./chart";
import type { PipelinesFrame } from "./frames";
import { knobs, type PipelinesValues, presets } from "./knobs";
import { metricRows, stageNames } from "./metric-rows";
import { OwnVoice } from "./own-voice";
import { OneRecording } from "./recording";
import { type PipelinesResults, resultsOf } from "./results";
import { pipelines } from "./simulation";
import { options, outcome, question, words } from "./words";

/** The metrics as they are measured; the chart shows how far they have moved. */
function tables({ metrics }: PipelinesResults): Table[] {
  return [
    {
      caption: "Metrics of the stages, medians over the replicas",
      columns: ["stage", "metric", "unit", "before the change", "after it", "moved (standard errors)"],
      rows: metricRows.map(({ stage, label, unit, digits, times }, m) => {
        const { reference, current, moved } = metrics[m]!;
        const shown = (value: number) => Number((times * value).toFixed(digits));
        return [
          stageNames[stage],
          label,
          unit,
          shown(reference.middle),
          shown(current.middle),
          Number(moved.middle.toFixed(1)),
        ];
      }),
    },
  ];
}

interface BelowProps {
  readonly values: PipelinesValues;
  readonly complete: boolean;
}

/** With the values of the latest whole run: while a knob is dragged nothing is asked for. */
function Below({ values, complete }: BelowProps) {
  const [settled, setSettled] = useState<PipelinesValues>();
  useEffect(() => {
    if (complete) setSettled(values);
  }, [complete, values]);
  if (!settled) return null;
  return (
    <>
      <OneRecording values={settled} />
      <OwnVoice values={settled} />
    </>
  );
}

const presentation: Presentation<PipelinesFrame, PipelinesValues, PipelinesResults> = {
  simulation: pipelines,
  knobs,
  presets,
  question,
  options,
  results: resultsOf,
  outcome,
  charts,
  words,
  tables,
  slots: {
    below: ({ values, results }) => <Below values={values} complete={results.run.complete} />,
  },
};

export default experimentView(presentation);
