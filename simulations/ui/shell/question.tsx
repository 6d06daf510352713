/** The question to commit to before the run. What the run will show is not on the page until it is answered or skipped. */
import { useId } from "react";
import type { Guess } from "../../runtime/experiment-state";
import { LineSample } from "../ink/line-sample";
import type { Option } from "../results/verdict";

interface QuestionProps {
  readonly options: readonly Option[];
  readonly guess: Guess;
  readonly chosen: string | undefined;
  readonly onChoose: (option: string) => void;
  readonly onRun: () => void;
  /** Runs without an answer. */
  readonly onSkip: () => void;
  /** The same, and is not asked again here. */
  readonly onNever: () => void;
}

export function Question({ options, guess, chosen, onChoose, onRun, onSkip, onNever }: QuestionProps) {
  const name = useId();
  if (guess.kind !== "open") {
    const made = guess.kind === "made" ? options.find((option) => option.id === guess.option) : undefined;
    return (
      <div className="dl-question">
        {made && (
          <p className="dl-said">
            Your guess is <span className="dl-guess">{made.label}</span>. Run the experiment to see the answer.
          </p>
        )}
        <div className="dl-question-actions">
          <button type="button" className="dl-solid" onClick={onRun}>
            Run
          </button>
        </div>
      </div>
    );
  }
  return (
    <div className="dl-question">
      <fieldset className="dl-options">
        <legend className="dl-hidden">Your guess</legend>
        {options.map((option) => (
          <label key={option.id} className="dl-option">
            <input
              type="radio"
              name={name}
              value={option.id}
              checked={chosen === option.id}
              onChange={() => onChoose(option.id)}
            />
            {option.role && <LineSample role={option.role} width={50} />}
            <span>{option.label}</span>
          </label>
        ))}
      </fieldset>
      <div className="dl-question-actions">
        <button
          type="button"
          className="dl-solid"
          aria-label="Run: Commit and run"
          disabled={chosen === undefined}
          onClick={onRun}
        >
          Commit and run
        </button>
        <button type="button" className="dl-text-button" onClick={onSkip}>
          Skip the guess
        </button>
        <button type="button" className="dl-text-button dl-never" onClick={onNever}>
          Don’t ask again here
        </button>
      </div>
    </div>
  );
}
