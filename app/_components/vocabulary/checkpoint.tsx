"use client";

import { Check, X } from "lucide-react";
import { useId, useState } from "react";
import { useCell } from "@/simulations/ui/cell-context";

export interface CheckpointOption {
  readonly text: string;
  readonly explanation: string;
  readonly right?: boolean;
}

interface Props {
  readonly question: string;
  readonly options: readonly CheckpointOption[];
  /** Set by the notebook. */
  readonly number?: string;
  readonly total?: string;
}

/** The option that was kept, by its text: it survives a change of order, and a reworded option is asked again. */
const keptAnswer = (saved: unknown, options: readonly CheckpointOption[]): number =>
  options.findIndex(
    ({ text }) => typeof saved === "object" && saved !== null && "answer" in saved && saved.answer === text,
  );

/** A question with an explanation for every option, shown once the reader has answered. */
export function Checkpoint({ question, options, number, total }: Props) {
  const { saved, save, complete } = useCell();
  const name = useId();
  const [chosen, setChosen] = useState(-1);
  const answer = keptAnswer(saved, options);
  const answered = answer >= 0;
  const right = options.findIndex((option) => option.right);

  const commit = () => {
    const option = options[chosen];
    if (!option) return;
    save({ answer: option.text });
    complete();
  };

  return (
    <form
      className="checkpoint"
      data-answered={answered ? "" : undefined}
      onSubmit={(event) => {
        event.preventDefault();
        commit();
      }}
    >
      <div className="cell-label">
        <h3>
          Checkpoint {number} of {total}
        </h3>
        <span>{answered ? "answered" : "not answered"}</span>
      </div>
      <fieldset>
        <legend>{question}</legend>
        {options.map((option, i) => (
          <div className="option" key={option.text} data-mine={i === answer ? "" : undefined}>
            <label>
              <input
                type="radio"
                name={name}
                checked={answered ? i === answer : i === chosen}
                disabled={answered && i !== answer}
                readOnly={answered}
                aria-describedby={answered ? `${name}-${i}` : undefined}
                onChange={() => {
                  if (!answered) setChosen(i);
                }}
              />
              <span className="option-text">{option.text}</span>
              {answered && <Mark mine={i === answer} right={i === right} />}
            </label>
            {answered && (
              <p className="option-explanation" id={`${name}-${i}`}>
                {option.explanation}
              </p>
            )}
          </div>
        ))}
      </fieldset>
      <div className="checkpoint-foot">
        {answered ? (
          <button
            type="button"
            className="button-text"
            onClick={() => {
              save(null);
              setChosen(-1);
            }}
          >
            Answer again
          </button>
        ) : (
          <button type="submit" className="button-solid" disabled={chosen < 0}>
            Answer
          </button>
        )}
      </div>
      <p className="visually-hidden" role="status">
        {answered && chosen >= 0 && (answer === right ? "Right." : `Not right. Right is: ${options[right]?.text}.`)}
      </p>
    </form>
  );
}

function Mark({ mine, right }: { mine: boolean; right: boolean }) {
  if (!mine && !right) return null;
  const Icon = right ? Check : X;
  return (
    <span className="option-mark" data-right={right ? "" : undefined}>
      <Icon size={14} strokeWidth={1.8} aria-hidden="true" />
      {mine && right ? (
        <>
          your answer, <strong>right</strong>
        </>
      ) : right ? (
        <strong>right</strong>
      ) : (
        "your answer"
      )}
    </span>
  );
}
