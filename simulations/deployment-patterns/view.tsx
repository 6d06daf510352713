"use client";
import { experimentView } from "../experiment-view";
import { withAct } from "../runtime/acts";
import type { Presentation, ShownSlotProps } from "../ui/shell/presentation";
import { charts } from "./chart";
import { Decision } from "./decision";
import { decisionMinute } from "./decisions";
import { lastMinute, type ReleaseFrame } from "./frames";
import { options } from "./harm";
import { knobs, presets, type ReleaseAct, type ReleaseValues } from "./knobs";
import { Manifest } from "./manifest";
import { outcome } from "./outcome";
import { type ReleaseResults, resultsOf } from "./results";
import { deploymentPatterns } from "./simulation";
import { Desk, DeskBelow } from "./stage";
import { awaiting, knownFrames, revealed } from "./story";
import { tables } from "./tables";
import { question, words } from "./words";

/** The whole release takes a minute at speed 1. */
const playMs = 60_000;

const presentation: Presentation<ReleaseFrame, ReleaseValues, ReleaseResults> = {
  simulation: deploymentPatterns,
  knobs,
  presets,
  question,
  options,
  moments: (values) => ({ min: 0, max: lastMinute(values), step: 1, unit: "minute" }),
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

/**
 * At the moment that is shown now, which the drawn page may be a little behind. Time goes on to the minute in which it acts.
 * The first decision is told its answer: a further one is a comparison with it, not a part of the same release, and replaces it.
 */
function decide({ now, actions }: ShownSlotProps<ReleaseResults>, decision: ReleaseAct): void {
  const { moment, values } = now();
  const shown = Math.floor(moment ?? lastMinute(values));
  const minute = decisionMinute(values, shown);
  actions.set("decisions", withAct("", minute, decision));
  actions.setMoment(minute);
}

export default experimentView(presentation);
