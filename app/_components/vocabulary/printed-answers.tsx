import "./questions.css";
import type { ReactNode } from "react";
import type { CheckpointOption } from "./choice-question";
import type { NumberAnswer, NumberMistake } from "./number-question";

/** The answers of a lesson's checkpoints, on a page of their own when it is printed. Made from the checkpoints by the notebook. */
export function PrintedAnswers({ children }: { children: ReactNode }) {
  return (
    <section className="print-only printed-answers prose">
      <h2>Answers to the checkpoints</h2>
      <ol>{children}</ol>
    </section>
  );
}

interface Props {
  readonly question: string;
  readonly options?: readonly CheckpointOption[];
  readonly answer?: NumberAnswer;
  readonly explanation?: string;
  readonly mistakes?: readonly NumberMistake[];
}

export function PrintedAnswer({ question, options = [], answer, explanation, mistakes = [] }: Props) {
  const unit = answer?.unit ? `\u00a0${answer.unit}` : "";
  return (
    <li>
      <p>{question}</p>
      {options.length > 0 && (
        <ul>
          {options.map(({ text, explanation, right }) => (
            <li key={text}>
              {right ? <strong>Right: {text}</strong> : text} {/[.!?]$/.test(text) ? "" : "– "}
              {explanation}
            </li>
          ))}
        </ul>
      )}
      {answer && (
        <p>
          <strong>
            {answer.value}
            {unit}
          </strong>{" "}
          (± {answer.tolerance}
          {unit}). {explanation}
        </p>
      )}
      {mistakes.map((mistake) => (
        <p key={mistake.value}>
          {mistake.value}
          {unit} is not right: {mistake.explanation}
        </p>
      ))}
    </li>
  );
}
