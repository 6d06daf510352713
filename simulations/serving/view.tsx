"use client";
import { useState } from "react";
import { pagePool } from "../pool";
import { titles } from "../titles";
import { Experiment } from "../ui/shell/experiment";
import type { Presentation } from "../ui/shell/presentation";
import { type EmbeddedExperiment, useExperiment } from "../ui/shell/use-experiment";
import { FiguresBoard, PlacesBoard } from "./board";
import { logCharts, serviceCharts } from "./chart";
import { figureTable, meaning } from "./figures";
import { type FocusName, knobsOf, presetsOf } from "./focus";
import { periodParts, type ServingFrame } from "./frames";
import type { ServingValues } from "./knobs";
import { Measured } from "./measured";
import { unitOfTime } from "./period";
import { summarize } from "./summary";
import { options, type ServingRun } from "./waits";
import { outcome, question, words } from "./words";
import { logOptions, logOutcome, logQuestion, logWords } from "./words-log";

type Bench = Presentation<ServingFrame, ServingValues>;

/** One bench, asked about different things: a cell has the knobs, the charts and the question of its focus. */
function presentationOf(focus: FocusName): Bench {
  const shared = {
    simulation: "serving",
    title: titles.serving,
    knobs: knobsOf(focus),
    presets: presetsOf(focus),
    moments: (values: ServingValues) => ({ min: 1, max: periodParts, step: 1, unit: unitOfTime(values) }),
    summarize,
    work: "simulated in this browser",
    meaning,
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
    tables: (run, values) => [figureTable(run, values)],
    below: ({ values, run }) => run && <Board values={values} run={run as ServingRun} />,
    ...(focus === "batching" && {
      aside: ({ values, run }) => <Measured values={values} ready={run?.complete === true} />,
    }),
  };
}

export interface ServingBenchProps extends EmbeddedExperiment {
  readonly focus?: FocusName;
}

export default function ServingView({ focus = "queue", ...props }: ServingBenchProps) {
  const [presentation] = useState(() => presentationOf(focus));
  return <Experiment presentation={presentation} experiment={useExperiment(presentation, props, pagePool)} />;
}
