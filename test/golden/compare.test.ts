/** The runner must be able to fail: what its comparison lets pass and what not. */
import { describe, expect, it } from "vitest";
import { attempt, compare, Relaid, Repeated, Roughly } from "./compare";
import { type GoldenCase, type GoldenFile, type JsonObject, paramsOf } from "./files";
import { summary } from "./summary";

const file: GoldenFile = { name: "x.json", tolerance: { abs: 1e-9, rel: 1e-9 }, streams: {}, cases: [] };
const caseOf = (expected: JsonObject, more: Partial<GoldenCase> = {}): GoldenCase => ({
  id: "x-0",
  fn: "x",
  input: {},
  params: {},
  tol: {},
  expect: expected,
  ...more,
});
const problems = (actual: unknown, expected: JsonObject, more?: Partial<GoldenCase>) =>
  compare(actual, caseOf(expected, more), file);

describe("compare", () => {
  it("takes numbers within tolerance and names the path of others", () => {
    expect(problems({ a: { b: [1, 2 + 1e-10] } }, { a: { b: [1, 2] } })).toEqual([]);
    expect(problems({ a: { b: [1, 2.1] } }, { a: { b: [1, 2] } })).toEqual(["a.b[1]: got 2.1, expected 2"]);
  });

  it("fails on keys that were not computed, lists of another length and expectations that are empty", () => {
    expect(problems({}, { a: 1 })).toHaveLength(1);
    expect(problems({ a: [1] }, { a: [1, 2] })).toHaveLength(1);
    expect(problems({ a: 1 }, {})).toHaveLength(1);
  });

  it("reads NaN and Infinity", () => {
    expect(problems({ a: Number.NaN, b: Infinity }, { a: "NaN", b: "Infinity" })).toEqual([]);
    expect(problems({ a: Number.NaN, b: 5 }, { a: 0, b: "Infinity" })).toHaveLength(2);
  });

  it("wants a RangeError where an error is expected, and none elsewhere", () => {
    expect(problems(new RangeError("no"), { error: true })).toEqual([]);
    expect(problems({ a: 0 }, { error: true })).toHaveLength(1);
    expect(problems(new TypeError("a bug"), { error: true })).toHaveLength(1);
    expect(problems(new RangeError("no"), { a: 0 })).toHaveLength(1);
    const part = {
      a: attempt(() => {
        throw new RangeError("no");
      }),
    };
    expect(problems(part, { a: { error: true } })).toEqual([]);
    expect(problems(part, { a: 1 })).toHaveLength(1);
  });

  it("wants unstable lines to be told as such", () => {
    expect(problems({ unstable: true }, { unstable: true })).toEqual([]);
    expect(problems({ L: -2 }, { unstable: true })).toHaveLength(1);
  });

  it("compares counts exactly and p-values by their own tolerance", () => {
    expect(problems({ tp: 1_000_000_000 }, { tp: 1_000_000_001 })).toHaveLength(1);
    const tol = { p_rel: 1e-3, p_abs: 0 };
    expect(problems({ p_exact: 0.1 }, { p_exact: 0.10005 }, { tol })).toEqual([]);
    expect(problems({ statistic: 0.1 }, { statistic: 0.10005 }, { tol })).toHaveLength(1);
  });

  it("compares repetitions within combined standard errors", () => {
    const input = { repetitions: 100 };
    const tol = { standard_errors: 4 };
    expect(problems({ a: new Repeated(0.5, 0.03, 100) }, { a: [0.6, 0.04] }, { input, tol })).toEqual([]);
    expect(problems({ a: new Repeated(0.1, 0.03, 100) }, { a: [0.6, 0.04] }, { input, tol })).toHaveLength(1);
    expect(problems({ a: new Repeated(0.05, 0, 100) }, { a: [0, 0] }, { input, tol })).toEqual([]);
    expect(problems({ a: new Repeated(0.07, 0, 100) }, { a: [0, 0] }, { input, tol })).toHaveLength(1);
    expect(problems({ a: new Roughly(130, 0.35) }, { a: 100 })).toEqual([]);
    expect(problems({ a: new Roughly(140, 0.35) }, { a: 100 })).toHaveLength(1);
    expect(problems(new Relaid({ a: 1 }, { a: 2 }), { b: 1 })).toHaveLength(1);
  });
});

it("an unknown param is an error, not ignored", () => {
  expect(() => paramsOf(caseOf({}, { params: { depth: 3 } }), "bins")).toThrow("depth");
});

it("the summary names what is not covered", () => {
  const tally = { name: "x.json", cases: 5, passed: 2, failed: 1, notCovered: { unheard_of: 2 } };
  const text = summary("folder", [tally], ["mm1"]);
  expect(text).toContain("x.json: unheard_of (2)");
  expect(text).toContain("Required functions without a case: mm1");
});
