"use client";
/** Promote or roll back, at any moment, while the learner is the judge. Both look the same: the page does not hint. */
import { ArrowRight, Undo2 } from "lucide-react";
import { useEffect, useRef } from "react";
import { Announce } from "../ui/ink/announce";
import { formatNumber } from "../ui/ink/format";
import { unbroken } from "../ui/ink/unbroken";
import type { StageProps } from "../ui/shell/presentation";
import { decisionMinute, decisionsOf } from "./decisions";
import { lastMinute } from "./frames";
import type { ReleaseAct } from "./knobs";
import type { ReleaseResults } from "./results";
import "./decision.css";

type DecisionProps = StageProps<ReleaseResults> & { readonly onDecide: (act: ReleaseAct) => void };

const count = (value: number): string => formatNumber(value, 0);
const keys: Readonly<Record<string, ReleaseAct>> = { p: "promote", r: "rollback" };

const pastOf: Readonly<Record<ReleaseAct, string>> = { promote: "promoted", rollback: "rolled back" };

/** Letters pressed in a field or a list belong to it. */
const takesLetters = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches("textarea, select, input:not([type=range]):not([type=checkbox])"));

/** The shortcut, seen only: aria-keyshortcuts says it. */
const Key = ({ letter }: { readonly letter: string }) => <span className="dl-decision-key" data-key={letter} />;

export function Decision({ values, results, moment, playing, onDecide }: DecisionProps) {
  const ref = useRef<HTMLDivElement>(null);
  const decide = useRef(onDecide);
  decide.current = onDecide;

  useEffect(() => {
    const section = ref.current?.closest<HTMLElement>(".dl-experiment");
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || takesLetters(event.target)) return;
      const decision = keys[event.key.toLowerCase()];
      if (decision) decide.current(decision);
    };
    section?.addEventListener("keydown", onKey);
    return () => section?.removeEventListener("keydown", onKey);
  }, []);

  const decisions = decisionsOf(values);
  const decided = decisions.map(({ act, time }) => `${pastOf[act]} at minute\u00a0${time}`).join(" and ");
  const rates = results.at(moment)?.rates;
  const next = results.nextStep(moment);
  return (
    <div ref={ref} className="dl-decision" data-running={playing || (decided === "" && moment < lastMinute(values))}>
      <Announce quiet={false} text={decided === "" ? undefined : `${decided[0]!.toUpperCase()}${decided.slice(1)}.`} />
      <div>
        <p className="dl-decision-title">
          {decided === "" ? `Your decision, from minute\u00a0${decisionMinute(values, moment)} on` : `You ${decided}`}
        </p>
        <p className="dl-decision-facts dl-small dl-figures">
          {unbroken(
            [
              rates && rates.green.audited > 0
                ? `Green has misjudged ${count(rates.green.wrong)} of ${count(rates.green.audited)} reviewed phones, blue ${count(rates.blue.wrong)} of ${count(rates.blue.audited)}.`
                : "Inspectors have not reviewed any of green’s phones yet.",
              next ? `The next step is ${next.label.replace(" ", "\u00a0")} at minute\u00a0${count(next.minute)}.` : "",
              decisions.length > 0 && `A new decision replaces ${decisions.length > 1 ? "these" : "this one"}.`,
            ]
              .filter(Boolean)
              .join(" "),
          )}
        </p>
      </div>
      <div className="dl-decision-buttons">
        <button type="button" className="dl-outlined" aria-keyshortcuts="r" onClick={() => decide.current("rollback")}>
          <Undo2 aria-hidden="true" />
          <span>
            Roll back<span className="dl-decision-more"> to 0 %</span>
          </span>
          <Key letter="R" />
        </button>
        <button type="button" className="dl-outlined" aria-keyshortcuts="p" onClick={() => decide.current("promote")}>
          <ArrowRight aria-hidden="true" />
          <span>
            Promote<span className="dl-decision-more"> to 100 %</span>
          </span>
          <Key letter="P" />
        </button>
      </div>
    </div>
  );
}
