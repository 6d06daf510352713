"use client";
import { pagePool } from "../pool";
import type { Experiment as Store } from "../runtime/store";
import { titles } from "../titles";
import { Experiment } from "../ui/shell/experiment";
import type { Presentation } from "../ui/shell/presentation";
import { type EmbeddedExperiment, useExperiment } from "../ui/shell/use-experiment";
import { charts } from "./chart";
import { Decision, type Verdict } from "./decision";
import { decisionMinute, knownFrames } from "./evidence";
import { lastMinute, type ReleaseFrame } from "./frames";
import { knobs, presets, type ReleaseValues } from "./knobs";
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
  acts: ["decision", "decideAt"],
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

/** At the moment that is shown now, which the drawn page may be a little behind. Time goes on to the minute in which it acts. */
function decide({ store, actions }: Store<ReleaseFrame>, decision: Verdict): void {
  const { moment, values } = store.getState();
  const release = values as unknown as ReleaseValues;
  const shown = Math.floor(moment ?? lastMinute(release));
  const decideAt = decisionMinute(release, shown);
  actions.setMany({ decision, decideAt });
  actions.setMoment(decideAt);
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
