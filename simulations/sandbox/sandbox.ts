/**
 * Has a reader's code run in a worker of its own. The interpreter in there stops what takes too long; where it cannot, because a
 * single step of the engine never ends, the worker is ended from here, and the next job has a new one.
 */
import { type CodeAnswer, CodeFault, type CodeJob, codeTooLong, type Interpret } from "../runtime/own-code";
import type { FromSandbox, SandboxPort } from "./protocol";

/** A job that has no answer by then is ended with its worker, in milliseconds. */
const answerWithinMs = 3000;
/** The worker has its script and the engine to load first. */
const startWithinMs = 20_000;

/** Its files are fetched with the first job: what the browser says of them is of no help to the reader. */
const notLoaded = () =>
  new Error(
    "The sandbox for your code could not be loaded. Try again once you are online; if that does not help, reload the page.",
  );

export function createSandbox(createPort: () => SandboxPort, engine: string, limitMs = answerWithinMs): Interpret {
  let port: SandboxPort | undefined;
  let isReady = false;
  let hear: (message: FromSandbox | { type: "crash"; message: string }) => void = () => {};
  let nextId = 1;
  /** One after the other: a worker that is ended takes only one job with it. */
  let last: Promise<unknown> = Promise.resolve();

  function end(): void {
    port?.terminate();
    port = undefined;
    isReady = false;
  }

  /** The next message that fits, or a fault after a while. */
  function next<T>(withinMs: number, late: () => CodeFault, take: (message: FromSandbox) => T | undefined): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const timer = setTimeout(() => fail(late()), withinMs);
      const fail = (error: Error) => {
        clearTimeout(timer);
        end();
        reject(error);
      };
      hear = (message) => {
        if (message.type === "crash" || message.type === "unable") {
          fail(isReady ? new Error(`The sandbox for your code broke down: ${message.message}`) : notLoaded());
          return;
        }
        const taken = take(message);
        if (taken === undefined) return;
        clearTimeout(timer);
        resolve(taken);
      };
    });
  }

  async function started(): Promise<SandboxPort> {
    if (port) return port;
    port = createPort();
    port.listen(
      (message) => hear(message),
      (message) => hear({ type: "crash", message }),
    );
    port.post({ type: "start", engine });
    const late = () => new CodeFault("The sandbox for your code did not start. Try again.");
    isReady = await next(startWithinMs, late, ({ type }) => (type === "ready" ? true : undefined));
    return port;
  }

  async function run(job: CodeJob): Promise<CodeAnswer> {
    const tooLong = codeTooLong(job.source);
    if (tooLong) throw new CodeFault(tooLong);
    const worker = await started();
    const id = nextId++;
    worker.post({ type: "run", id, job });
    const late = () =>
      new CodeFault(
        `Your code did not answer within ${limitMs / 1000} seconds, so it was stopped. Look for a step that takes very long: a very large array or text, or a regular expression that tries too many ways.`,
      );
    const message = await next(limitMs, late, (heard) => ("id" in heard && heard.id === id ? heard : undefined));
    if (message.type === "fault") throw new CodeFault(message.message, message.line, message.printed);
    return message.answer;
  }

  return (job) => {
    const mine = last.then(() => run(job));
    last = mine.catch(() => {});
    return mine;
  };
}
