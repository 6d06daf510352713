"use client";
import { experimentView } from "../experiment-view";
import type { Presentation, ShownSlotProps } from "../ui/shell/presentation";
import { charts } from "./chart";
import { Decision, type Verdict } from "./decision";
import { decisionMinute, knownFrames } from "./evidence";
import { lastMinute, type ReleaseFrame } from "./frames";
import { knobs, presets, type ReleaseValues } from "./knobs";
import { Manifest } from "./manifest";
import { type ReleaseResults, resultsOf } from "./results";
import { deploymentPatterns } from "./simulation";
import { Desk, DeskBelow } from "./stage";
import { awaiting, options, outcome, question, revealed, tables, words } from "./words";

/** The whole release takes a minute at speed 1. */
const playMs = 60_000;

const presentation: Presentation<ReleaseFrame, ReleaseValues, ReleaseResults> = {
  simulation: deploymentPatterns,
  knobs,
  presets,
  question,
  options,
  moments: (values) => ({ min: 0, max: lastMinute(values), step: 1, unit: "minute" }),
  acts: ["decision", "decideAt"],
  results: resultsOf,
  story: { playMs, revealed, awaiting, known: knownFrames },
  outcome,
  charts,
  tables,
  words,
  stage: {
    id: "desk",
    title: "Where the phones go",
    draw: (props) => <Desk {...props} playMs={playMs} minutes={lastMinute(props.values)} />,
  },
  slots: {
    above: (shown) =>
      shown.values.judge === "none" ? <Decision {...shown} onDecide={(decision) => decide(shown, decision)} /> : null,
    below: (props) => <DeskBelow {...props} />,
    tools: ({ values }) => <Manifest values={values} />,
  },
};

/** At the moment that is shown now, which the drawn page may be a little behind. Time goes on to the minute in which it acts. */
function decide({ now, actions }: ShownSlotProps<ReleaseResults>, decision: Verdict): void {
  const { moment, values } = now();
  const shown = Math.floor(moment ?? lastMinute(values));
  const decideAt = decisionMinute(values, shown);
  actions.setMany({ decision, decideAt });
  actions.setMoment(decideAt);
}

export default experimentView(presentation);
