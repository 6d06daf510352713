"use client";
import { experimentView } from "../experiment-view";
import type { Presentation } from "../ui/shell/presentation";
import { Board } from "./board";
import { charts } from "./chart";
import type { LifecycleFrame } from "./frames";
import { knobs, type LifecycleValues, presets } from "./knobs";
import { MeasuredModel } from "./measured-model";
import { MisheardClips } from "./misheard-clips";
import { months } from "./plan";
import { type LifecycleResults, resultsOf } from "./results";
import { lifecycle } from "./simulation";
import { options, outcome, question, words } from "./words";

const presentation: Presentation<LifecycleFrame, LifecycleValues, LifecycleResults> = {
  simulation: lifecycle,
  knobs,
  presets,
  question,
  options,
  moments: () => ({ min: 0, max: months, step: 1, unit: "month" }),
  results: resultsOf,
  outcome,
  charts,
  words,
  slots: {
    beside: (props) => (
      <>
        <Board {...props} />
        {props.results && (props.results.misheard.length > 0 || props.results.run.complete) && (
          <MisheardClips results={props.results} />
        )}
        {props.results && <MeasuredModel results={props.results} />}
      </>
    ),
  },
};

export default experimentView(presentation);
