"use client";
import { experimentView } from "../experiment-view";
import { formatNumber } from "../ui/ink/format";
import type { Presentation } from "../ui/shell/presentation";
import { charts } from "./chart";
import { type SlicesFrame, testCount } from "./frames";
import { knobs, presets, type SlicesValues } from "./knobs";
import { resultsOf, type SlicesResults } from "./results";
import { slices } from "./simulation";
import { options, outcome, question, words } from "./words";

const presentation: Presentation<SlicesFrame, SlicesValues, SlicesResults> = {
  simulation: slices,
  knobs,
  presets,
  question,
  options,
  results: resultsOf,
  outcome,
  charts,
  words,
  meaning: (knob, { groupShare }) =>
    knob === "groupShare"
      ? `about ${formatNumber((testCount * groupShare) / 100, 0)} of ${formatNumber(testCount, 0)} in a test`
      : undefined,
};

export default experimentView(presentation);
