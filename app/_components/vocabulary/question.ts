import { type ReactNode, useEffect } from "react";

/** What a kind of question is given. */
export interface QuestionProps {
  readonly question: string;
  /** The answer as the device keeps it. */
  readonly kept: string | undefined;
  readonly keep: (answer: string) => void;
  readonly again: () => void;
  /** Tells the lesson whether the kept answer is right; undefined: not answered. */
  readonly tell: (right: boolean | undefined) => void;
  readonly frame: (answered: boolean, submit: () => void, children: ReactNode) => ReactNode;
}

export function useTold(tell: QuestionProps["tell"], right: boolean | undefined): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is told changes with the answer only
  useEffect(() => tell(right), [right]);
}
