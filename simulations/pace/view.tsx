"use client";
import { experimentView } from "../experiment-view";
import { withAct } from "../runtime/acts";
import type { EmbeddedExperiment } from "../ui/shell/embedded";
import type { Presentation, ShownSlotProps } from "../ui/shell/presentation";
import { charts } from "./chart";
import { Decision, nextMonth } from "./decision";
import { type FocusName, partsOf } from "./focus";
import type { PaceFrame } from "./frames";
import type { PaceValues } from "./knobs";
import { isByHand } from "./policies";
import { type PaceResults, resultsOf } from "./results";
import { pace } from "./simulation";
import { awaiting, knownFrames, lastMonth, playMs, revealed } from "./story";
import { meaning, options, outcome, question, words } from "./words";

type Calendar = Presentation<PaceFrame, PaceValues, PaceResults>;

/** One calendar, shown whole, or told month by month to who decides. */
const presentationOf = (focus: FocusName): Calendar => ({
  simulation: pace,
  ...partsOf(focus),
  question,
  options,
  moments: () => ({ min: 0, max: lastMonth, step: 1, unit: "month" }),
  results: resultsOf,
  ...(focus === "hand" && { story: { playMs, revealed, awaiting, known: knownFrames } }),
  outcome,
  charts,
  words,
  meaning,
  slots: {
    above: (shown) => (isByHand(shown.values) ? <Decision {...shown} onRetrain={() => retrain(shown)} /> : null),
  },
});

/** At the month that is shown now, which the drawn page may be a little behind. Time goes on to the month in which the model is used. */
function retrain({ now, actions }: ShownSlotProps<PaceResults>): void {
  const { moment, values } = now();
  if (moment === undefined) return;
  const month = nextMonth(moment);
  actions.set("retrains", withAct(values.retrains, month, "retrain"));
  actions.setMoment(month);
}

export interface PaceProps extends EmbeddedExperiment {
  readonly focus?: FocusName;
}

export default experimentView(({ focus = "calendar" }: PaceProps) => presentationOf(focus));
