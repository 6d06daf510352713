/**
 * One pool of workers for the page. Ranges of runs and asks are jobs in one queue: first what the reader waits for, then
 * what is computed in the background (maps), then what wants quiet. When a worker dies, a run's job is tried once more; an
 * ask is not, because nobody knows what it had done.
 */
import { createCrew, type Job } from "./crew";
import type { Pool, PoolOptions, PoolStatus, Task, TaskRequest } from "./pool-types";

export type { Pool, PoolOptions, PoolStatus, Task, TaskRequest } from "./pool-types";

const RUN_TRIES = 2;
const ENDED = "the worker was ended";

export function createPool(options: PoolOptions): Pool {
  let queue: Job[] = [];
  let status: PoolStatus = {};
  const listeners = new Set<(status: PoolStatus) => void>();
  const crew = createCrew(options, {
    onReady: publish,
    onFree: assign,
    onLost(job, message, startable) {
      if (job && job.triesLeft > 0) queue.unshift(job);
      else job?.onFailed(message);
      if (!startable) failAll(queue, message);
      else if (queue.length > 0) crew.fill();
      assign();
    },
  });

  function publish(next: PoolStatus): void {
    if (next.backend === status.backend && next.note === status.note) return;
    status = next;
    for (const listener of listeners) listener(status);
  }

  function failAll(jobs: readonly Job[], message: string): void {
    queue = queue.filter((job) => !jobs.includes(job));
    for (const job of jobs) job.onFailed(message);
  }

  function enqueue(jobs: readonly Job[]): void {
    queue.push(...jobs);
    crew.fill();
    assign();
  }

  /** Takes jobs out of the queue and away from the workers. */
  function withdraw(jobs: ReadonlySet<Job>): Job[] {
    const waiting = queue.filter((job) => jobs.has(job));
    queue = queue.filter((job) => !jobs.has(job));
    return [...crew.withdraw((job) => jobs.has(job)), ...waiting];
  }

  function assign(): void {
    if (queue.some(isWaitedFor)) queue.unshift(...crew.withdraw(isQuiet));
    for (let job = next(); job && crew.give(job); job = next()) queue.splice(queue.indexOf(job), 1);
  }

  function next(): Job | undefined {
    if (crew.isAt(isQuiet)) return undefined;
    return (
      queue.find(isWaitedFor) ??
      queue.find(({ urgency }) => urgency === "background") ??
      (crew.isAtRest() ? queue.find(isQuiet) : undefined)
    );
  }

  function submit({ simulation, values, ranges, background, onRange, onDone, onFailed }: TaskRequest): Task {
    const open = new Set<Job>();
    let held: Job[] = [];
    const cancel = () => {
      withdraw(open);
      open.clear();
      held = [];
    };
    for (const replicas of ranges) {
      const job: Job = {
        work: { type: "run", simulation, values, replicas },
        urgency: background ? "background" : "waited for",
        triesLeft: RUN_TRIES,
        onDone({ frames }) {
          onRange(replicas, frames);
          // Whoever hears of a range may cancel the rest.
          if (open.delete(job) && open.size === 0) onDone();
        },
        onFailed(message) {
          if (!open.has(job)) return;
          cancel();
          onFailed(message);
        },
      };
      open.add(job);
    }
    enqueue([...open]);
    return {
      cancel,
      hold() {
        held.push(...withdraw(open));
      },
      release() {
        queue.unshift(...held);
        held = [];
        assign();
      },
    };
  }

  return {
    submit,
    ask: ({ name }, what, input, { timeLimitMs, quiet, signal }) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const leave = () => signal?.removeEventListener("abort", stop);
        const job: Job = {
          work: { type: "ask", simulation: name, what, input },
          urgency: quiet ? "quiet" : "waited for",
          timeLimitMs,
          triesLeft: 1,
          onDone({ answer }) {
            leave();
            resolve(answer as never);
          },
          onFailed(message) {
            leave();
            reject(new Error(message));
          },
        };
        const stop = () => {
          withdraw(new Set([job]));
          reject(signal?.reason);
        };
        signal?.addEventListener("abort", stop, { once: true });
        enqueue([job]);
      }),
    warm: crew.fill,
    restart(backend) {
      queue.unshift(...crew.end(backend));
      publish({});
      crew.fill();
    },
    status: () => status,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose() {
      failAll([...crew.end(), ...queue], ENDED);
    },
  };
}

const isWaitedFor = ({ urgency }: Job): boolean => urgency === "waited for";
const isQuiet = ({ urgency }: Job): boolean => urgency === "quiet";
