/**
 * Argument checks. Each throws an error that names the argument, the value it got and what is allowed.
 *
 * @example checkProbability("threshold", 1.2) // RangeError: threshold must be between 0 and 1, got 1.2
 */

/** Any list of numbers the instruments read; none of them writes to its input. */
export type Numbers = ArrayLike<number>;

function refuse(name: string, allowed: string, value: unknown): never {
  throw new RangeError(`${name} must be ${allowed}, got ${String(value)}`);
}

export function checkFinite(name: string, value: number): void {
  if (!Number.isFinite(value)) refuse(name, "a finite number", value);
}

export function checkPositive(name: string, value: number): void {
  if (!(value > 0 && value < Number.POSITIVE_INFINITY)) refuse(name, "a finite number above 0", value);
}

export function checkNotNegative(name: string, value: number): void {
  if (!(value >= 0 && value < Number.POSITIVE_INFINITY)) refuse(name, "a finite number of at least 0", value);
}

export function checkBetween(name: string, value: number, low: number, high: number): void {
  if (!(value >= low && value <= high)) refuse(name, `between ${low} and ${high}`, value);
}

export function checkProbability(name: string, value: number): void {
  checkBetween(name, value, 0, 1);
}

/** A probability that is neither 0 nor 1, such as a confidence level. */
export function checkOpenProbability(name: string, value: number): void {
  if (!(value > 0 && value < 1)) refuse(name, "above 0 and below 1", value);
}

export function checkWholeNumber(name: string, value: number, low = 0, high = Number.MAX_SAFE_INTEGER): void {
  if (Number.isInteger(value) && value >= low && value <= high) return;
  const allowed = high === Number.MAX_SAFE_INTEGER ? `of at least ${low}` : `from ${low} to ${high}`;
  refuse(name, `a whole number ${allowed}`, value);
}

export function checkOneOf<T>(name: string, value: T, allowed: readonly T[]): void {
  if (!allowed.includes(value)) refuse(name, `one of ${allowed.join(", ")}`, value);
}

export function checkNotEmpty(name: string, values: { readonly length: number }): void {
  if (values.length === 0) throw new RangeError(`${name} must hold at least one value, got an empty list`);
}

export function checkSameLength(
  nameA: string,
  a: { readonly length: number },
  nameB: string,
  b: { readonly length: number },
): void {
  if (a.length !== b.length) {
    throw new RangeError(`${nameB} must be as long as ${nameA} (${a.length} values), got ${b.length}`);
  }
}

/** Applies a check to each value and names the position of the first that fails. */
export function checkEach(name: string, values: Numbers, check: (name: string, value: number) => void): void {
  for (let i = 0; i < values.length; i++) check(`${name}[${i}]`, values[i]!);
}

export function checkAllFinite(name: string, values: Numbers): void {
  for (let i = 0; i < values.length; i++) if (!Number.isFinite(values[i])) checkFinite(`${name}[${i}]`, values[i]!);
}

export function checkAllProbabilities(name: string, values: Numbers): void {
  for (let i = 0; i < values.length; i++) {
    if (!(values[i]! >= 0 && values[i]! <= 1)) checkProbability(`${name}[${i}]`, values[i]!);
  }
}

/** Labels of two classes: every value is 0 or 1. */
export function checkLabels(name: string, values: Numbers): void {
  for (let i = 0; i < values.length; i++) {
    if (values[i] !== 0 && values[i] !== 1) refuse(`${name}[${i}]`, "0 or 1", values[i]);
  }
}
