/** The worker's side: runs engines and answers asks for the page, and hears "stop" between two steps of either. */
import type { Asks } from "./asks";
import type { Arithmetic, Backend, FromWorker, ToWorker } from "./protocol";
import type { Engine, Frame } from "./simulation";
import { buffersOf } from "./transfer";

export interface WorkerScope {
  postMessage(message: FromWorker, transfer: ArrayBuffer[]): void;
  addEventListener(type: "message", listener: (event: { data: ToWorker }) => void): void;
}

export interface Served {
  readonly scope: WorkerScope;
  /** Starts the training library; tells what it runs on. */
  readonly start: (
    wasmPath: string,
    backend: Backend,
  ) => Promise<{ backend: Backend; arithmetic?: Arithmetic; note?: string }>;
  /** Loads an engine by name. @throws when there is none. */
  readonly load: (simulation: string) => Promise<Engine>;
  /** What a simulation can be asked for. @throws when there is no such simulation. */
  readonly asks: (simulation: string) => Promise<Asks>;
}

/** Ends this task and goes on in a new one, so that messages that wait are heard. Timers would wait 4 ms; a channel does not. */
function createBreather(): () => Promise<void> {
  const channel = new MessageChannel();
  const waiting: (() => void)[] = [];
  channel.port1.onmessage = () => waiting.shift()?.();
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      channel.port2.postMessage(0);
    });
}

/** What went wrong, for the reader: of a file that could not be loaded the bundler names its own numbers. */
function words(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.name === "ChunkLoadError"
    ? "one of its files could not be loaded. Try again once you are online; if that does not help, reload the page."
    : error.message;
}

/** Frames are sent when a batch is this old, in milliseconds, and at the end. */
const BATCH_MS = 30;
/** Messages wait no longer than this and one step of the engine; a breath costs a task. */
const BREATH_MS = 5;

type Run = Extract<ToWorker, { type: "run" }>;
type Question = Extract<ToWorker, { type: "ask" }>;
/** A message and what goes with it instead of being copied. */
type Last = readonly [message: FromWorker, transfer: ArrayBuffer[]];

export function serve({ scope, start, load, asks }: Served): void {
  const stops = new Map<number, AbortController>();
  const breathe = createBreather();
  let started: Promise<unknown> = Promise.reject(new Error("the worker was asked to run before it was started"));
  started.catch(() => {});

  const say = (message: FromWorker) => scope.postMessage(message, []);

  /** Does what the page asked for and tells in one last message how it ended. */
  async function perform<W extends Run | Question>(work: W, how: (work: W, signal: AbortSignal) => Promise<Last>) {
    const { job } = work;
    const stop = new AbortController();
    stops.set(job, stop);
    try {
      await started;
      const [message, transfer] = await how(work, stop.signal);
      if (stop.signal.aborted) say({ type: "stopped", job });
      else scope.postMessage(message, transfer);
    } catch (error) {
      say(stop.signal.aborted ? { type: "stopped", job } : { type: "failed", job, message: words(error) });
    } finally {
      stops.delete(job);
    }
  }

  async function run({ job, simulation, values, replicas }: Run, signal: AbortSignal): Promise<Last> {
    const engine = await load(simulation);
    let batch: Frame[] = [];
    let opened = performance.now();
    let breathed = opened;
    const send = () => {
      if (batch.length > 0) scope.postMessage({ type: "frames", job, frames: batch }, buffersOf(batch));
      batch = [];
    };
    for await (const frame of engine.run(values, replicas)) {
      if (frame) batch.push(frame);
      if (batch.length > 0 && performance.now() - opened >= BATCH_MS) {
        send();
        opened = performance.now();
      }
      if (performance.now() - breathed < BREATH_MS) continue;
      await breathe();
      breathed = performance.now();
      if (signal.aborted) break;
    }
    if (!signal.aborted) send();
    return [{ type: "done", job }, []];
  }

  async function ask({ job, simulation, what, input }: Question, signal: AbortSignal): Promise<Last> {
    const known = await asks(simulation);
    const found = Object.hasOwn(known, what) ? known[what] : undefined;
    if (!found) {
      const names = Object.keys(known).join(", ");
      throw new RangeError(`${simulation} cannot be asked for ${what}; it can be asked for ${names || "nothing"}`);
    }
    const handedOver = new Set<ArrayBuffer>();
    const answer = await (await found())(input as never, {
      signal,
      async breathe() {
        await breathe();
        signal.throwIfAborted();
      },
      now: () => performance.now(),
      handOver(...buffers) {
        for (const buffer of buffers) handedOver.add(buffer);
      },
    });
    return [{ type: "answered", job, answer }, [...handedOver]];
  }

  scope.addEventListener("message", ({ data }) => {
    switch (data.type) {
      case "start":
        started = start(data.wasmPath, data.backend).then(
          (ready) => say({ type: "ready", ...ready }),
          (error) => {
            say({ type: "unable", message: words(error) });
            throw error;
          },
        );
        started.catch(() => {});
        break;
      case "run":
        void perform(data, run);
        break;
      case "ask":
        void perform(data, ask);
        break;
      case "stop":
        stops.get(data.job)?.abort();
        break;
      case "ping":
        say({ type: "pong" });
        break;
    }
  });
}
