/** A reader's judged scores: threshold and cost of a miss to be moved, and what follows from them. */
import { useMemo, useState } from "react";
import { createStore, useStore } from "zustand";
import type { NumberKnob, Value } from "../runtime/knobs";
import { ChartFigure } from "../ui/chart/chart-figure";
import { Charts } from "../ui/chart/charts";
import { HandleContext, type HandleSource } from "../ui/chart/handle";
import type { Chart } from "../ui/chart/model";
import { tablesOf } from "../ui/chart/table";
import { KnobControl } from "../ui/controls/knob-controls";
import { useBand, useTheme } from "../ui/design/screen";
import { Announce } from "../ui/ink/announce";
import { Said } from "../ui/ink/said";
import { ConfusionMatrix } from "../ui/results/confusion-matrix";
import { ScoreTable } from "../ui/results/score-table";
import { TableView } from "../ui/results/table-view";
import { knobs } from "./knobs";
import { ownCharts } from "./own-charts";
import { type JudgedScores, ownSamples, type ThresholdRange } from "./own-data";
import { readOwn } from "./own-results";
import { ownRows, ownVerdict, ownWords } from "./own-words";
import "../ui/design/slider.css";
import "../ui/controls/knobs.css";
import "../ui/shell/question.css";
import "../ui/shell/settings.css";
import "../ui/results/table.css";
import "./own-scores.css";

const CONSTANT = 'print("0")';
const NO_PINS: ReadonlyMap<string, readonly Chart[]> = new Map();
const ALL = Number.POSITIVE_INFINITY;

/** The experiment's own threshold, over the range of these scores. */
function thresholdKnob({ min, max, step, odds, start }: ThresholdRange): NumberKnob {
  const { scale, ...knob } = knobs.threshold;
  return {
    ...knob,
    help: "From this score on, there is an alarm. A lower threshold catches more positives and raises more false alarms.",
    default: start,
    min,
    max,
    step,
    ...(odds && { scale }),
  };
}

interface Settings {
  readonly values: { readonly threshold: number; readonly missCost: number };
  readonly knobs: { readonly threshold: NumberKnob; readonly missCost: NumberKnob };
}

function useSettings(range: ThresholdRange) {
  const [store] = useState(() =>
    createStore<Settings>(() => ({
      values: { threshold: range.start, missCost: knobs.missCost.default },
      knobs: { threshold: thresholdKnob(range), missCost: knobs.missCost },
    })),
  );
  const [source] = useState<HandleSource>(() => ({
    store,
    actions: {
      set: (name: string, value: Value) =>
        store.setState(({ values }) => ({ values: { ...values, [name]: Number(value) } })),
    },
  }));
  return { ...useStore(store), source };
}

export function OwnJudged({ judged }: { readonly judged: JudgedScores }) {
  const theme = useTheme();
  const band = useBand();
  const { values, knobs: own, source } = useSettings(judged.range);
  const { threshold, missCost } = values;
  const results = useMemo(() => readOwn(judged, { threshold, missCost }), [judged, threshold, missCost]);
  const [main, ...further] = useMemo(() => ownCharts(results), [results]);
  const [open, setOpen] = useState(false);
  const verdict = ownVerdict(results);
  return (
    <div className="dl-own-result dl-own-judged">
      <p className="dl-verdict">
        <Said text={verdict} />
      </p>
      <Announce text={verdict} quiet={false} />
      <HandleContext value={source}>
        <div className="dl-own-bench">
          <ChartFigure chart={main} theme={theme} band={band} moment={ALL} />
          <div className="dl-knobs">
            <KnobControl
              name="threshold"
              knob={own.threshold}
              value={threshold}
              disabled={false}
              onSet={source.actions.set}
            />
            <KnobControl
              name="missCost"
              knob={own.missCost}
              value={missCost}
              disabled={false}
              onSet={source.actions.set}
            />
          </div>
        </div>
        <div className="dl-score-board">
          <ConfusionMatrix
            caption="Your file at this threshold"
            positives="positives"
            negatives="negatives"
            model={results.metrics[0]!}
            constant={results.constant}
            constantName={CONSTANT}
          />
          <ScoreTable
            caption="Metrics of your file"
            columns={[
              { label: "" },
              { label: "Your scores", role: "blue" },
              { label: CONSTANT, role: "grey" },
              { label: "Your scores, 10–90 % of samples", role: "blue" },
            ]}
            rows={ownRows(results)}
            note={`We draw ${ownSamples} samples from your file, each with as many cases as the file, with replacement (bootstrap). In 80 of 100 samples the metric lies in the range of the last column. With few positives the range is wide.`}
          />
        </div>
        <p className="dl-own-words">
          <Said text={ownWords(results)} />
        </p>
        <Charts charts={further} pinned={NO_PINS} theme={theme} band={band} moment={ALL} lastMoment={0} />
      </HandleContext>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>Table of the figures</summary>
        {open && <TableView tables={[main, ...further].flatMap((chart) => tablesOf(chart))} />}
      </details>
    </div>
  );
}
