"use client";
/** What can be done at any moment of a run of events: a title, the facts, and buttons with a key each. */
import { type ReactNode, useEffect, useRef } from "react";
import { Announce } from "../ink/announce";
import { unbroken } from "../ink/unbroken";
import "./decision.css";

export interface Choice<Act extends string = string> {
  readonly act: Act;
  /** The key that does it, a lower-case letter. */
  readonly letter: string;
  readonly icon: ReactNode;
  readonly label: string;
  /** Follows the label where there is room: " to 100 %". */
  readonly more?: string;
}

export interface DecisionPlaceProps<Act extends string> {
  /** There is something to decide: on a narrow screen it stays in sight. */
  readonly running: boolean;
  /** What was decided, announced when it changes. */
  readonly said?: string | undefined;
  readonly title: string;
  readonly facts: string;
  /** None once nothing can be done any more. */
  readonly choices: readonly Choice<Act>[];
  readonly onDecide: (act: Act) => void;
}

/** Letters pressed in a field or a list belong to it. */
const takesLetters = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches("textarea, select, input:not([type=range]):not([type=checkbox])"));

/** The shortcut, seen only: aria-keyshortcuts says it. */
const Key = ({ letter }: { readonly letter: string }) => (
  <span className="dl-decision-key" data-key={letter.toUpperCase()} />
);

export function DecisionPlace<Act extends string>({
  running,
  said,
  title,
  facts,
  choices,
  onDecide,
}: DecisionPlaceProps<Act>) {
  const ref = useRef<HTMLDivElement>(null);
  const latest = useRef({ choices, onDecide });
  latest.current = { choices, onDecide };

  useEffect(() => {
    const section = ref.current?.closest<HTMLElement>(".dl-experiment");
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || takesLetters(event.target)) return;
      const { choices, onDecide } = latest.current;
      const choice = choices.find(({ letter }) => letter === event.key.toLowerCase());
      if (choice) onDecide(choice.act);
    };
    section?.addEventListener("keydown", onKey);
    return () => section?.removeEventListener("keydown", onKey);
  }, []);

  return (
    <div ref={ref} className="dl-decision" data-running={running}>
      <Announce quiet={false} text={said} />
      <div>
        <p className="dl-decision-title">{title}</p>
        <p className="dl-decision-facts dl-small dl-figures">{unbroken(facts)}</p>
      </div>
      {choices.length > 0 && (
        <div className="dl-decision-buttons">
          {choices.map(({ act, letter, icon, label, more }) => (
            <button
              key={act}
              type="button"
              className="dl-outlined"
              aria-keyshortcuts={letter}
              onClick={() => latest.current.onDecide(act)}
            >
              {icon}
              <span>
                {label}
                {more && <span className="dl-decision-more">{more}</span>}
              </span>
              <Key letter={letter} />
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
