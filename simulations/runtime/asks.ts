/**
 * What a simulation can be asked for besides a run: to measure its model, make a sound, run a reader's code. Asked by name,
 * answered in a worker; the code behind an ask is loaded when it is first asked for.
 *
 * @example
 * const asks = { double: async () => (n: number) => 2 * n } satisfies Asks;
 * await pool.ask({ name: "sums", asks }, "double", 21, { timeLimitMs: 1000 }) // 42
 */

export interface AskContext {
  /** Aborted once nobody wants the answer any more; heard in a breath only. */
  readonly signal: AbortSignal;
  /** Lets the worker hear "stop"; an answer that takes long takes a breath every few milliseconds. Rejects once stopped. */
  breathe(): Promise<void>;
  /** Milliseconds on this device's clock; only differences count. */
  now(): number;
  /** These go to the page with the answer instead of being copied: nothing here may use them afterwards. */
  handOver(...buffers: ArrayBuffer[]): void;
}

/** Input and answer are plain cloneable data; typed arrays welcome. What it throws is told to the reader. */
export type Ask<Input, Answer> = (input: Input, context: AskContext) => Answer | Promise<Answer>;

export type Asks = Readonly<Record<string, () => Promise<Ask<never, unknown>>>>;

type AskOf<A extends Asks, What extends keyof A> = Awaited<ReturnType<A[What]>>;
export type InputOf<A extends Asks, What extends keyof A> =
  AskOf<A, What> extends (input: infer Input, ...rest: never) => unknown ? Input : never;
export type AnswerOf<A extends Asks, What extends keyof A> = Awaited<ReturnType<AskOf<A, What>>>;

/** A simulation as whoever asks it names it. */
export interface Asked<A extends Asks> {
  readonly name: string;
  readonly asks: A;
}
