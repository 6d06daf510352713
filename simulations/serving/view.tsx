"use client";
import { experimentView } from "../experiment-view";
import type { EmbeddedExperiment } from "../ui/shell/embedded";
import type { Presentation } from "../ui/shell/presentation";
import { FiguresBoard, PlacesBoard } from "./board";
import { logCharts, serviceCharts } from "./chart";
import { type FocusName, partsOf } from "./focus";
import { periodParts, type ServingFrame } from "./frames";
import { logOptions } from "./identified";
import type { ServingValues } from "./knobs";
import { meaningOf } from "./meaning";
import { ServedModel } from "./measured";
import { unitOfTime } from "./period";
import { resultsOf, type ServingResults } from "./results";
import { serving } from "./simulation";
import { figureTable } from "./tables";
import { options } from "./waits";
import { outcome, question, words } from "./words";
import { logOutcome, logQuestion, logWords } from "./words-log";

type Bench = Presentation<ServingFrame, ServingValues, ServingResults>;

/** One bench, asked about different things: a cell has the knobs, the charts and the question of its focus. */
function presentationOf(focus: FocusName): Bench {
  const shared = {
    simulation: serving,
    results: resultsOf,
    ...partsOf(focus),
    moments: (values: ServingValues) => ({ min: 1, max: periodParts, step: 1, unit: unitOfTime(values) }),
    meaning: meaningOf,
  };
  if (focus === "log")
    return {
      ...shared,
      question: logQuestion,
      options: logOptions,
      outcome: logOutcome,
      charts: logCharts,
      words: logWords,
    };
  const Board = focus === "place" ? PlacesBoard : FiguresBoard;
  return {
    ...shared,
    question,
    options,
    outcome,
    charts: serviceCharts,
    words,
    tables: (results) => [figureTable(results)],
    slots: {
      below: ({ results }) => <Board results={results} />,
      ...(focus === "batching" && {
        beside: ({ values, results }) => <ServedModel values={values} ready={results?.run.complete === true} />,
      }),
    },
  };
}

export interface ServingBenchProps extends EmbeddedExperiment {
  readonly focus?: FocusName;
}

export default experimentView(({ focus = "queue" }: ServingBenchProps) => presentationOf(focus));
