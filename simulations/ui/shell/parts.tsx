/**
 * The parts of an experiment that follow its run, each at its own pace: charts at every frame of the screen, the rest a
 * little later, so that no single task grows long while a slider is dragged.
 */
import { memo, useEffect, useMemo, useRef } from "react";
import type { ExperimentState } from "../../runtime/experiment-state";
import type { AnyValues } from "../../runtime/knobs";
import type { Experiment } from "../../runtime/store";
import { kindOf } from "../chart/kinds";
import { withPinned } from "../chart/kinds/intervals/pinned";
import type { Chart, IntervalChart, Table } from "../chart/model";
import { sameMeasure } from "../chart/same-measure";
import { tablesOf } from "../chart/table";
import { settingsText, tidyCsv, tidyRows } from "../chart/tidy";
import type { Theme } from "../design/tokens";
import type { Band } from "../design/type-scale";
import { TableView } from "../results/table-view";
import type { Outcome } from "../results/verdict";
import { Words } from "../results/words";
import type { Presentation } from "./presentation";
import { resultsOf } from "./results-of";
import { chartsOf, isTold, madeGuess, outcomeOf, shownMoment, shownRun } from "./shown";
import { useFramed } from "./use-framed";

export interface PartProps {
  readonly presentation: Presentation;
  readonly experiment: Experiment;
}

/** What a part has drawn. */
export type Shown = Pick<ExperimentState, "run" | "moment" | "pins">;

interface SlowPartProps extends PartProps {
  /** Told after the part has been drawn. */
  readonly onShown?: ((shown: Shown) => void) | undefined;
}

export interface DrawnPartProps extends PartProps {
  readonly theme: Theme;
  readonly band: Band;
}

const whole = (state: ExperimentState): ExperimentState => state;

/** The charts of the pinned runs that are drawn with the reader's own, by chart; those that measure something else are left out. */
export function pinnedCharts(
  presentation: Presentation,
  pins: ExperimentState["pins"],
  moment: number,
  shown: readonly Chart[],
): ReadonlyMap<string, readonly Chart[]> {
  const byChart = new Map<string, Chart[]>();
  for (const pin of pins) {
    if (!pin.run) continue;
    for (const chart of chartsOf(presentation, pin.run, pin.values, moment))
      if (kindOf(chart).compared === "drawn" && shown.some((own) => sameMeasure(own, chart)))
        byChart.set(chart.id, [...(byChart.get(chart.id) ?? []), chart]);
  }
  return byChart;
}

/** Charts that take the figures of the pinned runs into themselves, such as rows of intervals: a pin stands in every comparison. */
export function comparedCharts(
  presentation: Presentation,
  charts: readonly Chart[],
  pins: ExperimentState["pins"],
  moment: number,
): readonly Chart[] {
  if (pins.length === 0 || !charts.some((chart) => kindOf(chart).withPinned)) return charts;
  const others = pins.map((pin) => pin.run && chartsOf(presentation, pin.run, pin.values, moment));
  return charts.map((chart) => {
    const same = others.map((all) => all?.find(({ id, kind }) => id === chart.id && kind === chart.kind));
    return kindOf(chart).withPinned?.(chart, same) ?? chart;
  });
}

/** The outcome's intervals with those of the pinned runs, where theirs may be told. */
export const comparedIntervals = (
  presentation: Presentation,
  intervals: IntervalChart,
  pins: ExperimentState["pins"],
): IntervalChart =>
  withPinned(
    intervals,
    pins.map(({ run }) =>
      run && isTold(presentation, run) ? outcomeOf(presentation, run, undefined).intervals : undefined,
    ),
  );

/** The charts of what is shown now, the outcome's intervals first; those of the pinned runs after them, with their own settings. */
export function figuresCsv(presentation: Presentation, state: ExperimentState): string {
  const run = shownRun(state);
  if (!run) return tidyCsv([]);
  const { moment } = shownMoment(presentation, state);
  const runs = [run, ...state.pins.flatMap((pin) => (pin.run ? [pin.run] : []))];
  return tidyCsv(
    runs.map((one) => {
      const told = isTold(presentation, one, moment);
      const intervals = told ? outcomeOf(presentation, one, undefined).intervals : undefined;
      const charts = chartsOf(presentation, one, one.values, moment);
      return {
        settings: settingsText(one.values),
        rows: tidyRows(intervals ? [intervals, ...charts] : charts, moment),
      };
    }),
  );
}

/** Every table of what is shown now. */
function allTables(presentation: Presentation, state: ExperimentState): Table[] {
  const run = shownRun(state);
  if (!run) return [];
  const { moment } = shownMoment(presentation, state);
  const told = isTold(presentation, run, moment);
  const intervals = told ? outcomeOf(presentation, run, madeGuess(presentation, state)).intervals : undefined;
  const charts = comparedCharts(presentation, chartsOf(presentation, run, run.values, moment), state.pins, moment);
  const pinned = pinnedCharts(presentation, state.pins, moment, charts);
  return [
    ...(intervals ? tablesOf(comparedIntervals(presentation, intervals, state.pins)) : []),
    ...charts.flatMap((chart: Chart) => tablesOf(chart, moment, pinned.get(chart.id))),
    ...(presentation.tables?.(resultsOf(presentation, run), moment) ?? []),
  ];
}

/** What a run has told: nothing before it is revealed; once told of a run, it stays. */
export function useOutcome(presentation: Presentation, state: ExperimentState): Outcome | undefined {
  const toldOf = useRef<AnyValues>(undefined);
  const run = shownRun(state);
  const guess = madeGuess(presentation, state);
  const { moment } = shownMoment(presentation, state);
  const values = run?.values;
  if (run && isTold(presentation, run, moment)) toldOf.current = values;
  const told = run !== undefined && toldOf.current === values;
  return useMemo(
    () => (told && run ? outcomeOf(presentation, run, guess) : undefined),
    [presentation, run, guess, told],
  );
}

export const WordsPart = memo(function WordsPart({ presentation, experiment, onShown }: SlowPartProps) {
  const state = useFramed(experiment.store, whole, 150);
  const run = shownRun(state);
  const { moment } = shownMoment(presentation, state);
  const text = useMemo(
    () => run && presentation.words(resultsOf(presentation, run), moment),
    [presentation, run, moment],
  );
  const { run: drawnRun, moment: drawnMoment, pins } = state;
  useEffect(() => onShown?.({ run: drawnRun, moment: drawnMoment, pins }), [onShown, drawnRun, drawnMoment, pins]);
  return <Words text={text} quiet={state.playing || state.status === "running"} />;
});

export const TablePart = memo(function TablePart({ presentation, experiment, onShown }: SlowPartProps) {
  const state = useFramed(experiment.store, whole, 250);
  const tables = useMemo(() => allTables(presentation, state), [presentation, state]);
  const { run: drawnRun, moment: drawnMoment, pins } = state;
  useEffect(() => onShown?.({ run: drawnRun, moment: drawnMoment, pins }), [onShown, drawnRun, drawnMoment, pins]);
  return <TableView tables={tables} />;
});
