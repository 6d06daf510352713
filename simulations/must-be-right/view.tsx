"use client";
import { experimentView } from "../experiment-view";
import type { Presentation } from "../ui/shell/presentation";
import { charts } from "./chart";
import type { MustBeRightFrame } from "./frames";
import { knobs, type MustBeRightValues, presets } from "./knobs";
import { type MustBeRightResults, resultsOf } from "./results";
import { mustBeRight } from "./simulation";
import { options, outcome, question, words } from "./words";

const presentation: Presentation<MustBeRightFrame, MustBeRightValues, MustBeRightResults> = {
  simulation: mustBeRight,
  knobs,
  presets,
  question,
  options,
  results: resultsOf,
  outcome,
  charts,
  words,
};

export default experimentView(presentation);
