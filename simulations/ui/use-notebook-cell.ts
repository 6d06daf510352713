/** Ties an experiment to the notebook cell around it: run, pause and clear from the gutter, status back, the guess kept. */
import { useEffect, useRef } from "react";
import type { ExperimentActions, Guess, Status } from "../runtime/experiment-state";
import { useCell } from "./cell-context";

interface CellTies {
  readonly status: Status;
  readonly runCount: number;
  readonly guess: Guess;
  readonly run: () => void;
  readonly actions: ExperimentActions;
}

/** The guess that a cell kept, when it is one. */
export function keptGuess(saved: unknown): Guess | undefined {
  if (typeof saved !== "object" || saved === null || !("guess" in saved)) return undefined;
  const { guess } = saved;
  if (typeof guess !== "object" || guess === null || !("kind" in guess)) return undefined;
  if (guess.kind === "skipped") return { kind: "skipped" };
  if (guess.kind !== "made" || !("option" in guess) || typeof guess.option !== "string") return undefined;
  return guess.option.length <= 40 ? { kind: "made", option: guess.option } : undefined;
}

export function useNotebookCell({ status, runCount, guess, run, actions }: CellTies): void {
  const cell = useCell();
  const latest = useRef({ run, actions });
  latest.current = { run, actions };
  const { register, report, save, complete, saved, id } = cell;
  const calls = useRef({ report, save, complete });
  calls.current = { report, save, complete };
  const enter = useRef(register);
  enter.current = register;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another cell is another place to enter
  useEffect(
    () =>
      enter.current({
        run: () => latest.current.run(),
        pause: () => latest.current.actions.pause(),
        clear: () => latest.current.actions.clear(),
        restart: () => {
          latest.current.actions.clear();
          latest.current.actions.reset();
        },
      }),
    [id],
  );

  useEffect(() => {
    const kept = keptGuess(saved);
    if (kept) latest.current.actions.restoreGuess(kept);
  }, [saved]);

  useEffect(() => {
    calls.current.report(status, runCount);
    if (status === "done") calls.current.complete();
  }, [status, runCount]);

  const before = useRef(guess);
  useEffect(() => {
    // Only what changed on this page is kept: at first the cell may not have been read from the device yet.
    if (before.current === guess) return;
    before.current = guess;
    calls.current.save({ guess });
  }, [guess]);
}
