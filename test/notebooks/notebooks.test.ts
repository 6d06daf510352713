/** The notebooks that experiments can be downloaded as: valid files, whose code computes what the page computes. */
import { beforeAll, describe, expect, it } from "vitest";
import { simulations } from "@/simulations/find";
import type { AnyValues } from "@/simulations/runtime/knobs";
import { notebookJson } from "@/simulations/ui/jupyter/file";
import { literal } from "@/simulations/ui/jupyter/python";
import { startWasm } from "../core/models/backend-for-tests";
import { findPython } from "../find-python.mjs";
import { cellsOf, link } from "./make-notebook";
import { type NotebookFile, notebookSchema } from "./notebook-schema";
import { runPython } from "./run-python";

/** Settings that take different roads through a notebook; few replicas, because Python is slow and only their agreement counts. */
const settings: Readonly<Record<string, readonly AnyValues[]>> = {
  retraining: [
    { world: "houses", shape: "gradual", strength: 3, labelDelay: 2, months: 18, seed: 11 },
    { world: "queries", shape: "sudden", strength: 3, examplesPerMonth: 30, months: 9, onset: 4, seed: 12 },
    { world: "weather", shape: "sudden", months: 14, onset: 8, seed: 13 },
  ],
  skew: [
    { prevalence: 0.02, threshold: 0.1, classWeight: 5, sampling: "over", seed: 14 },
    { data: "messages", prevalence: 0.05, threshold: 0.3, sampling: "under", seed: 15 },
  ],
  drift: [
    { world: "houses", kind: "both", shape: "incremental", months: 7, onset: 3, examplesPerMonth: 120, seed: 16 },
    { world: "queries", kind: "data", coverage: "covered", months: 6, onset: 3, examplesPerMonth: 200, seed: 17 },
    { world: "weather", kind: "data", coverage: "covered", months: 10, onset: 5, seed: 18 },
  ],
  serving: [
    { qps: 90, servers: 2, serviceMs: 15, requests: 3000, logRate: 20, seed: 23 },
    { qps: 300, batch: 8, queueLimit: 20, outageShare: 0.1, requests: 2000, logForm: "hashed", logRate: 30, seed: 24 },
  ],
  pace: [
    { drift: "random-walk", pace: 1.5, labelDelay: 1, seed: 25 },
    { drift: "shocks", pace: 2, policy: "hand", retrains: "10:retrain,24:retrain", seed: 26 },
  ],
  "must-be-right": [
    { weight: 8, seed: 27 },
    { weight: 2.5, share: 25, missCost: 30, seed: 28 },
  ],
  "missing-parts": [
    { seed: 29, faultsAYear: 10 },
    { seed: 30, verification: "off", inputMonitoring: "off", retraining: "off", labelDelay: 10, model: "larger" },
  ],
  automation: [
    { pictures: 400, seed: 31 },
    { pictures: 300, inspectors: 3, humanAccuracy: 90, threshold: 80, mistakeCost: 1, seed: 32 },
  ],
  "deployment-patterns": [
    { candidate: "worse", judge: "analysis", stageMinutes: 8, seed: 33 },
    { candidate: "hidden", pattern: "replace", decisions: "10:rollback,30:promote", stageMinutes: 8, seed: 34 },
  ],
  monitoring: [
    { fault: "microphone", window: 12, fatigue: "on", seed: 35 },
    { fault: "hidden", rule: "adwin", metrics: "pruned", seed: 36 },
  ],
  slices: [{ seed: 19 }, { policy: "odds", weight: 4, groupShare: 30, seed: 20 }],
  labelling: [
    { clips: 80, replicas: 5, seed: 37 },
    { clips: 150, consistent: 40, silence: 400, normalise: "off", labelNoise: 8, replicas: 5, seed: 38 },
  ],
  lifecycle: [
    { clips: 100, newCondition: "hiss", replicas: 6, seed: 39 },
    { clips: 60, consistent: 30, hidden: 5, newCondition: "far", targetAccuracy: 50, replicas: 6, seed: 40 },
  ],
  "error-analysis": [
    { clips: 100, devClips: 150, replicas: 5, seed: 41 },
    {
      clips: 150,
      hidden: 4,
      devClips: 100,
      purchases: "1:data-car,2:code-normalise,3:data-car",
      replicas: 5,
      seed: 42,
    },
  ],
  pipelines: [
    { replicas: 5, seed: 43 },
    { change: "vad-update", vadThreshold: 0.7, preRoll: 50, hangOver: 150, snr: 8, replicas: 5, seed: 44 },
  ],
  goals: [
    { examples: 50, noise: 10, seed: 21 },
    { examples: 60, noise: 30, tries: 10, navigationalValue: 1, seed: 22 },
  ],
};
const replicas = 7;

const withNotebook = [...simulations.values()].filter(({ notebook }) => notebook).map(({ name }) => name);
const cases = withNotebook.flatMap((name) =>
  (settings[name] ?? []).map((given): [string, AnyValues] => [name, { replicas, ...given }]),
);

const first = new Set(withNotebook.map((name) => cases.find(([each]) => each === name)?.[1]));

const titleOf = (name: string) => simulations.get(name)!.title;

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
  readonly page: Readonly<
    Record<string, readonly [median: number, p10: number, p90: number, finest: number, shared: number]>
  >;
  readonly shares: Readonly<Record<string, number>>;
  readonly here: Readonly<Record<string, readonly number[]>>;
  readonly agrees: Readonly<Record<string, boolean>>;
}

/** What the notebook knows at its end; and that no cell takes a name that another has given to something else. */
const report = `
import ast, json, sys
def names_given(tree):
    for node in tree.body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            yield node.name
        elif isinstance(node, ast.Assign):
            yield from (name.id for target in node.targets for name in ast.walk(target) if isinstance(name, ast.Name))
        elif isinstance(node, ast.For):
            yield from (name.id for name in ast.walk(node.target) if isinstance(name, ast.Name))
given = list(names_given(ast.parse(SOURCE)))
assert len(given) == len(set(given)), sorted(name for name in given if given.count(name) > 1)
print("\\n#####" + json.dumps({"page": PAGE, "shares": PAGE_SHARES, "agrees": AGREES,
    "here": {name: np.asarray(values, float).tolist() for name, values in {**numbers, **shares}.items()}}))`;

const python = findPython();
beforeAll(startWasm);

function execute(source: string): { readonly printed: string; readonly comparison: Comparison } {
  const stdout = runPython(python!, `${source}\nSOURCE = ${literal(source)}${report}`);
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
  for (const [name, [median, p10, p90, finest, shared]] of Object.entries(page)) {
    const own = here[name];
    // Some numbers are there only where something was judged.
    if (!own || own.length < 5) continue;
    const width = Math.max(p90 - p10, quantile(own, 0.9) - quantile(own, 0.1));
    const allowed =
      3 * Math.hypot(width / Math.sqrt(own.length), Math.SQRT2 * shared) + finest + 1e-5 * Math.abs(median);
    expect(Math.abs(quantile(own, 0.5) - median), name).toBeLessThanOrEqual(allowed);
  }
  for (const [name, share] of Object.entries(shares)) {
    const own = here[name]!.reduce((sum, each) => sum + each, 0) / here[name]!.length;
    expect(Math.abs(own - share), name).toBeLessThanOrEqual(3 / Math.sqrt(here[name]!.length));
  }
}

describe("a downloaded notebook", () => {
  it("there is of every simulation", () => {
    expect([...simulations.values()].filter(({ notebook }) => !notebook).map(({ name }) => name)).toEqual([]);
  });

  it("is tried at two settings or more, whatever simulation it is of", () => {
    expect(withNotebook.filter((name) => (settings[name]?.length ?? 0) < 2)).toEqual([]);
  });

  it.each(cases)("of %s computes the page’s numbers within sampling error (%j)", async (name, values) => {
    const file = await fileOf(name, values);
    const told = file.cells.map(({ source }) => source.join("")).join("\n");
    expect(told.startsWith(`# ${titleOf(name)}\n`)).toBe(true);
    expect(told).toContain(`(<${link}>)`);
    expect(told).not.toMatch(/undefined|\[object |float\("nan"\)/);
    expect(file.cells.length).toBeGreaterThanOrEqual(8);
    expect(file.cells.length).toBeLessThanOrEqual(15);
    if (!python) return;
    // The last cell runs everything again: once for each simulation, with few replicas, is enough.
    const source = codeOf(file, first.has(values) ? undefined : "compare");
    const { printed, comparison } = execute(source.replace("\nchange = {", '\nchange = {"replicas": 2, '));
    expect(Object.keys(comparison.page).length).toBeGreaterThan(2);
    expectAgreement(comparison);
    expect(Object.entries(comparison.agrees).filter(([, agrees]) => !agrees)).toEqual([]);
    expect(printed).toContain(`${Object.keys(comparison.agrees).length} numbers agree within sampling error`);
  });

  it("shows code that the reader wrote, as it was written and not as Python", async () => {
    const rule = 'function weight(age) {\n  // ``` and """\n  return 0.5 ** age;\n}';
    const cells = await cellsOf("retraining", { replicas: 2, months: 6, onset: 3 }, { rule });
    expect(cells.find(({ id }) => id === "own-rule")).toMatchObject({
      kind: "markdown",
      source: expect.stringContaining(`\`\`\`\`js\n${rule}\n\`\`\`\``),
    });
    for (const { kind, source } of cells) if (kind === "code") expect(source).not.toContain("0.5 ** age;");
  });

  it.runIf(python)("says so where the page computes something else", async () => {
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
