/** Name of the experiment, what it is doing, and the rule that grows while it computes. */
import type { ReactNode } from "react";
import type { Run, Status } from "../../runtime/experiment-state";

interface NameLineProps {
  readonly title: string;
  readonly status: Status;
  readonly run: Run | undefined;
  readonly replicas: number;
  /** The run shown is of other values than those being computed. */
  readonly stale: boolean;
  readonly playing: boolean;
  readonly fromLink: boolean;
  readonly work: string;
  readonly children: ReactNode;
}

const seconds = (ms: number): string => (ms < 50 ? "less than 0.1 s" : `${(ms / 1000).toFixed(ms < 9950 ? 1 : 0)} s`);

export function statusText(props: Omit<NameLineProps, "title" | "children">): string {
  const { status, run, replicas, stale, playing, fromLink, work } = props;
  const done = run && !stale ? run.replicasDone : 0;
  const all = run && !stale ? run.replicas : replicas;
  const computing = `${done} of ${all} replicas`;
  const plural = all === 1 ? "1 replica" : `${all} replicas`;
  switch (status) {
    case "idle":
      return fromLink ? "from a link, not run yet" : "not run yet";
    case "running":
      return playing && run?.complete ? "playing" : computing;
    case "paused":
      return run?.complete && !stale ? "paused" : `paused, ${computing}`;
    case "failed":
      return "stopped";
    case "done":
      return `${plural}, ${work} in ${seconds(run?.elapsedMs ?? 0)}`;
  }
}

export function NameLine(props: NameLineProps) {
  const { title, children, ...state } = props;
  const { status, run, replicas, stale, playing } = state;
  const done = run && !stale ? run.replicasDone : 0;
  const computing = (status === "running" && !(playing && run?.complete)) || (status === "paused" && !run?.complete);
  return (
    <header className="dl-row dl-name-line">
      <h3>{title}</h3>
      <span className="dl-status dl-small dl-faint dl-figures">{statusText(state)}</span>
      {children}
      {computing && (
        <div
          className="dl-progress"
          role="progressbar"
          aria-label="Replicas computed"
          aria-valuemin={0}
          aria-valuemax={replicas}
          aria-valuenow={done}
        >
          <span style={{ width: `${(100 * done) / Math.max(1, replicas)}%` }} />
        </div>
      )}
    </header>
  );
}
