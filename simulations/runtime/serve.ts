/** The worker's side: runs engines for the page, batch by batch, and hears "stop" between batches. */
import type { Arithmetic, Backend, FromWorker, ToWorker } from "./protocol";
import type { Engine, Frame } from "./simulation";
import type { Timing } from "./timing";

export interface WorkerScope {
  postMessage(message: FromWorker): void;
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
  /** Times a simulation's model on this device. @throws when it has none. */
  readonly measure: (simulation: string) => Promise<Timing>;
  /** Tensors alive, to show that runs leave none behind. */
  readonly tensors: () => number;
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

const words = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Frames are sent when a batch is this old, in milliseconds, and at the end. */
const BATCH_MS = 30;
/** Messages wait no longer than this and one step of the engine; a breath costs a task. */
const BREATH_MS = 5;

export function serve({ scope, start, load, measure, tensors }: Served): void {
  const stopped = new Set<number>();
  const breathe = createBreather();
  let started: Promise<unknown> = Promise.reject(new Error("the worker was asked to run before it was started"));
  started.catch(() => {});

  async function run({ job, simulation, values, replicas }: Extract<ToWorker, { type: "run" }>): Promise<void> {
    try {
      await started;
      const engine = await load(simulation);
      let batch: Frame[] = [];
      let opened = performance.now();
      let breathed = opened;
      for await (const frame of engine.run(values, replicas)) {
        if (frame) batch.push(frame);
        if (batch.length > 0 && performance.now() - opened >= BATCH_MS) {
          scope.postMessage({ type: "frames", job, frames: batch });
          batch = [];
          opened = performance.now();
        }
        if (performance.now() - breathed < BREATH_MS) continue;
        await breathe();
        breathed = performance.now();
        if (stopped.has(job)) break;
      }
      if (stopped.has(job)) scope.postMessage({ type: "stopped", job });
      else {
        if (batch.length > 0) scope.postMessage({ type: "frames", job, frames: batch });
        scope.postMessage({ type: "done", job, tensors: tensors() });
      }
    } catch (error) {
      scope.postMessage({ type: "failed", job, message: words(error) });
    } finally {
      stopped.delete(job);
    }
  }

  async function time({ job, simulation }: Extract<ToWorker, { type: "measure" }>): Promise<void> {
    try {
      await started;
      scope.postMessage({ type: "measured", job, timing: await measure(simulation) });
    } catch (error) {
      scope.postMessage({ type: "failed", job, message: words(error) });
    }
  }

  scope.addEventListener("message", ({ data }) => {
    switch (data.type) {
      case "start":
        started = start(data.wasmPath, data.backend).then(
          (ready) => scope.postMessage({ type: "ready", ...ready }),
          (error) => {
            scope.postMessage({ type: "unable", message: words(error) });
            throw error;
          },
        );
        started.catch(() => {});
        break;
      case "run":
        void run(data);
        break;
      case "measure":
        void time(data);
        break;
      case "stop":
        stopped.add(data.job);
        break;
      case "ping":
        scope.postMessage({ type: "pong" });
        break;
    }
  });
}
