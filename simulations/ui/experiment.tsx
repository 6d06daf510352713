"use client";
/** The one shell around every experiment: question, outcome, charts, transport, knobs, words. A simulation brings its presentation. */
import { useEffect, useMemo, useRef, useState } from "react";
import { useStore } from "zustand";
import type { Run } from "../runtime/experiment-state";
import type { AnyValues } from "../runtime/knobs";
import { linkedExperiment } from "../runtime/link";
import type { Frame } from "../runtime/simulation";
import type { Experiment as ExperimentStore } from "../runtime/store";
import { useCell } from "./cell-context";
import { wholeMoment } from "./chart/at-moment";
import type { LineChart } from "./chart/model";
import { tablesOf } from "./chart/table";
import { Charts } from "./charts";
import { downloadCsv, downloadJson, downloadPicture } from "./download";
import { useBand, useFramed, useTheme } from "./hooks";
import { NameLine } from "./name-line";
import { BackendNote, Failure, LinkNotices } from "./notices";
import { Outcome } from "./outcome";
import { Pins } from "./pins";
import type { Presentation } from "./presentation";
import { Question } from "./question";
import { type DownloadKind, QuietActions } from "./quiet-actions";
import { moreText, Settings } from "./settings";
import { TableView } from "./table-view";
import { Transport } from "./transport";
import "./css/experiment.css";
import "./css/charts.css";
import "./css/settings.css";
import "./css/map.css";
import "./css/panels.css";
import { useNotebookCell } from "./use-notebook-cell";
import { Words } from "./words";

export interface ExperimentProps<F extends Frame, V> {
  readonly presentation: Presentation<F, V>;
  readonly experiment: ExperimentStore<F>;
}

/** Generic at its door; inside, what one simulation's frames and values are is nobody's business. */
export function Experiment<F extends Frame, V>({ presentation, experiment }: ExperimentProps<F, V>) {
  return (
    <Shell
      presentation={presentation as unknown as Presentation}
      experiment={experiment as unknown as ExperimentStore}
    />
  );
}

/** A link leads to its experiment. */
function useLinkedInView(id: string, section: React.RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const show = () => {
      if (linkedExperiment(location.hash) === id) section.current?.scrollIntoView({ block: "start" });
    };
    show();
    addEventListener("hashchange", show);
    return () => removeEventListener("hashchange", show);
  }, [id, section]);
}

function Shell({ presentation, experiment }: { presentation: Presentation; experiment: ExperimentStore }) {
  const { store, actions } = experiment;
  const section = useRef<HTMLElement>(null);
  const theme = useTheme();
  const band = useBand();
  const { id: cellId } = useCell();
  const [chosen, setChosen] = useState<string>();
  const [tableOpen, setTableOpen] = useState(false);
  useLinkedInView(experiment.id, section);

  // What controls show follows at once; what a run brings, at the pace of the screen.
  const state = useStore(store);
  const arrived = useFramed(store, (now) => now.run);
  const { values, status, guess, stale, playing } = state;
  const options = typeof presentation.options === "function" ? presentation.options(values) : presentation.options;
  const made = guess.kind === "made" && options.some((option) => option.id === guess.option) ? guess.option : undefined;
  // The answer is not in the page before the guess is committed or skipped.
  const run: Run | undefined = guess.kind === "open" || state.run === undefined ? undefined : arrived;
  const shownValues: AnyValues = run?.values ?? values;

  const moments = useMemo(() => presentation.moments(shownValues), [presentation, shownValues]);
  const moment = wholeMoment(Math.min(state.moment ?? moments.max, moments.max), moments);
  const charts = useMemo(() => presentation.charts(run, shownValues, moment), [presentation, run, shownValues, moment]);
  const outcome = useMemo(() => run && presentation.outcome(run, run.values, made), [presentation, run, made]);
  const { pins } = state;
  const pinned = useMemo(() => {
    const byChart = new Map<string, LineChart[]>();
    if (!run) return byChart;
    for (const pin of pins) {
      if (!pin.run) continue;
      for (const chart of presentation.charts(pin.run, pin.values, moment))
        if (chart.kind === "lines") byChart.set(chart.id, [...(byChart.get(chart.id) ?? []), chart]);
    }
    return byChart;
  }, [presentation, pins, run, moment]);
  const words = useMemo(() => run && presentation.words(run, run.values, moment), [presentation, run, moment]);

  const startRun = () => {
    const { guess } = store.getState();
    if (guess.kind === "open" && chosen !== undefined) actions.commitGuess(chosen);
    else {
      if (guess.kind === "open") actions.skipGuess();
      actions.start();
    }
  };
  /** As if the page was opened anew, and run: knobs of the lesson, no pins; what the reader guessed stays. */
  const restart = () => {
    const { guess } = store.getState();
    actions.clear();
    actions.reset();
    actions.restoreGuess(guess);
    startRun();
  };
  useNotebookCell({ status, runCount: state.runCount, run: startRun, restart, actions });

  const tables = () => [
    ...(outcome?.intervals ? tablesOf(outcome.intervals) : []),
    ...charts.flatMap((chart) => tablesOf(chart, moment, pinned.get(chart.id))),
    ...(run ? (presentation.tables?.(run, run.values, moment) ?? []) : []),
  ];
  const fileName = `${presentation.simulation}-seed-${values.seed ?? 0}`;
  const download = (kind: DownloadKind) => {
    if (!run || !section.current) return;
    if (kind === "csv") return downloadCsv(fileName, tables());
    if (kind === "json")
      return downloadJson(fileName, presentation.simulation, run, presentation.summarize?.(run.frames, run.values));
    return downloadPicture(fileName, kind, section.current);
  };

  const asking = status === "idle" || guess.kind === "open";
  const old = stale && run !== undefined && (status === "failed" || status === "idle" || status === "paused");
  const names = Object.keys(presentation.knobs).filter((name) => presentation.knobs[name]?.primary || name === "seed");
  return (
    <section
      ref={section}
      className="dl-experiment"
      aria-label={presentation.title}
      data-simulation={presentation.simulation}
      data-status={status}
      data-settings={moreText(presentation.knobs, names, shownValues)}
    >
      <LinkNotices notices={state.notices} onDismiss={() => actions.dismissNotices()} />
      <NameLine
        title={presentation.title}
        status={status}
        run={state.run}
        replicas={Number(values.replicas ?? 1)}
        stale={stale}
        playing={playing}
        fromLink={state.fromLink}
        work={presentation.work ?? "trained in this browser"}
      >
        <QuietActions
          ready={run !== undefined}
          canPin={run?.complete === true}
          onPin={() => actions.pin()}
          linkOf={(withGuess) => `${location.href.split("#")[0]}${actions.link({ guess: withGuess })}`}
          hasGuess={made !== undefined}
          tableOpen={tableOpen}
          onTable={() => setTableOpen(!tableOpen)}
          onDownload={download}
          extra={
            <>
              {cellId === "" && !asking && (
                <button type="button" className="dl-quiet" onClick={startRun}>
                  Run again
                </button>
              )}
              {presentation.actions?.({ values: shownValues, run })}
            </>
          }
        />
      </NameLine>
      {state.backendNote && <BackendNote note={state.backendNote} />}
      <Pins knobs={presentation.knobs} pins={pins} values={shownValues} actions={actions} />
      <p className="dl-question-text">{presentation.question(values)}</p>
      {asking && (
        <Question
          options={options}
          guess={guess}
          chosen={chosen}
          onChoose={setChosen}
          onRun={startRun}
          onSkip={() => actions.skipGuess()}
        />
      )}
      {status === "failed" && (
        <Failure
          message={state.failure ?? "something went wrong."}
          hasResult={run !== undefined}
          backend={state.backend}
          actions={actions}
        />
      )}
      {!asking && outcome && <Outcome outcome={outcome} options={options} guess={made} theme={theme} band={band} />}
      {run && presentation.stage?.({ values: shownValues, run, moment })}
      <div className="dl-charts" data-old={old}>
        {old && <p className="dl-old">The last good result, of other settings.</p>}
        <Charts
          charts={charts}
          pinned={pinned}
          theme={theme}
          band={band}
          moment={moment}
          lastMoment={moments.max}
          transport={(axis) =>
            run && moments.max > moments.min ? (
              <Transport
                axis={axis}
                moments={moments}
                moment={moment}
                status={status}
                playing={playing}
                speed={state.speed}
                ready={run !== undefined}
                actions={actions}
              />
            ) : null
          }
        />
        {run && presentation.decision?.({ values: shownValues, run, moment })}
        {run && tableOpen && <TableView tables={tables()} />}
      </div>
      <Settings
        knobs={presentation.knobs}
        presets={presentation.presets}
        values={values}
        original={state.original}
        canUndo={state.canUndo}
        canRedo={state.canRedo}
        meaning={presentation.meaning && ((knob) => presentation.meaning?.(knob, values))}
        optionGlyph={presentation.optionGlyph}
        aside={presentation.aside?.({ values, run })}
        actions={actions}
      />
      <Words text={words} quiet={playing || status === "running"} />
    </section>
  );
}
