/** A notebook as the page makes it: the run, what is read from it, and the file. */
import { findSimulation } from "@/simulations/find";
import type { Run } from "@/simulations/runtime/experiment-state";
import { type AnyValues, defaultsOf } from "@/simulations/runtime/knobs";
import { chunksOf, framesOf } from "@/simulations/runtime/simulation";
import type { Cell } from "@/simulations/ui/jupyter/cells";

export const link = "https://example.org/lessons/any/#run=one&seed=1";

/** @param own values that are in the notebook and that the run was made without: code of the reader's */
export async function cellsOf(name: string, given: AnyValues, own: AnyValues = {}): Promise<readonly Cell[]> {
  const simulation = findSimulation(name);
  const { knobs } = await simulation.settings();
  const values: AnyValues = { ...defaultsOf(knobs), ...given };
  const replicas = Number(values.replicas);
  const engine = (await simulation.engine()).createEngine();
  const frames = [];
  for (const range of chunksOf(replicas)) frames.push(...(await framesOf(engine, values, range)));
  const run: Run = {
    values: { ...values, ...own },
    frames,
    replicas,
    replicasDone: replicas,
    elapsedMs: 1,
    complete: true,
  };
  const results = (await simulation.results()).resultsOf(run);
  return (await simulation.notebook!()).notebookOf(results, link);
}
