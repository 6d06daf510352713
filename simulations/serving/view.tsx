"use client";
import { pagePool } from "../pool";
import { titles } from "../titles";
import { Experiment } from "../ui/experiment";
import type { Presentation } from "../ui/presentation";
import { type EmbeddedExperiment, useExperiment } from "../ui/use-experiment";
import { Board } from "./board";
import { charts } from "./chart";
import { figureTable, meaning } from "./figures";
import { periodParts, type ServingFrame } from "./frames";
import { knobs, presets, type ServingValues } from "./knobs";
import { Measured } from "./measured";
import { unitOfTime } from "./period";
import { summarize } from "./summary";
import { options, type ServingRun } from "./waits";
import { outcome, question, words } from "./words";

const presentation: Presentation<ServingFrame, ServingValues> = {
  simulation: "serving",
  title: titles.serving,
  knobs,
  presets,
  question,
  options,
  moments: (values) => ({ min: 1, max: periodParts, step: 1, unit: unitOfTime(values) }),
  outcome,
  charts,
  words,
  summarize,
  work: "simulated in this browser",
  tables: (run, values) => [figureTable(run, values)],
  meaning,
  below: ({ values, run }) => run && <Board values={values} run={run as ServingRun} />,
  aside: ({ values, run }) => <Measured values={values} ready={run?.complete === true} />,
};

export default function ServingView(props: EmbeddedExperiment) {
  return <Experiment presentation={presentation} experiment={useExperiment(presentation, props, pagePool)} />;
}
