"use client";
/** Promote or roll back, at any moment, while the learner is the judge. Both look the same: the page does not hint. */
import { ArrowRight, Undo2 } from "lucide-react";
import { useEffect, useRef } from "react";
import { Announce } from "../ui/ink/announce";
import { formatNumber } from "../ui/ink/format";
import type { StageProps } from "../ui/shell/presentation";
import { decidedAt, decisionMinute, knownRate, nextStep, ownFrame } from "./evidence";
import { lastMinute, type ReleaseFrame } from "./frames";
import type { ReleaseValues } from "./knobs";
import type { ReleaseResults } from "./results";
import "./decision.css";

export type Verdict = "promote" | "rollback";

type DecisionProps = StageProps<ReleaseResults> & { readonly onDecide: (verdict: Verdict) => void };

const count = (value: number): string => formatNumber(value, 0);
const keys: Readonly<Record<string, Verdict>> = { p: "promote", r: "rollback" };

/** Letters pressed in a field or a list belong to it. */
const takesLetters = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches("textarea, select, input:not([type=range]):not([type=checkbox])"));

/** The shortcut, seen only: aria-keyshortcuts says it. */
const Key = ({ letter }: { readonly letter: string }) => <span className="dl-decision-key" data-key={letter} />;

export function Decision({ values, results, moment, playing, onDecide }: DecisionProps) {
  const { run } = results;
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

  const frame = ownFrame(run, moment);
  const decided = decidedAt(values);
  const green = frame && knownRate(frame, "green");
  const blue = frame && knownRate(frame, "blue");
  const next = nextStep(run, values, moment);
  return (
    <div
      ref={ref}
      className="dl-decision"
      data-running={playing || (decided === undefined && moment < lastMinute(values))}
    >
      <Announce
        quiet={false}
        text={
          decided === undefined
            ? undefined
            : `${values.decision === "promote" ? "Promoted" : "Rolled back"} at minute ${decided}.`
        }
      />
      <div>
        <p className="dl-decision-title">
          {decided === undefined
            ? `Your decision, from minute ${decisionMinute(values, moment)} on`
            : `You ${values.decision === "promote" ? "promoted" : "rolled back"} at minute ${decided}`}
        </p>
        <p className="dl-decision-facts">
          {[
            green && blue && green.audited > 0
              ? `Green has misjudged ${count(green.wrong)} of ${count(green.audited)} reviewed phones, blue ${count(blue.wrong)} of ${count(blue.audited)}.`
              : "Inspectors have not reviewed any of green’s phones yet.",
            next ? `The next step is ${next.label} at minute ${count(next.minute)}.` : "",
            decided === undefined ? "" : "A new decision replaces this one.",
          ]
            .filter(Boolean)
            .join(" ")}
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
