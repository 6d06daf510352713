import { Icon } from "../icon";
import type { CellRun } from "./lesson-store";

interface Props {
  readonly number: string;
  readonly title: string;
  /** Absent: the cell does not run. */
  readonly run: CellRun | undefined;
  onRun(): void;
  onPause(): void;
}

const words = { idle: "", running: "running", paused: "paused", done: "done", failed: "failed" } as const;

/** Number of the cell; for one that runs its round button, run count and status, as notebook users know them. */
export function Gutter({ number, title, run, onRun, onPause }: Props) {
  const running = run?.status === "running";
  return (
    <div className="gutter screen-only">
      <span className="gutter-number">
        <span className="dl-hidden">Cell </span>
        {number}
      </span>
      {run && (
        <>
          <button
            type="button"
            className="dl-round"
            aria-label={`${running ? "Pause" : "Run"} cell ${number}, ${title}`}
            title={running ? "Pause this cell" : "Run this cell"}
            onClick={(event) => {
              // The second click of a double click means the same as the first.
              if (event.detail > 1) return;
              if (running) onPause();
              else onRun();
            }}
          >
            {running ? (
              <Icon name="pause" size={14} strokeWidth={1.6} />
            ) : (
              <Icon name="play" size={14} strokeWidth={1.6} />
            )}
          </button>
          <span className="gutter-status" data-status={run.status}>
            {run.runCount > 0 && <span>{`run ${run.runCount}`}</span>}
            {words[run.status] && <span>{words[run.status]}</span>}
          </span>
        </>
      )}
    </div>
  );
}
