/** Name of the experiment, what it is doing, and the rule that grows while it computes. */
import { type ReactNode, useEffect, useState } from "react";
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
  /** Nothing has come for a while. */
  readonly silent?: boolean;
  readonly children: ReactNode;
}

/** So long nothing comes before the reader is told: far longer than a first answer takes. */
const SILENCE_S = 10;

const seconds = (ms: number): string => (ms < 50 ? "less than 0.1 s" : `${(ms / 1000).toFixed(ms < 9950 ? 1 : 0)} s`);

export function statusText(props: Omit<NameLineProps, "title" | "children">): string {
  const { status, run, replicas, stale, playing, fromLink, work, silent } = props;
  const done = run && !stale ? run.replicasDone : 0;
  const all = run && !stale ? run.replicas : replicas;
  const computing = `${done} of ${all} replicas`;
  const plural = all === 1 ? "1 replica" : `${all} replicas`;
  switch (status) {
    case "idle":
      return fromLink ? "from a link, not run yet" : "not run yet";
    case "running":
      return playing && run?.complete ? "playing" : `${computing}${silent ? `, no answer for ${SILENCE_S} s` : ""}`;
    case "paused":
      return run?.complete && !stale ? "paused" : `paused, ${computing}`;
    case "failed":
      return "stopped";
    case "done":
      return `${plural}, ${work} in ${seconds(run?.elapsedMs ?? 0)}`;
  }
}

/** Whether what is waited for has not changed for a while. */
function useSilence(isWaiting: boolean, done: number): boolean {
  const [silent, setSilent] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every answer begins the time anew
  useEffect(() => {
    setSilent(false);
    if (!isWaiting) return;
    const timer = setTimeout(() => setSilent(true), SILENCE_S * 1000);
    return () => clearTimeout(timer);
  }, [isWaiting, done]);
  return silent;
}

export function NameLine(props: Omit<NameLineProps, "silent">) {
  const { title, children, ...state } = props;
  const { status, run, replicas, stale, playing } = state;
  const done = run && !stale ? run.replicasDone : 0;
  const computing = (status === "running" && !(playing && run?.complete)) || (status === "paused" && !run?.complete);
  const silent = useSilence(computing && status === "running", done);
  return (
    <header className="dl-row dl-name-line">
      <h3>{title}</h3>
      <span className="dl-status dl-small dl-faint dl-figures">{statusText({ ...state, silent })}</span>
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
