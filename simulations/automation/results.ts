/** What is read from a run. */
import type { Run } from "../runtime/experiment-state";
import { type Results, readRun } from "../runtime/results";
import type { AutomationFrame } from "./frames";
import type { AutomationValues } from "./knobs";
import { type AutomationSummary, summarize } from "./summary";

export interface AutomationResults extends Results<AutomationFrame, AutomationValues> {
  readonly summary: AutomationSummary;
}

export function resultsOf(run: Run<AutomationFrame>): AutomationResults {
  const values = run.values as AutomationValues;
  return readRun<AutomationResults>(run, values, { summary: () => summarize(run.frames, values) });
}
