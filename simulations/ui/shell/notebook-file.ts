/** A run as a notebook in Python: its cells are the simulation's, loaded when somebody asks for them. */
import type { ExperimentState, Run } from "../../runtime/experiment-state";
import { downloadNotebook } from "./download";
import type { Presentation } from "./presentation";
import { resultsOf } from "./results-of";
import { isTold, shownMoment } from "./shown";

/** @throws Error in words for the reader, where the run may not be told yet or is not whole */
export async function saveNotebook(
  fileName: string,
  { presentation, state, run, link }: { presentation: Presentation; state: ExperimentState; run: Run; link: string },
): Promise<void> {
  const { notebook } = presentation.simulation;
  if (!notebook) throw new Error("this experiment has not been written in Python.");
  if (!run.complete) throw new Error("a notebook is of a whole run; wait until the run is done.");
  if (!isTold(presentation, run, shownMoment(presentation, state).moment))
    throw new Error("a notebook holds the outcome; it can be made once the outcome has been told.");
  const { notebookOf } = await notebook();
  await downloadNotebook(fileName, await notebookOf(resultsOf(presentation, run), link));
}
