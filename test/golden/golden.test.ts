/**
 * Every instrument against the golden files. GOLDEN_DIR names another folder with the same layout.
 *
 * Functions without an adapter are listed as not covered at the end; a required one without an adapter fails.
 */
import { afterAll, describe, expect, it } from "vitest";
import type { Adapter, Adapters } from "./adapter";
import { calibration } from "./adapters/calibration";
import { classification } from "./adapters/classification";
import { driftDetectors } from "./adapters/drift-detectors";
import { fairness } from "./adapters/fairness";
import { prequential } from "./adapters/prequential";
import { queueing } from "./adapters/queueing";
import { sequentialTests } from "./adapters/sequential-tests";
import { teachingClaims } from "./adapters/teaching-claims";
import { twoSample } from "./adapters/two-sample";
import { compare } from "./compare";
import { type GoldenCase, type GoldenFile, goldenFolder, loadGoldenFiles } from "./files";
import { REQUIRED } from "./required";
import { servingAdapters } from "./serving-adapters";
import { type FileTally, summary } from "./summary";

const serving: Adapters = Object.fromEntries(
  Object.entries(servingAdapters).map(([fn, run]) => [fn, (one) => run(one.input, one.params, one.expect)]),
);

const ADAPTERS: Adapters = {
  ...serving,
  ...calibration,
  ...classification,
  ...driftDetectors,
  ...fairness,
  ...prequential,
  ...queueing,
  ...sequentialTests,
  ...teachingClaims,
  ...twoSample,
};

/** Mismatches of one case, each named by its id. */
function check(adapter: Adapter, one: GoldenCase, file: GoldenFile): string[] {
  let actual: unknown;
  try {
    actual = adapter(one, file);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    actual = error;
  }
  return compare(actual, one, file).map((problem) => `${one.id} (${one.fn}) ${problem}`);
}

const folder = goldenFolder();
const files = loadGoldenFiles(folder);
const tallies: FileTally[] = [];

it("finds golden files", () => {
  expect(files.length, `no golden files in ${folder}`).toBeGreaterThan(0);
});

for (const file of files) {
  const tally: FileTally = { name: file.name, cases: file.cases.length, passed: 0, failed: 0, notCovered: {} };
  tallies.push(tally);
  const names = [...new Set(file.cases.map((one) => one.fn))];
  describe(file.name, () => {
    for (const fn of names) {
      const cases = file.cases.filter((one) => one.fn === fn);
      const adapter = Object.hasOwn(ADAPTERS, fn) ? ADAPTERS[fn] : undefined;
      if (!adapter) {
        tally.notCovered[fn] = cases.length;
        if (REQUIRED.has(fn)) it(`${fn} has an adapter`, () => expect.fail(`${fn} must be covered`));
        continue;
      }
      it(`${fn} (${cases.length})`, () => {
        const problems = cases.flatMap((one) => {
          const found = check(adapter, one, file);
          if (found.length === 0) tally.passed++;
          else tally.failed++;
          return found;
        });
        expect(problems).toEqual([]);
      });
    }
    it("has every case accounted for", () => {
      const notCovered = Object.values(tally.notCovered).reduce((sum, count) => sum + count, 0);
      expect(tally.passed + tally.failed + notCovered).toBe(tally.cases);
    });
  });
}

afterAll(() => {
  const present = new Set(files.flatMap((file) => file.cases.map((one) => one.fn)));
  const absent = [...REQUIRED].filter((fn) => !present.has(fn));
  console.log(summary(folder, tallies, absent));
});
