"use client";
import { experimentView } from "../experiment-view";
import { actsText } from "../runtime/acts";
import { ScoreTable } from "../ui/results/score-table";
import type { Presentation } from "../ui/shell/presentation";
import { Buy } from "./buy";
import { charts } from "./chart";
import type { AnalysisFrame } from "./frames";
import { type AnalysisValues, knobs, presets } from "./knobs";
import { Loops } from "./loops";
import { type AnalysisResults, resultsOf } from "./results";
import { errorAnalysis } from "./simulation";
import { tables, tagTable } from "./tables";
import { options, outcome, question, words } from "./words";
import { WrongClips } from "./wrong";

const presentation: Presentation<AnalysisFrame, AnalysisValues, AnalysisResults> = {
  simulation: errorAnalysis,
  knobs,
  presets,
  question,
  options,
  results: resultsOf,
  outcome,
  charts,
  words,
  tables,
  slots: {
    above: (shown) => (
      <Buy
        {...shown}
        onBuy={(bought) => shown.actions.set("purchases", actsText(bought.map((act, i) => ({ time: i + 1, act }))))}
      />
    ),
    below: ({ results }) => (
      <>
        <div className="dl-score-board dl-score-board-one dl-score-board-tags">
          <ScoreTable {...tagTable(results)} />
        </div>
        <WrongClips wrong={results.wrong} />
        <Loops results={results} />
      </>
    ),
  },
};

export default experimentView(presentation);
