interface Props {
  readonly answered: boolean;
  /** The reader has given something that can be answered with. */
  readonly ready: boolean;
  onAgain(): void;
}

/** The button under a question: answer it, or answer it again. */
export function QuestionFoot({ answered, ready, onAgain }: Props) {
  return (
    <div className="checkpoint-foot ui dl-small screen-only">
      {answered ? (
        <button type="button" className="dl-text-button" onClick={onAgain}>
          Answer again
        </button>
      ) : (
        <button type="submit" className="dl-solid" disabled={!ready}>
          Answer
        </button>
      )}
    </div>
  );
}
