/**
 * The parts of an experiment that follow its run, each at its own pace: charts at every frame of the screen, the rest a
 * little later, so that no single task grows long while a slider is dragged.
 */
import { memo, useEffect, useMemo, useRef } from "react";
import type { ExperimentState } from "../runtime/experiment-state";
import type { AnyValues } from "../runtime/knobs";
import type { Experiment } from "../runtime/store";
import type { Band } from "./chart/frame";
import { HandleContext } from "./chart/handle";
import type { Chart, LineChart, Table } from "./chart/model";
import { tablesOf } from "./chart/table";
import { Charts } from "./charts";
import { useFramed } from "./hooks";
import { Outcome } from "./outcome";
import type { Presentation } from "./presentation";
import { madeGuess, optionsOf, shownMoment, shownRun } from "./shown";
import { TableView } from "./table-view";
import type { Theme } from "./tokens";
import { Transport } from "./transport";
import { Words } from "./words";

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

interface DrawnPartProps extends PartProps {
  readonly theme: Theme;
  readonly band: Band;
}

const whole = (state: ExperimentState): ExperimentState => state;

/** The line charts of the pinned runs at a moment, by chart. */
export function pinnedCharts(
  presentation: Presentation,
  pins: ExperimentState["pins"],
  moment: number,
): ReadonlyMap<string, readonly LineChart[]> {
  const byChart = new Map<string, LineChart[]>();
  for (const pin of pins) {
    if (!pin.run) continue;
    for (const chart of presentation.charts(pin.run, pin.values, moment))
      if (chart.kind === "lines") byChart.set(chart.id, [...(byChart.get(chart.id) ?? []), chart]);
  }
  return byChart;
}

/** Every table of what is shown now, for the table view and the CSV file. */
export function allTables(presentation: Presentation, state: ExperimentState): Table[] {
  const run = shownRun(state);
  if (!run) return [];
  const { moment } = shownMoment(presentation, state);
  const told = presentation.revealed?.(run, run.values, moment) ?? true;
  const intervals = told ? presentation.outcome(run, run.values, madeGuess(presentation, state)).intervals : undefined;
  const pinned = pinnedCharts(presentation, state.pins, moment);
  return [
    ...(intervals ? tablesOf(intervals) : []),
    ...presentation
      .charts(run, run.values, moment)
      .flatMap((chart: Chart) => tablesOf(chart, moment, pinned.get(chart.id))),
    ...(presentation.tables?.(run, run.values, moment) ?? []),
  ];
}

export const ChartsPart = memo(function ChartsPart({ presentation, experiment, theme, band }: DrawnPartProps) {
  const state = useFramed(experiment.store, whole);
  const run = shownRun(state);
  const values = run?.values ?? state.values;
  const { moments, moment } = shownMoment(presentation, state);
  const charts = useMemo(() => presentation.charts(run, values, moment), [presentation, run, values, moment]);
  const { pins } = state;
  const compared = run !== undefined;
  const pinned = useMemo(
    () => pinnedCharts(presentation, compared ? pins : [], moment),
    [presentation, pins, compared, moment],
  );
  return (
    <HandleContext value={experiment}>
      <Charts
        {...{ charts, pinned, theme, band, moment }}
        lastMoment={moments.max}
        transport={(axis) => run && <Transport axis={axis} presentation={presentation} experiment={experiment} />}
      />
    </HandleContext>
  );
});

/** Under the charts: a decision. */
export const DecisionPart = memo(function DecisionPart({ presentation, experiment }: PartProps) {
  const state = useFramed(experiment.store, whole, 70);
  const run = shownRun(state);
  const { moment } = shownMoment(presentation, state);
  const { playing, speed } = state;
  return run && presentation.decision?.({ values: run.values, run, moment, playing, speed });
});

/** Between outcome and charts, e.g. an animated diagram. */
export const StagePart = memo(function StagePart({ presentation, experiment }: PartProps) {
  const state = useFramed(experiment.store, whole, 35);
  const run = shownRun(state);
  const { moment } = shownMoment(presentation, state);
  const { playing, speed } = state;
  return run && presentation.stage?.({ values: run.values, run, moment, playing, speed });
});

export const OutcomePart = memo(function OutcomePart({ presentation, experiment, theme, band }: DrawnPartProps) {
  const state = useFramed(experiment.store, whole, 50);
  const run = shownRun(state);
  const guess = madeGuess(presentation, state);
  const { moment } = shownMoment(presentation, state);
  const toldOf = useRef<AnyValues>(undefined);
  const values = run?.values;
  if (run && (presentation.revealed?.(run, run.values, moment) ?? true)) toldOf.current = values;
  const told = run !== undefined && toldOf.current === values;
  const outcome = useMemo(
    () => (told && run ? presentation.outcome(run, run.values, guess) : undefined),
    [presentation, run, guess, told],
  );
  const options = useMemo(() => optionsOf(presentation, state.values), [presentation, state.values]);
  const guessed = options.find((option) => option.id === guess)?.label;
  return useMemo(
    () =>
      outcome ? (
        <Outcome {...{ outcome, options, guess, theme, band }} />
      ) : (
        guessed && (
          <p className="dl-said">
            You said <span className="dl-guess">{guessed}</span>.{presentation.awaiting && ` ${presentation.awaiting}`}
          </p>
        )
      ),
    [outcome, options, guess, theme, band, guessed, presentation],
  );
});

export const WordsPart = memo(function WordsPart({ presentation, experiment, onShown }: SlowPartProps) {
  const state = useFramed(experiment.store, whole, 150);
  const run = shownRun(state);
  const { moment } = shownMoment(presentation, state);
  const text = useMemo(() => run && presentation.words(run, run.values, moment), [presentation, run, moment]);
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

export const Aside = memo(function Aside({ presentation, experiment }: PartProps) {
  const state = useFramed(experiment.store, whole, 100);
  const { values } = state;
  const run = shownRun(state);
  return useMemo(() => presentation.aside?.({ values, run }), [presentation, values, run]);
});
