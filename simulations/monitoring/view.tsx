"use client";
import { experimentView } from "../experiment-view";
import { actsText } from "../runtime/acts";
import type { Presentation, ShownSlotProps } from "../ui/shell/presentation";
import { Board } from "./board";
import { charts } from "./chart";
import { DiagnosisButtons } from "./diagnosis";
import type { MonitoringFrame } from "./frames";
import { type Diagnosis, knobs, type MonitoringValues, presets } from "./knobs";
import { ownCode } from "./own-code";
import { watchedDays } from "./plan";
import { type MonitoringResults, resultsOf } from "./results";
import { RulesPanel } from "./rules-panel";
import { monitoring } from "./simulation";
import { awaiting, knownFrames, revealed } from "./story";
import { optionsOf, outcome, question, saidText, words } from "./words";

/** A day a second at speed 1. */
const playMs = 1000 * (watchedDays - 1);

const presentation: Presentation<MonitoringFrame, MonitoringValues, MonitoringResults> = {
  simulation: monitoring,
  knobs,
  presets,
  question,
  options: optionsOf,
  moments: () => ({ min: 1, max: watchedDays, step: 1, unit: "day" }),
  results: resultsOf,
  story: {
    playMs,
    judging: ["threshold", "window", "metrics", "rule", "fatigue", "alarm"],
    revealed,
    awaiting,
    known: knownFrames,
  },
  outcome,
  charts,
  words,
  code: ownCode,
  slots: {
    above: (shown) =>
      shown.values.fault === "hidden" ? (
        <DiagnosisButtons
          said={saidText(shown.results, shown.moment)}
          told={revealed(shown.results, shown.moment)}
          day={Math.floor(shown.moment)}
          onSay={(event) => say(shown, event)}
        />
      ) : null,
    below: ({ results, moment }) => (revealed(results, moment) ? <Board results={results} /> : null),
    tools: ({ values }) => <RulesPanel values={values} />,
  },
};

/** Of the day that is shown now, which the drawn page may be a little behind. A new answer replaces the one before. */
function say({ now, actions }: ShownSlotProps<MonitoringResults>, event: Diagnosis): void {
  const day = Math.floor(now().moment ?? watchedDays);
  actions.set("diagnosis", actsText([{ time: day, act: event }]));
  actions.setMoment(day);
}

export default experimentView(presentation);
