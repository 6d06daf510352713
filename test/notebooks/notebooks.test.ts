/** The notebooks that experiments can be downloaded as: valid files, whose code computes what the page computes. */
import { beforeAll, describe, expect, it } from "vitest";
import { simulations } from "@/simulations/find";
import type { AnyValues } from "@/simulations/runtime/knobs";
import { notebookJson } from "@/simulations/ui/jupyter/file";
import { startWasm } from "../core/models/backend-for-tests";
import { pythonWithNumpy, runPython } from "./find-python";
import { cellsOf, link } from "./make-notebook";
import { type NotebookFile, notebookSchema } from "./notebook-schema";

/** Settings that take different roads through a notebook; few replicas, because Python is slow and only their agreement counts. */
const settings: Readonly<Record<string, readonly AnyValues[]>> = {
  retraining: [
    { world: "houses", shape: "gradual", strength: 3, labelDelay: 2, months: 18, seed: 11 },
    { world: "queries", shape: "sudden", strength: 3, examplesPerMonth: 30, months: 9, onset: 4, seed: 12 },
    { world: "weather", shape: "sudden", months: 14, onset: 8, seed: 13 },
  ],
};
const replicas = 12;

const withNotebook = [...simulations.values()].filter(({ notebook }) => notebook).map(({ name }) => name);
const cases = withNotebook.flatMap((name) =>
  (settings[name] ?? [{}]).map((given): [string, AnyValues] => [name, { replicas, ...given }]),
);

const fileOf = async (name: string, values: AnyValues): Promise<NotebookFile> =>
  notebookSchema.parse(JSON.parse(notebookJson(await cellsOf(name, values))));

const codeOf = ({ cells }: NotebookFile, upTo?: string): string => {
  const code = cells.filter(({ cell_type }) => cell_type === "code");
  const end = code.findIndex(({ id }) => id === upTo) + 1 || code.length;
  return code
    .slice(0, end)
    .map(({ source }) => source.join(""))
    .join("\n\n");
};

interface Comparison {
  readonly page: Readonly<Record<string, readonly [median: number, p10: number, p90: number, finest: number]>>;
  readonly shares: Readonly<Record<string, number>>;
  readonly here: Readonly<Record<string, readonly number[]>>;
  readonly agrees: Readonly<Record<string, boolean>>;
}

/** What the notebook knows at its end. */
const report = `
import json
print("\\n#####" + json.dumps({"page": PAGE, "shares": PAGE_SHARES, "agrees": AGREES,
    "here": {name: np.asarray(values, float).tolist() for name, values in {**numbers, **shares}.items()}}))`;

let python: string | undefined;
beforeAll(async () => {
  await startWasm();
  python = pythonWithNumpy();
});

function execute(source: string): { readonly printed: string; readonly comparison: Comparison } {
  const stdout = runPython(python!, source + report);
  const [printed, json] = stdout.split("\n#####");
  return { printed: printed!, comparison: JSON.parse(json!) as Comparison };
}

const quantile = (values: readonly number[], q: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const at = q * (sorted.length - 1);
  const below = Math.floor(at);
  return sorted[below]! + (at - below) * ((sorted[below + 1] ?? sorted[below]!) - sorted[below]!);
};

/** The notebook's median lies where the page's does, by the wider of the two bands: a rule of this test, not of the notebook. */
function expectAgreement({ page, shares, here }: Comparison): void {
  for (const [name, [median, p10, p90, finest]] of Object.entries(page)) {
    const own = here[name]!;
    const width = Math.max(p90 - p10, quantile(own, 0.9) - quantile(own, 0.1));
    const allowed = (3 * width) / Math.sqrt(own.length) + finest + 1e-5 * Math.abs(median);
    expect(Math.abs(quantile(own, 0.5) - median), name).toBeLessThanOrEqual(allowed);
  }
  for (const [name, share] of Object.entries(shares)) {
    const own = here[name]!.reduce((sum, each) => sum + each, 0) / here[name]!.length;
    expect(Math.abs(own - share), name).toBeLessThanOrEqual(3 / Math.sqrt(here[name]!.length));
  }
}

describe("a downloaded notebook", () => {
  it.each(cases)("of %s computes the page’s numbers within sampling error (%j)", async (name, values) => {
    const file = await fileOf(name, values);
    const told = file.cells.map(({ source }) => source.join("")).join("\n");
    expect(told).toContain(`(<${link}>)`);
    expect(told).not.toMatch(/undefined|\[object|NaN/);
    expect(file.cells.length).toBeGreaterThanOrEqual(8);
    expect(file.cells.length).toBeLessThanOrEqual(16);
    if (!python) return;
    const { printed, comparison } = execute(codeOf(file));
    expect(Object.keys(comparison.page).length).toBeGreaterThan(2);
    expectAgreement(comparison);
    expect(Object.entries(comparison.agrees).filter(([, agrees]) => !agrees)).toEqual([]);
    expect(printed).toContain(`${Object.keys(comparison.agrees).length} numbers agree within sampling error`);
  });

  it.runIf(pythonWithNumpy())("says so where the page computes something else", async () => {
    const [name, values] = cases[0]!;
    const source = codeOf(await fileOf(name, values), "compare");
    const wrong = source.replace(/PAGE = \{[^}]*\}/, (page) =>
      page.replace(
        /\[(\S+?), (\S+?), (\S+?), /g,
        (_, ...numbers: string[]) =>
          `[${numbers
            .slice(0, 3)
            .map((each) => Number(each) * 2)
            .join(", ")}, `,
      ),
    );
    const { agrees } = execute(wrong).comparison;
    expect(Object.values(agrees)).toContain(false);
  });
});
