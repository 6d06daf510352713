"use client";

import "./questions.css";
import { useId, useState } from "react";
import { readings } from "@/simulations/ui/controls/readings";
import { type QuestionProps, useTold } from "./question";
import { QuestionFoot } from "./question-foot";

export interface NumberAnswer {
  readonly value: number;
  /** Answers this far from the value count as right. */
  readonly tolerance: number;
  readonly unit?: string;
}

export interface NumberMistake {
  readonly value: number;
  readonly explanation: string;
}

interface Props extends QuestionProps {
  readonly answer: NumberAnswer;
  /** How the number is computed. */
  readonly explanation: string;
  /** Values that a known mistake leads to, and what the mistake is. */
  readonly mistakes: readonly NumberMistake[];
}

/** A unit after the number is no mistake: the question's own, or a sign. */
export function numbersIn(text: string, unit = ""): number[] {
  const tidy = text.trim();
  const number = unit !== "" && tidy.toLowerCase().endsWith(unit.toLowerCase()) ? tidy.slice(0, -unit.length) : tidy;
  return readings(number.replace(/[%€]\s*$/, ""));
}

const near = (a: number, b: number, tolerance: number): boolean => Math.abs(a - b) <= tolerance * (1 + 1e-9);

/** A question that asks for a number the reader computes. Point and comma are both understood. */
export function NumberQuestion({ question, answer, explanation, mistakes, kept, keep, again, tell, frame }: Props) {
  const id = useId();
  const [typed, setTyped] = useState("");
  const [unread, setUnread] = useState(false);
  const meant = numbersIn(kept ?? "", answer.unit);
  const answered = meant.length > 0;
  const isNear = (value: number) => meant.some((each) => near(each, value, answer.tolerance));
  const right = isNear(answer.value);
  const mistake = answered && !right ? mistakes.find(({ value }) => isNear(value)) : undefined;
  useTold(tell, answered ? right : undefined);
  const unit = answer.unit ? `\u00a0${answer.unit}` : "";

  const submit = () => {
    if (numbersIn(typed, answer.unit).length === 0) setUnread(true);
    else keep(typed.trim());
  };
  return frame(
    answered,
    submit,
    <>
      <p className="number-question" id={`${id}-question`}>
        {question}
      </p>
      <div className="number-answer ui">
        <label htmlFor={id}>Your answer</label>
        <input
          id={id}
          inputMode="decimal"
          autoComplete="off"
          value={answered ? (kept ?? "") : typed}
          readOnly={answered}
          aria-describedby={`${id}-question ${id}-feedback`}
          aria-invalid={unread || undefined}
          onChange={(event) => {
            setTyped(event.target.value.slice(0, 40));
            setUnread(false);
          }}
        />
        {answer.unit && <span>{answer.unit}</span>}
      </div>
      <div className="number-feedback screen-only" id={`${id}-feedback`} role="status">
        {unread && <p>{`“${typed}” cannot be read as a number. Write it like 0.25 or 0,25.`}</p>}
        {answered && (
          <p>
            <strong>
              {right ? "Right." : `Not right. The right answer is ${answer.value.toLocaleString("en-GB")}${unit}.`}
            </strong>
          </p>
        )}
        {mistake && <p>{mistake.explanation}</p>}
        {answered && <p>{explanation}</p>}
      </div>
      <QuestionFoot
        answered={answered}
        ready={typed.trim() !== ""}
        onAgain={() => {
          again();
          setTyped("");
        }}
      />
    </>,
  );
}
