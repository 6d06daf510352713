"use client";

import "./questions.css";
import { type ReactNode, useId, useState } from "react";
import { notebook, useNotebook } from "../../_state/notebook";
import { Icon } from "../icon";
import { useLesson } from "../notebook/lesson-provider";

interface Props {
  readonly question: string;
  readonly options: readonly string[];
  /** Index of the option that comes true. */
  readonly answer: number;
  /** Why; shown after the guess. */
  readonly children: ReactNode;
  /** Set by the notebook. */
  readonly id?: string;
}

const SKIPPED = { skipped: true };

/** A short question to commit to before reading on. The explanation appears after the guess, or after skipping it. */
export function Predict({ question, options, answer, children, id = "predict" }: Props) {
  const { slug } = useLesson();
  const saved = useNotebook((state) => state.lessons[slug]?.saved[id]);
  const name = useId();
  const [chosen, setChosen] = useState(-1);
  const kept = typeof saved === "object" && saved !== null ? saved : {};
  const guess = "guess" in kept ? options.indexOf(String(kept.guess)) : -1;
  const open = guess < 0 && !("skipped" in kept);
  const save = (value: unknown) => notebook.getState().save(slug, id, value);

  return (
    <form
      className="predict"
      onSubmit={(event) => {
        event.preventDefault();
        if (options[chosen] !== undefined) save({ guess: options[chosen] });
      }}
    >
      <p className="box-label">Before you read on</p>
      <fieldset>
        <legend>{question}</legend>
        {open &&
          options.map((option, i) => (
            <label className="predict-option" key={option}>
              <input type="radio" name={name} checked={i === chosen} onChange={() => setChosen(i)} />
              <span>{option}</span>
            </label>
          ))}
      </fieldset>
      {open && (
        <div className="dl-question-actions ui screen-only">
          <button type="submit" className="dl-outlined" disabled={chosen < 0}>
            Commit
          </button>
          <button type="button" className="dl-text-button" onClick={() => save(SKIPPED)}>
            Skip the guess
          </button>
        </div>
      )}
      {open && (
        <div className="print-only">
          <p>
            <strong>{options[answer]}.</strong>
          </p>
          {children}
        </div>
      )}
      <div aria-live="polite">
        {!open && (
          <>
            <p className="predict-outcome">
              <Icon name="check" size={16} strokeWidth={1.8} />
              <span>
                <strong>{options[answer]}.</strong>
                {guess >= 0 && guess === answer && (
                  <>
                    {" "}
                    <span className="dl-guess">Your guess</span> was right.
                  </>
                )}
                {guess >= 0 && guess !== answer && (
                  <>
                    {" "}
                    Your guess was <span className="dl-guess">{options[guess]}</span>.
                  </>
                )}
              </span>
            </p>
            <div className="predict-explanation">{children}</div>
          </>
        )}
      </div>
    </form>
  );
}
