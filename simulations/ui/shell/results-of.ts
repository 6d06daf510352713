/** What is read from a run, once: charts, words, tables, verdict, slots and downloads take it from here. */
import type { Run } from "../../runtime/experiment-state";
import type { Results } from "../../runtime/results";
import type { Presentation } from "./presentation";

const known = new WeakMap<Presentation, WeakMap<Run, Results>>();

export function resultsOf(presentation: Presentation, run: Run): Results {
  const ofRuns = known.get(presentation) ?? new WeakMap<Run, Results>();
  known.set(presentation, ofRuns);
  const results = ofRuns.get(run) ?? presentation.results(run);
  ofRuns.set(run, results);
  return results;
}
