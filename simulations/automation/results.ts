/** What is read from a run of "How much automation": every measure at every threshold, and who costs least where it stands. */
import { type Band, bandOf } from "../core/statistics/band";
import type { Run } from "../runtime/experiment-state";
import { kept, type Results, readRun } from "../runtime/results";
import type { Standing } from "../ui/results/lead-words";
import { standingOf } from "./degrees";
import { type AutomationFrame, type DegreeName, degreeNames, momentOf, thresholds } from "./frames";
import type { AutomationValues } from "./knobs";
import { type AutomationSummary, type MeasureName, summarize, valuesAt } from "./summary";

export interface AutomationResults extends Results<AutomationFrame, AutomationValues> {
  /** Bands over the replicas at every threshold, as `thresholdOf` numbers them. */
  readonly bands: (measure: MeasureName, degree: DegreeName) => readonly Band[];
  /** What a phone costs with each degree at the chosen threshold, in the order of `degreeNames`. */
  readonly costs: readonly Band[];
  /** Which degree costs least there, replica by replica. */
  readonly standing: Standing;
  readonly summary: AutomationSummary;
}

export function resultsOf(run: Run<AutomationFrame>): AutomationResults {
  const { frames } = run;
  const values = run.values as AutomationValues;
  const bandsOf = kept((measure: MeasureName) =>
    kept((degree: DegreeName): readonly Band[] =>
      Array.from({ length: thresholds }, (_, moment) => bandOf(valuesAt(frames, moment, measure, degree))),
    ),
  );
  const bands = (measure: MeasureName, degree: DegreeName) => bandsOf(measure)(degree);
  return readRun<AutomationResults>(run, values, {
    bands: () => bands,
    costs: () => degreeNames.map((degree) => bands("cost", degree)[momentOf(values.threshold)]!),
    standing: () => standingOf(frames, values),
    summary: () => summarize(frames, values),
  });
}
