"use client";
/** Promote or roll back, at any moment, while the learner is the judge. Both look the same: the page does not hint. */
import { ArrowRight, Undo2 } from "lucide-react";
import { formatNumber } from "../ui/ink/format";
import { type Choice, DecisionPlace } from "../ui/shell/decision";
import type { StageProps } from "../ui/shell/presentation";
import { decisionMinute, decisionsOf } from "./decisions";
import { lastMinute } from "./frames";
import type { ReleaseAct } from "./knobs";
import type { ReleaseResults } from "./results";

type DecisionProps = StageProps<ReleaseResults> & { readonly onDecide: (act: ReleaseAct) => void };

const count = (value: number): string => formatNumber(value, 0);

const pastOf: Readonly<Record<ReleaseAct, string>> = { promote: "promoted", rollback: "rolled back" };

const choices: readonly Choice<ReleaseAct>[] = [
  { act: "rollback", letter: "r", icon: <Undo2 aria-hidden="true" />, label: "Roll back", more: " to 0 %" },
  { act: "promote", letter: "p", icon: <ArrowRight aria-hidden="true" />, label: "Promote", more: " to 100 %" },
];

export function Decision({ values, results, moment, playing, onDecide }: DecisionProps) {
  const decisions = decisionsOf(values);
  const decided = decisions.map(({ act, time }) => `${pastOf[act]} at minute\u00a0${time}`).join(" and ");
  const rates = results.at(moment)?.rates;
  const next = results.nextStep(moment);
  return (
    <DecisionPlace
      running={playing || (decided === "" && moment < lastMinute(values))}
      said={decided === "" ? undefined : `${decided[0]!.toUpperCase()}${decided.slice(1)}.`}
      title={decided === "" ? `Your decision, from minute\u00a0${decisionMinute(values, moment)} on` : `You ${decided}`}
      facts={[
        rates && rates.green.audited > 0
          ? `Green has misjudged ${count(rates.green.wrong)} of ${count(rates.green.audited)} reviewed phones, blue ${count(rates.blue.wrong)} of ${count(rates.blue.audited)}.`
          : "Inspectors have not reviewed any of green’s phones yet.",
        next ? `The next step is ${next.label.replace(" ", "\u00a0")} at minute\u00a0${count(next.minute)}.` : "",
        decisions.length > 0 && `A new decision replaces ${decisions.length > 1 ? "these" : "this one"}.`,
      ]
        .filter(Boolean)
        .join(" ")}
      {...{ choices, onDecide }}
    />
  );
}
