"use client";

import "./questions.css";
import { useId, useState } from "react";
import { Icon } from "../icon";
import { type QuestionProps, useTold } from "./question";
import { QuestionFoot } from "./question-foot";

export interface CheckpointOption {
  readonly text: string;
  readonly explanation: string;
  readonly right?: boolean;
}

interface Props extends QuestionProps {
  readonly options: readonly CheckpointOption[];
}

/** One of several options, with an explanation for every one once the reader has answered. */
export function ChoiceQuestion({ question, options, kept, keep, again, tell, frame }: Props) {
  const name = useId();
  const [chosen, setChosen] = useState(-1);
  // Kept by its text: the answer survives a change of order, and a reworded option is asked again.
  const answer = options.findIndex(({ text }) => text === kept);
  const answered = answer >= 0;
  const right = options.findIndex((option) => option.right);
  useTold(tell, answered ? answer === right : undefined);

  const submit = () => {
    const option = options[chosen];
    if (option) keep(option.text);
  };
  return frame(
    answered,
    submit,
    <>
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
              <p className="option-explanation screen-only" id={`${name}-${i}`}>
                {option.explanation}
              </p>
            )}
          </div>
        ))}
      </fieldset>
      <QuestionFoot
        answered={answered}
        ready={chosen >= 0}
        onAgain={() => {
          again();
          setChosen(-1);
        }}
      />
      <p className="dl-hidden" role="status">
        {answered &&
          chosen >= 0 &&
          (answer === right ? "Right." : `Not right. The right answer is: ${options[right]?.text}.`)}
      </p>
    </>,
  );
}

function Mark({ mine, right }: { mine: boolean; right: boolean }) {
  if (!mine && !right) return null;
  return (
    <span className="dl-pair dl-small option-mark screen-only" data-right={right ? "" : undefined}>
      <Icon name={right ? "check" : "cross"} size={14} strokeWidth={1.8} />
      {mine && right ? (
        <span>
          your answer, <strong>right</strong>
        </span>
      ) : right ? (
        <strong>right</strong>
      ) : (
        <span>your answer</span>
      )}
    </span>
  );
}
