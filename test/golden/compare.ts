/** Compares what was computed with what a golden case expects, by the tolerance rules of the golden files. */
import type { GoldenCase, GoldenFile, Json, JsonObject } from "./files";

/** A result that is compared with [mean, standard error] pairs. */
export class Repeated {
  constructor(
    readonly mean: number,
    readonly standardError: number,
    readonly repetitions: number,
  ) {}
}

/** A result with a relative tolerance of its own. */
export class Roughly {
  constructor(
    readonly value: number,
    readonly relative: number,
  ) {}
}

/** A result next to the expectation in another layout, for expectations that cannot be compared key by key. */
export class Relaid {
  constructor(
    readonly actual: unknown,
    readonly expected: JsonObject,
  ) {}
}

/** Runs f and hands back the refusal instead of throwing it, for results that are undefined in a part only. */
export function attempt<T>(f: () => T): T | RangeError {
  try {
    return f();
  } catch (error) {
    if (error instanceof RangeError) return error;
    throw error;
  }
}

interface Limits {
  abs: number;
  rel: number;
}

const P_VALUE = /^p$|^p_|_p$|p_value|p_two_sided/;
const INTERVAL = /interval|(^|_)ci/;

const numberOr = (value: Json | undefined, fallback: number) => (typeof value === "number" ? value : fallback);

/** Limits for a number under `key`. */
function limitsFor(key: string, one: GoldenCase, file: GoldenFile): Limits {
  const tol: JsonObject = { ...file.tolerance, ...one.tol };
  const abs = numberOr(tol.abs, 0);
  const rel = numberOr(tol.rel, 0);
  if (key === "snapshots") return { abs: 1e-9, rel: numberOr(tol.snapshots_rel, rel) };
  if (P_VALUE.test(key)) return { abs: numberOr(tol.p_abs, abs), rel: numberOr(tol.p_rel, rel || 1e-9) };
  if (INTERVAL.test(key)) return { abs: numberOr(tol.ci_abs, abs), rel };
  return { abs, rel };
}

const EXACT =
  /^(n|n_.*|tn|fp|fn|tp|positives|negatives|support|confusion|drift|warning_ranges|dof|scored|unpredicted|samples_used|first_n.*|.*counts|.*_points)$/;

const show = (value: unknown) =>
  value instanceof Error
    ? `error "${value.message}"`
    : typeof value === "number"
      ? String(value)
      : JSON.stringify(value);

/** Every mismatch as "path: got …, expected …"; empty when all is well. */
export function compare(actual: unknown, one: GoldenCase, file: GoldenFile): string[] {
  const problems: string[] = [];
  if (Object.keys(one.expect).length === 0) problems.push("the case expects nothing");
  if (actual instanceof Relaid) walk(actual.actual, actual.expected, "", "");
  else walk(actual, one.expect, "", "");
  return problems;

  function walk(got: unknown, want: Json, path: string, key: string): void {
    const fail = () => void problems.push(`${path || "result"}: got ${show(got)}, expected ${show(want)}`);
    if (isObject(want) && want.error === true) {
      if (!(got instanceof RangeError)) fail();
    } else if (got instanceof Error || got === undefined) {
      fail();
    } else if (got instanceof Repeated) {
      if (!closeRepeated(got, want, key)) fail();
    } else if (got instanceof Roughly) {
      if (typeof want !== "number" || !(Math.abs(got.value - want) <= got.relative * Math.abs(want))) fail();
    } else if (typeof got === "number") {
      if (!closeNumber(got, want, key)) fail();
    } else if (Array.isArray(want)) {
      const list = isList(got) ? Array.from(got as ArrayLike<unknown>) : undefined;
      if (!list || list.length !== want.length) fail();
      else for (let i = 0; i < want.length; i++) walk(list[i], want[i]!, `${path}[${i}]`, key);
    } else if (isObject(want)) {
      if (typeof got !== "object" || got === null) fail();
      else for (const [name, value] of Object.entries(want)) walkKey(got as JsonObject, name, value);
    } else if (got !== want) fail();

    function walkKey(object: JsonObject, name: string, value: Json): void {
      // Below a named group such as "snapshots" the group's rule goes on to hold.
      const rule = key === "snapshots" ? key : name;
      walk(object[name], value, path ? `${path}.${name}` : name, rule);
    }
  }

  function closeNumber(got: number, want: Json, key: string): boolean {
    const wanted =
      want === "NaN" ? Number.NaN : want === "Infinity" ? Infinity : want === "-Infinity" ? -Infinity : want;
    if (typeof wanted !== "number") return false;
    if (Object.is(got, wanted) || got === wanted) return true;
    if (EXACT.test(key) || !Number.isFinite(got) || !Number.isFinite(wanted)) return false;
    const { abs, rel } = limitsFor(key, one, file);
    return Math.abs(got - wanted) <= abs + rel * Math.abs(wanted);
  }

  function closeRepeated(got: Repeated, want: Json, key: string): boolean {
    if (!Array.isArray(want) || typeof want[0] !== "number" || typeof want[1] !== "number") return false;
    // Rates and counts of 0 repetitions out of n are not certain: their standard error is at least 1/n.
    const floor = (repetitions: number) => (/mean$/.test(key) ? 0 : 1 / repetitions);
    const ours = Math.max(got.standardError, floor(got.repetitions));
    const theirs = Math.max(want[1], floor(numberOr(one.input.repetitions, Number.NaN)));
    const errors = Math.hypot(ours, theirs);
    return Math.abs(got.mean - want[0]) <= numberOr(one.tol.standard_errors, 4) * errors;
  }
}

function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isList(value: unknown): boolean {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && "length" in value);
}
