import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { servingAdapters } from "@/test/golden/serving-adapters";

interface GoldenCase {
  id: string;
  fn: string;
  input: unknown;
  params?: unknown;
  expect: unknown;
}

const folder = process.env.GOLDEN_DIR ?? join(__dirname, "../../golden");
const cases = ["queueing.json", "canary.json"].flatMap((file) => {
  const golden = JSON.parse(readFileSync(join(folder, file), "utf8")) as { cases: GoldenCase[] };
  return golden.cases.filter((one) => one.fn in servingAdapters);
});

function isClose(got: unknown, want: unknown): boolean {
  if (typeof want === "number") return typeof got === "number" && Math.abs(got - want) <= 1e-9 + 1e-9 * Math.abs(want);
  if (Array.isArray(want))
    return Array.isArray(got) && got.length === want.length && want.every((value, i) => isClose(got[i], value));
  if (typeof want === "object" && want !== null) {
    return Object.entries(want).every(([key, value]) => isClose((got as Record<string, unknown>)[key], value));
  }
  return got === want;
}

describe("golden cases of serving", () => {
  test("every adapter meets at least one case", () => {
    for (const fn of Object.keys(servingAdapters)) expect(cases.map((one) => one.fn)).toContain(fn);
  });
  test.each(cases)("$id gives the reference's result", ({ fn, input, params, expect: want }) => {
    const got = servingAdapters[fn]!(input, params, want);
    if (!isClose(got, want)) expect(got).toEqual(want);
  });
});
