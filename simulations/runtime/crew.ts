/**
 * The workers themselves: started, watched, replaced when they die or a time limit passes, and which job each of them has.
 * A job is work for one worker; the crew knows no difference between a range of a run and an ask.
 */
import type { PoolOptions, PoolStatus } from "./pool-types";
import type { Backend, FromWorker, Port, Work } from "./protocol";
import type { Frame } from "./simulation";

export interface Job {
  readonly work: Work;
  /** What the reader waits for goes before what is computed in the background; quiet work wants to be alone. */
  readonly urgency: "waited for" | "background" | "quiet";
  readonly timeLimitMs?: number;
  /** How often it may still be given to a worker. */
  triesLeft: number;
  /** A run's frames, or an answer. */
  readonly onDone: (result: { readonly frames: readonly Frame[]; readonly answer?: unknown }) => void;
  readonly onFailed: (message: string) => void;
}

export interface CrewListener {
  readonly onReady: (status: PoolStatus) => void;
  /** A worker has nothing to do. */
  readonly onFree: () => void;
  /** A worker is gone, and with it what it did. `startable` is false when workers end before they are ready. */
  readonly onLost: (job: Job | undefined, message: string, startable: boolean) => void;
}

/** What a worker is busy with; the job is gone once the page lost interest, and the worker is still to answer. */
interface Given {
  readonly id: number;
  job: Job | undefined;
  readonly frames: Frame[];
  readonly limit: ReturnType<typeof setTimeout> | undefined;
}

interface Member {
  readonly port: Port;
  ready: boolean;
  given?: Given;
  unanswered: number;
}

const words = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const WATCH_MS = 2000;
const UNANSWERED_LIMIT = 10;

export function createCrew({ createPort, size, wasmPath }: PoolOptions, listener: CrewListener) {
  let members: Member[] = [];
  let backend: Backend = "wasm";
  let nextId = 1;
  let watch: ReturnType<typeof setInterval> | undefined;
  /** Workers that ended before they were ready, in a row: a crew that cannot start must not try for ever. */
  let failedStarts = 0;

  function takeFrom(member: Member): Given | undefined {
    const { given } = member;
    clearTimeout(given?.limit);
    member.given = undefined;
    return given;
  }

  function lose(member: Member, message: string): void {
    if (!members.includes(member)) return;
    members = members.filter((other) => other !== member);
    member.port.terminate();
    if (!member.ready) failedStarts++;
    const startable = failedStarts <= size;
    if (!startable) failedStarts = 0;
    listener.onLost(takeFrom(member)?.job, message, startable);
  }

  function hear(member: Member, message: FromWorker): void {
    member.unanswered = 0;
    switch (message.type) {
      case "ready": {
        const { type, ...status } = message;
        member.ready = true;
        failedStarts = 0;
        listener.onReady(status);
        break;
      }
      case "unable":
        lose(member, message.message);
        return;
      case "pong":
        return;
      default:
        if (member.given?.id !== message.job) return;
        if (message.type === "frames") {
          if (member.given.job) member.given.frames.push(...message.frames);
          return;
        }
        end(takeFrom(member)!, message);
    }
    listener.onFree();
  }

  function end(
    { job, frames }: Given,
    message: Extract<FromWorker, { type: "done" | "answered" | "stopped" | "failed" }>,
  ) {
    if (message.type === "failed") job?.onFailed(message.message);
    else if (message.type === "answered") job?.onDone({ frames, answer: message.answer });
    else if (message.type === "done") job?.onDone({ frames });
  }

  function fill(): void {
    while (members.length < size) {
      let member: Member;
      try {
        member = { port: createPort(), ready: false, unanswered: 0 };
      } catch (error) {
        listener.onLost(undefined, words(error), false);
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
      if (!member.given && member.ready) continue;
      if (++member.unanswered > UNANSWERED_LIMIT) lose(member, "the worker stopped answering");
      else member.port.post({ type: "ping" });
    }
  }

  /** The page lost interest, or comes back to it later: the try does not count. */
  function withdrawFrom({ given, port }: Member): Job[] {
    const job = given?.job;
    if (!given || !job) return [];
    given.job = undefined;
    job.triesLeft++;
    port.post({ type: "stop", job: given.id });
    return [job];
  }

  return {
    /** Starts workers until there are enough. */
    fill,
    /** @returns whether there was a worker for it */
    give(job: Job): boolean {
      const member = members.find(({ ready, given }) => ready && !given);
      if (!member) return false;
      const { timeLimitMs } = job;
      const expire = () => {
        lose(member, `there was no answer within ${timeLimitMs! / 1000} s`);
        fill();
      };
      const id = nextId++;
      member.given = {
        id,
        job,
        frames: [],
        limit: timeLimitMs === undefined ? undefined : setTimeout(expire, timeLimitMs),
      };
      job.triesLeft--;
      try {
        member.port.post({ ...job.work, job: id });
      } catch (error) {
        // What cannot be cloned never reached the worker.
        takeFrom(member);
        job.onFailed(words(error));
      }
      return true;
    },
    /** Whether one of the workers is at such a job. */
    isAt: (fits: (job: Job) => boolean) => members.some(({ given }) => given?.job && fits(given.job)),
    /** Whether no worker computes anything, not even what nobody wants any more. */
    isAtRest: () => members.every(({ given }) => !given),
    /** Stops such jobs and gives them back. */
    withdraw: (fits: (job: Job) => boolean): Job[] =>
      members.flatMap((member) => (member.given?.job && fits(member.given.job) ? withdrawFrom(member) : [])),
    /** Ends all workers and gives back what they were at; the next ones start on `next`. */
    end(next: Backend = backend): Job[] {
      backend = next;
      clearInterval(watch);
      watch = undefined;
      const jobs = members.flatMap(withdrawFrom);
      for (const member of members) {
        takeFrom(member);
        member.port.terminate();
      }
      members = [];
      failedStarts = 0;
      return jobs;
    },
  };
}
