"use client";

import type { ReactNode } from "react";
import { useCell } from "@/simulations/ui/shell/cell-context";
import { useLesson } from "../notebook/lesson-provider";
import { type CheckpointOption, ChoiceQuestion } from "./choice-question";
import { type NumberAnswer, type NumberMistake, NumberQuestion } from "./number-question";

interface Common {
  readonly question: string;
  /** Numbers of the lesson's objectives that this question tests, as "1,3". */
  readonly tests: string;
  /** Id of the cell to read again after a wrong answer; the cell before the question unless given. */
  readonly reread?: string;
  /** Set by the notebook. */
  readonly number?: string;
  readonly total?: string;
}

interface Choice extends Common {
  readonly options: readonly CheckpointOption[];
}

interface NumberAsked extends Common {
  readonly answer: NumberAnswer;
  readonly explanation: string;
  readonly mistakes?: readonly NumberMistake[];
}

/** What the two kinds of question share: a frame, a kept answer, and word to the lesson whether it was right. */
export function Checkpoint(props: Choice | NumberAsked) {
  const { saved, save, complete, id } = useCell();
  const { store } = useLesson();
  const kept =
    typeof saved === "object" && saved !== null && "answer" in saved && typeof saved.answer === "string"
      ? saved.answer
      : undefined;
  const keep = (answer: string) => {
    save({ answer });
    complete();
  };
  const tell = (right: boolean | undefined) => store.answered(id, { right, tests: props.tests, reread: props.reread });
  const shared = { question: props.question, kept, keep, again: () => save(null), tell };
  const frame = (answered: boolean, submit: () => void, children: ReactNode) => (
    <Frame number={props.number} total={props.total} answered={answered} submit={submit}>
      {children}
    </Frame>
  );
  return "options" in props ? (
    <ChoiceQuestion {...shared} options={props.options} frame={frame} />
  ) : (
    <NumberQuestion
      {...shared}
      answer={props.answer}
      explanation={props.explanation}
      mistakes={props.mistakes ?? []}
      frame={frame}
    />
  );
}

interface FrameProps {
  readonly number?: string;
  readonly total?: string;
  readonly answered: boolean;
  readonly submit: () => void;
  readonly children: ReactNode;
}

function Frame({ number, total, answered, submit, children }: FrameProps) {
  return (
    <form
      className="checkpoint"
      data-answered={answered ? "" : undefined}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className="cell-label">
        <h3>{`Checkpoint ${number} of ${total}`}</h3>
        <span className="dl-small dl-faint screen-only">{answered ? "answered" : "not answered"}</span>
      </div>
      {children}
    </form>
  );
}
