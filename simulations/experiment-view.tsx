"use client";
/** The view of a simulation: its presentation in the shell, on the page's pool of workers. */
import { type ComponentType, useState } from "react";
import { pagePool } from "./pool";
import type { Results } from "./runtime/results";
import type { Frame } from "./runtime/simulation";
import type { EmbeddedExperiment } from "./ui/shell/embedded";
import { Experiment } from "./ui/shell/experiment";
import type { Presentation } from "./ui/shell/presentation";
import { useExperiment } from "./ui/shell/use-experiment";

/** @param presented what the simulation tells the shell; a function where a lesson's cell chooses among several */
export function experimentView<
  F extends Frame,
  V,
  R extends Results<F, V>,
  P extends EmbeddedExperiment = EmbeddedExperiment,
>(presented: Presentation<F, V, R> | ((props: P) => Presentation<F, V, R>)): ComponentType<P> {
  // biome-ignore lint/correctness/noComponentHookFactories: called once a module
  return function ExperimentView(props: P) {
    const [presentation] = useState(() => (typeof presented === "function" ? presented(props) : presented));
    return <Experiment presentation={presentation} experiment={useExperiment(presentation, props, pagePool)} />;
  };
}
