"use client";
import { pagePool } from "../pool";
import { withAct } from "../runtime/acts";
import type { Experiment as Store } from "../runtime/store";
import { titles } from "../titles";
import { Experiment } from "../ui/shell/experiment";
import type { Presentation } from "../ui/shell/presentation";
import { type EmbeddedExperiment, useExperiment } from "../ui/shell/use-experiment";
import { charts } from "./chart";
import { Decision } from "./decision";
import { decisionMinute, knownFrames } from "./evidence";
import { lastMinute, type ReleaseFrame } from "./frames";
import { knobs, presets, type ReleaseAct, type ReleaseValues } from "./knobs";
import { Manifest } from "./manifest";
import { Desk, DeskBelow } from "./stage";
import { summarize } from "./summary";
import { awaiting, options, outcome, question, revealed, tables, words } from "./words";

/** The whole release takes a minute at speed 1. */
const playMs = 60_000;

const presentation: Presentation<ReleaseFrame, ReleaseValues> = {
  simulation: "deployment-patterns",
  title: titles["deployment-patterns"],
  knobs,
  presets,
  question,
  options,
  moments: (values) => ({ min: 0, max: lastMinute(values), step: 1, unit: "minute" }),
  story: { playMs, revealed, awaiting, known: knownFrames },
  outcome,
  charts,
  tables,
  words,
  summarize,
  stage: {
    id: "desk",
    title: "Where the phones go",
    draw: (props) => <Desk {...props} playMs={playMs} minutes={lastMinute(props.values)} />,
  },
  below: (props) => <DeskBelow {...props} />,
  actions: ({ values }) => <Manifest values={values} />,
};

/**
 * At the moment that is shown now, which the drawn page may be a little behind. Time goes on to the minute in which it acts.
 * The first decision is told its answer: a further one is a comparison with it, not a part of the same release, and replaces it.
 */
function decide({ store, actions }: Store<ReleaseFrame>, decision: ReleaseAct): void {
  const { moment, values } = store.getState();
  const release = values as unknown as ReleaseValues;
  const shown = Math.floor(moment ?? lastMinute(release));
  const minute = decisionMinute(release, shown);
  actions.set("decisions", withAct("", minute, decision));
  actions.setMoment(minute);
}

export default function ReleaseDeskView(props: EmbeddedExperiment) {
  const experiment = useExperiment(presentation, props, pagePool);
  return (
    <Experiment
      presentation={{
        ...presentation,
        decision: (shown) =>
          shown.values.judge === "none" ? (
            <Decision {...shown} onDecide={(decision) => decide(experiment, decision)} />
          ) : null,
      }}
      experiment={experiment}
    />
  );
}
