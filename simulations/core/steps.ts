/**
 * Long work in steps: a generator that yields undefined, a breath, wherever the thread may turn to something else, and
 * returns what it made. An engine that trains before its first frame passes the breaths on with `yield*`, so that whoever
 * runs it hears "stop" in the middle of training.
 *
 * @example
 * function* sumTo(n: number): Steps<number> { let sum = 0; for (let i = 1; i <= n; i++) { sum += i; yield; } return sum; }
 * atOnce(sumTo(4)) // 10
 */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Takes every step without a pause. */
export function atOnce<T>(work: Steps<T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** What a run yields between its breaths, for whoever need not hear anything meanwhile. */
export function* framesOnly<F>(run: Iterable<F | undefined>): Generator<F> {
  for (const frame of run) if (frame !== undefined) yield frame;
}
