/**
 * One pool of workers for the page. A task is a run's replica ranges; each range is a job for one worker. What the reader
 * waits for goes before what is computed in the background (maps). A worker that dies is replaced and its job tried once more.
 */
import type { Pool, PoolOptions, PoolStatus, TaskRequest } from "./pool-types";
import type { Backend, FromWorker, Port } from "./protocol";
import type { Frame, ReplicaRange } from "./simulation";
import type { Timing } from "./timing";

export type { Pool, PoolOptions, PoolStatus, Task, TaskRequest } from "./pool-types";

interface OpenTask {
  readonly request: TaskRequest;
  remaining: number;
  held: boolean;
  closed: boolean;
}

interface Job {
  readonly id: number;
  readonly task: OpenTask;
  readonly range: ReplicaRange;
  readonly frames: Frame[];
  attempts: number;
  /** true once the page lost interest; the worker is still to answer. */
  dropped: boolean;
}

interface Measuring {
  readonly id: number;
  readonly simulation: string;
  readonly resolve: (timing: Timing) => void;
  readonly reject: (reason: Error) => void;
}

interface Member {
  readonly port: Port;
  ready: boolean;
  job?: Job;
  measuring?: Measuring;
  unanswered: number;
}

const WATCH_MS = 2000;
const UNANSWERED_LIMIT = 10;
const ATTEMPTS = 2;

export function createPool({ createPort, size, wasmPath }: PoolOptions): Pool {
  let members: Member[] = [];
  let queue: Job[] = [];
  const toMeasure: Measuring[] = [];
  let nextJob = 1;
  let backend: Backend = "wasm";
  let status: PoolStatus = {};
  let watch: ReturnType<typeof setInterval> | undefined;
  /** Workers that ended before they were ready, in a row: a pool that cannot start must not try for ever. */
  let failedStarts = 0;
  const listeners = new Set<(status: PoolStatus) => void>();

  function publish(next: PoolStatus): void {
    if (next.backend === status.backend && next.note === status.note) return;
    status = next;
    for (const listener of listeners) listener(status);
  }

  function failTask(task: OpenTask, message: string): void {
    if (task.closed) return;
    closeTask(task);
    task.request.onFailed(message);
  }

  function closeTask(task: OpenTask): void {
    task.closed = true;
    queue = queue.filter((job) => job.task !== task);
    for (const member of members) if (member.job?.task === task) drop(member, member.job);
  }

  function drop(member: Member, job: Job): void {
    if (job.dropped) return;
    job.dropped = true;
    member.port.post({ type: "stop", job: job.id });
  }

  function lose(member: Member, message: string): void {
    if (!members.includes(member)) return;
    members = members.filter((other) => other !== member);
    member.port.terminate();
    const job = member.job;
    member.measuring?.reject(new Error(message));
    if (!member.ready) failedStarts++;
    if (job && !job.dropped) {
      if (job.attempts >= ATTEMPTS) failTask(job.task, message);
      else queue.unshift({ ...job, id: nextJob++, frames: [], dropped: false });
    }
    if (failedStarts >= size + 1) {
      const waiting = new Set(queue.map((other) => other.task));
      for (const task of waiting) failTask(task, message);
      refuseToMeasure(message);
      failedStarts = 0;
    } else if (queue.length + toMeasure.length > 0) fill();
  }

  function refuseToMeasure(message: string): void {
    for (const { reject } of toMeasure.splice(0)) reject(new Error(message));
  }

  function hear(member: Member, message: FromWorker): void {
    member.unanswered = 0;
    const { job, measuring } = member;
    switch (message.type) {
      case "ready":
        member.ready = true;
        failedStarts = 0;
        publish({
          backend: message.backend,
          ...(message.arithmetic === undefined ? {} : { arithmetic: message.arithmetic }),
          ...(message.note === undefined ? {} : { note: message.note }),
        });
        break;
      case "unable":
        lose(member, message.message);
        return;
      case "frames":
        if (job?.id === message.job && !job.dropped) job.frames.push(...message.frames);
        return;
      case "measured":
        if (measuring?.id !== message.job) return;
        member.measuring = undefined;
        measuring.resolve(message.timing);
        break;
      case "done":
      case "stopped":
      case "failed":
        if (message.type === "failed" && measuring?.id === message.job) {
          member.measuring = undefined;
          measuring.reject(new Error(message.message));
          break;
        }
        if (job?.id !== message.job) return;
        member.job = undefined;
        if (!job.dropped) settle(job, message);
        break;
      case "pong":
        return;
    }
    assign();
  }

  function settle(job: Job, message: FromWorker): void {
    const { task } = job;
    if (message.type === "failed") failTask(task, message.message);
    else if (message.type === "done") {
      task.remaining--;
      task.request.onRange(job.range, job.frames);
      if (task.remaining === 0 && !task.closed) {
        task.closed = true;
        task.request.onDone();
      }
    }
  }

  function nextWaiting(): Job | undefined {
    const free = queue.filter((job) => !job.task.held);
    const job = free.find((candidate) => !candidate.task.request.background) ?? free[0];
    if (job) queue.splice(queue.indexOf(job), 1);
    return job;
  }

  function assign(): void {
    for (const member of members) {
      if (!member.ready || member.job || member.measuring) continue;
      const job = nextWaiting();
      if (!job) break;
      job.attempts++;
      member.job = job;
      const { simulation, values } = job.task.request;
      member.port.post({ type: "run", job: job.id, simulation, values, replicas: job.range });
    }
    measureInQuiet();
  }

  /** What else runs would be measured too. */
  function measureInQuiet(): void {
    const member = members.find(({ ready }) => ready);
    if (!member || members.some(({ job, measuring }) => job || measuring)) return;
    const next = toMeasure.shift();
    if (!next) return;
    member.measuring = next;
    member.port.post({ type: "measure", job: next.id, simulation: next.simulation });
  }

  function fill(): void {
    while (members.length < size) {
      let member: Member;
      try {
        member = { port: createPort(), ready: false, unanswered: 0 };
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        for (const task of new Set(queue.map((job) => job.task))) failTask(task, message);
        refuseToMeasure(message);
        return;
      }
      members.push(member);
      member.port.listen(
        (message) => hear(member, message),
        (message) => lose(member, message),
      );
      member.port.post({ type: "start", wasmPath, backend });
    }
    watch ??= setInterval(look, WATCH_MS);
  }

  /** A worker that was killed says nothing: who has a job and leaves pings unanswered is taken for dead. */
  function look(): void {
    for (const member of [...members]) {
      if (!member.job && !member.measuring && member.ready) continue;
      if (++member.unanswered > UNANSWERED_LIMIT) lose(member, "the worker stopped answering");
      else member.port.post({ type: "ping" });
    }
  }

  function end(): void {
    clearInterval(watch);
    watch = undefined;
    for (const member of members) {
      member.measuring?.reject(new Error("the worker was ended"));
      member.port.terminate();
    }
    members = [];
    failedStarts = 0;
  }

  return {
    submit(request) {
      const task: OpenTask = { request, remaining: request.ranges.length, held: false, closed: false };
      for (const range of request.ranges)
        queue.push({ id: nextJob++, task, range, frames: [], attempts: 0, dropped: false });
      fill();
      assign();
      return {
        cancel: () => closeTask(task),
        hold() {
          if (task.closed || task.held) return;
          task.held = true;
          for (const member of members) {
            const job = member.job;
            if (job?.task !== task || job.dropped) continue;
            drop(member, job);
            queue.unshift({ ...job, id: nextJob++, frames: [], attempts: 0, dropped: false });
          }
        },
        release() {
          task.held = false;
          assign();
        },
      };
    },
    measure: (simulation) =>
      new Promise((resolve, reject) => {
        toMeasure.push({ id: nextJob++, simulation, resolve, reject });
        fill();
        assign();
      }),
    warm: fill,
    restart(next) {
      backend = next;
      const open = members.flatMap((member) => (member.job && !member.job.dropped ? [member.job] : []));
      end();
      publish({});
      queue.unshift(...open.map((job) => ({ ...job, id: nextJob++, frames: [], attempts: 0 })));
      fill();
    },
    status: () => status,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose() {
      end();
      refuseToMeasure("the worker was ended");
      for (const task of new Set(queue.map((job) => job.task))) task.closed = true;
      queue = [];
    },
  };
}
