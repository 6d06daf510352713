"use client";
/** The one shell around every experiment: question, outcome, charts, transport, knobs, words. A simulation brings its presentation. */
import { useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import type { ExperimentState } from "../../runtime/experiment-state";
import { type AnyValues, codeKnobs } from "../../runtime/knobs";
import type { Results } from "../../runtime/results";
import type { Frame } from "../../runtime/simulation";
import type { IntervalChart } from "../chart/model";
import { useBand, useTheme } from "../design/screen";
import { Bench } from "./bench";
import { useCell } from "./cell-context";
import { downloadCsv, downloadJson, downloadPicture, fileNameOf } from "./download";
import { FurtherViews, MainView } from "./main-view";
import { NameLine } from "./name-line";
import { saveNotebook } from "./notebook-file";
import { GuessNote, LinkNotes } from "./notes";
import { BackendNote, Failure } from "./notices";
import { figuresCsv, type Shown, TablePart, WordsPart } from "./parts";
import { Pins } from "./pins";
import { usePlace } from "./placed";
import type { Presentation } from "./presentation";
import { Question } from "./question";
import { type DownloadKind, QuietActions } from "./quiet-actions";
import { Settings } from "./settings";
import { moreText } from "./settings-text";
import { madeGuess, optionsOf, shownRun, toldOf } from "./shown";
import { Slot } from "./slots";
import { SourcePart } from "./source-part";
import { useBenchRoom } from "./use-bench-room";
import { type PlacedExperiment, useRunAgain } from "./use-experiment";
import { useFramed } from "./use-framed";
import "./experiment.css";
import "./question.css";
import "./bench.css";
import "../chart/charts.css";
import "../design/slider.css";
import "./transport.css";
import "../results/table.css";
import "./settings.css";
import "../controls/knobs.css";
import "../results/map.css";
import { unbroken } from "../ink/unbroken";
import { useHolding } from "./use-holding";
import { useLinkedInView } from "./use-linked-in-view";
import { useNotebookCell } from "./use-notebook-cell";
import { ViewBar } from "./view-bar";
import { shownView, type View } from "./views";

const whole = (state: ExperimentState): ExperimentState => state;

export interface ExperimentProps<F extends Frame, V, R extends Results<F, V>> {
  readonly presentation: Presentation<F, V, R>;
  readonly experiment: PlacedExperiment<F>;
}

/** Generic at its door; inside, what one simulation's frames and values are is nobody's business. */
export function Experiment<F extends Frame, V, R extends Results<F, V>>({
  presentation,
  experiment,
}: ExperimentProps<F, V, R>) {
  return (
    <Shell
      presentation={presentation as unknown as Presentation}
      experiment={experiment as unknown as PlacedExperiment}
    />
  );
}

const SHELL_LAG_MS = 20;

function Shell({ presentation, experiment }: { presentation: Presentation; experiment: PlacedExperiment }) {
  const { store, actions } = experiment;
  const section = useRef<HTMLElement>(null);
  const questionText = useRef<HTMLParagraphElement>(null);
  const theme = useTheme();
  const band = useBand();
  const { id: cellId, number: cellNumber } = useCell();
  const [chosen, setChosen] = useState<string>();
  const [tableOpen, setTableOpen] = useState(false);
  const [codeOpen, setCodeOpen] = useState(false);
  const codeButton = useRef<HTMLButtonElement>(null);
  // What is looked at stays across runs: it is the reader's choice, not the run's.
  const view = useStore(store, (now) => now.view) ?? experiment.view;
  const [views, setViews] = useState<readonly View[]>([]);
  const [allOpen, setAllOpen] = useState(false);
  const [intervals, setIntervals] = useState<IntervalChart>();
  const { columns, plot } = useBenchRoom(theme, band);
  const holding = useHolding(section);
  // Some charts are there only with a run, one of them a little after it.
  const opens = experiment.view;
  const isMissing = opens !== undefined && views.length > 0 && views.every(({ id }) => id !== opens);
  const [unknownView, setUnknownView] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setUnknownView(isMissing), 1000);
    return () => clearTimeout(timer);
  }, [isMissing]);
  usePlace(presentation, experiment);
  useLinkedInView(experiment.id, section);
  useRunAgain(experiment, section);

  // The charts go first.
  const state = useFramed(store, whole, SHELL_LAG_MS);
  const { values, status, guess, stale, playing, pins } = state;
  // Who drives the page reads figures when it is done: it says so once the slowest part on the page shows it.
  const live = useStore(store, (now) => now.status);
  const liveRun = useStore(store, (now) => now.run);
  const liveMoment = useStore(store, (now) => now.moment);
  const livePins = useStore(store, (now) => now.pins);
  const [slowest, setSlowest] = useState<Shown>();
  const isShown = slowest?.run === liveRun && slowest?.moment === liveMoment && slowest?.pins === livePins;
  const told = live === "done" && !isShown ? "running" : live;
  const { name, title, work } = presentation.simulation;
  const options = optionsOf(presentation, values);
  const made = madeGuess(presentation, state);
  const run = shownRun(state);
  const shownValues: AnyValues = run?.values ?? values;

  /** The button pressed goes away with the question: the focus stays where the reader is. */
  const keepPlace = () => {
    if (document.activeElement?.closest(".dl-question")) questionText.current?.focus({ preventScroll: true });
  };
  const startRun = () => {
    keepPlace();
    const { guess } = store.getState();
    if (guess.kind === "open" && chosen !== undefined) {
      actions.commitGuess(chosen);
      setChosen(undefined);
    } else {
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

  const linkOf = (guess: boolean) => `${location.href.split("#")[0]}${actions.link({ guess })}`;
  const download = (kind: DownloadKind) => {
    const now = store.getState();
    const taken = shownRun(now);
    if (!taken || !section.current) return;
    const fileName = fileNameOf(presentation.simulation.name, taken, now.moment);
    if (kind === "csv") return downloadCsv(fileName, figuresCsv(presentation, now));
    if (kind === "json") {
      return downloadJson(fileName, presentation.simulation.name, ...toldOf(presentation, now, taken));
    }
    if (kind === "notebook")
      return saveNotebook(fileName, { presentation, state: now, run: taken, link: linkOf(false) });
    return downloadPicture(fileName, kind, section.current);
  };

  const asking = status === "idle" || guess.kind === "open";
  const old = run !== undefined && (status === "failed" || (stale && (status === "idle" || status === "paused")));
  const names = Object.keys(presentation.knobs).filter((name) => presentation.knobs[name]?.primary || name === "seed");
  return (
    <section
      ref={section}
      className="dl-experiment"
      // A lesson may hold the same experiment twice: the cell tells them apart.
      aria-label={cellNumber === undefined ? title : `${title}, cell ${cellNumber}`}
      data-simulation={name}
      data-status={told}
      data-settings={moreText(presentation.knobs, names, shownValues)}
    >
      <LinkNotes experiment={experiment} />
      <NameLine
        title={title}
        status={status}
        run={state.run}
        replicas={Number(values.replicas ?? 1)}
        stale={stale}
        playing={playing}
        fromLink={state.fromLink}
        work={work}
      >
        <QuietActions
          ready={run !== undefined}
          canPin={run?.complete === true}
          onPin={() => actions.pin()}
          linkOf={linkOf}
          hasGuess={made !== undefined}
          tableOpen={tableOpen}
          onTable={() => setTableOpen(!tableOpen)}
          codeOpen={codeOpen}
          codeButton={codeButton}
          onCode={() => setCodeOpen(!codeOpen)}
          onDownload={download}
          hasNotebook={presentation.simulation.notebook !== undefined}
          extra={
            <>
              {cellId === "" && !asking && (
                <button type="button" className="dl-quiet" onClick={startRun}>
                  Run again
                </button>
              )}
              <Slot {...{ presentation, experiment }} place="tools" />
            </>
          }
        />
      </NameLine>
      <GuessNote presentation={presentation} experiment={experiment} />
      {state.backendNote && <BackendNote note={state.backendNote} />}
      <Pins knobs={presentation.knobs} started={status !== "idle"} {...{ pins, actions }} values={shownValues} />
      {unknownView && isMissing && run?.complete && (
        <p className="dl-notice dl-view-unknown" role="status">
          {`This page asks for the chart “${opens}”, which this experiment does not have.`}
        </p>
      )}
      <Bench
        {...{ presentation, experiment, theme, band, columns, onIntervals: setIntervals }}
        hasRun={!asking && run !== undefined}
        question={
          <>
            <p ref={questionText} className="dl-question-text" tabIndex={-1}>
              {unbroken(presentation.question(values))}
            </p>
            {asking && (
              <Question
                options={options}
                guess={guess}
                chosen={chosen}
                onChoose={setChosen}
                onRun={startRun}
                onSkip={() => {
                  keepPlace();
                  actions.skipGuess();
                }}
                onNever={() => {
                  keepPlace();
                  actions.skipGuess(true);
                }}
              />
            )}
            {status === "failed" && (
              <Failure
                message={state.failure ?? "something went wrong."}
                hasResult={run !== undefined}
                backend={state.backend}
                code={codeKnobs(presentation.knobs).find((knob) => values[knob] !== "")}
                actions={actions}
              />
            )}
            {old && (
              <p className="dl-old dl-small">{run?.complete ? "Result for the previous settings" : "Partial result"}</p>
            )}
          </>
        }
        main={
          <div className="dl-main-place" data-old={old} data-table={run !== undefined && tableOpen}>
            <div inert={run !== undefined && tableOpen}>
              <MainView
                {...{ presentation, experiment, theme, band, plot, view, intervals, holding, onViews: setViews }}
              />
            </div>
            {run && tableOpen && <TablePart presentation={presentation} experiment={experiment} onShown={setSlowest} />}
          </div>
        }
        views={
          <ViewBar
            views={views}
            shown={shownView(views, view)?.id}
            onShow={(id) => {
              actions.setView(id);
              setTableOpen(false);
            }}
            allOpen={allOpen}
            onAll={() => setAllOpen(!allOpen)}
          />
        }
        settings={<Settings presentation={presentation} experiment={experiment} />}
      />
      {codeOpen && (
        <SourcePart
          {...{ presentation, experiment }}
          onClose={() => {
            setCodeOpen(false);
            codeButton.current?.focus();
          }}
        />
      )}
      {allOpen && <FurtherViews {...{ presentation, experiment, theme, band, view, intervals, holding }} />}
      {!asking && run && <Slot {...{ presentation, experiment }} place="below" />}
      {presentation.slots?.beside && (
        <div className="dl-part dl-aside">
          <Slot {...{ presentation, experiment }} place="beside" />
        </div>
      )}
      <WordsPart {...{ presentation, experiment }} onShown={tableOpen ? undefined : setSlowest} />
    </section>
  );
}
