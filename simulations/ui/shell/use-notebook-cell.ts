/** Ties an experiment to the notebook cell around it: run, pause, clear and restart from the gutter, status back. */
import { useEffect, useRef } from "react";
import type { ExperimentActions, Status } from "../../runtime/experiment-state";
import { useCell } from "./cell-context";

interface CellTies {
  readonly status: Status;
  readonly runCount: number;
  readonly run: () => void;
  readonly restart: () => void;
  readonly actions: ExperimentActions;
}

export function useNotebookCell({ status, runCount, run, restart, actions }: CellTies): void {
  const { id, register, report } = useCell();
  const latest = useRef({ run, restart, actions, report, register });
  latest.current = { run, restart, actions, report, register };

  // biome-ignore lint/correctness/useExhaustiveDependencies: another cell is another place to enter
  useEffect(
    () =>
      latest.current.register({
        run: () => latest.current.run(),
        pause: () => latest.current.actions.pause(),
        clear: () => latest.current.actions.clear(),
        restart: () => latest.current.restart(),
      }),
    [id],
  );

  useEffect(() => latest.current.report(status, runCount), [status, runCount]);
}
