/** The simulation that CONTRIBUTING.md writes down is a whole one: its files are taken from the page, compiled and run. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { markedLines } from "@/app/code/marked-lines";
import type { Simulation } from "@/simulations/declare";
import type { Run } from "@/simulations/runtime/experiment-state";
import { type AnyValues, defaultsOf } from "@/simulations/runtime/knobs";
import { chunksOf, framesOf } from "@/simulations/runtime/simulation";
import { tablesOf } from "@/simulations/ui/chart/table";

const root = join(import.meta.dirname, "..");
const page = readFileSync(join(root, "CONTRIBUTING.md"), "utf8");
/** Inside the project, so that its packages and types are found; ignored by git and by every other tool. */
const folder = join(root, "node_modules/.cache/driftlab/recipe");

const files = [...page.matchAll(/```tsx?\n\/\/ simulations\/coins\/(\S+)\n([\s\S]*?)```/g)].map(
  ([, name, text]): [string, string] => [name!, text!],
);

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of files)
    writeFileSync(join(folder, name), text.replace(/(from |import\()"\.\.\//g, '$1"@/simulations/'));
  writeFileSync(join(folder, "assets.d.ts"), 'declare module "*.css";\n');
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({
      extends: join(root, "tsconfig.json"),
      compilerOptions: {
        noEmit: true,
        incremental: false,
        paths: { "@/*": [join(root, "*")] },
        typeRoots: [join(root, "node_modules/@types")],
        types: ["node"],
      },
      include: ["*", join(root, "simulations/**/*.d.ts")],
      exclude: [],
    }),
  );
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("has every part that the page speaks of, and all of them compile", () => {
  expect(files.map(([name]) => name)).toEqual([
    "knobs.ts",
    "frames.ts",
    "engine.ts",
    "results.ts",
    "chart.ts",
    "words.ts",
    "view.tsx",
    "excerpts.ts",
    "simulation.ts",
    "index.tsx",
  ]);
  const { stdout } = spawnSync(join(root, "node_modules/.bin/tsc"), ["-p", folder], {
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  expect(stdout).toBe("");
});

it("runs, and its charts, words and summary say what it is about", async () => {
  const { coins } = (await import(join(folder, "simulation.ts"))) as { coins: Simulation };
  const { knobs } = await coins.settings();
  const engine = (await coins.engine()).createEngine();
  const values: AnyValues = { ...defaultsOf(knobs), bias: 60 };
  const replicas = Number(values.replicas);
  const frames = (await Promise.all(chunksOf(replicas).map((range) => framesOf(engine, values, range)))).flat();
  const run: Run = { values, frames, replicas, replicasDone: replicas, elapsedMs: 1, complete: true };
  const results = (await coins.results()).resultsOf(run);
  expect(results.summary).toMatchObject({ biased: expect.closeTo(60, -1) });
  const { charts } = await coins.charts();
  const [heads, end] = charts(results, values, 12).map((chart) => tablesOf(chart, 12)[0]!.rows);
  expect(heads!.length).toBeGreaterThan(10);
  expect(end).toHaveLength(2);
  // As a page asks before the first run.
  expect(charts(undefined, values, 1)).toHaveLength(2);
  expect((await coins.words()).question(values)).toContain("60 %");
  // As the contract asks of every engine.
  for await (const frame of engine.run(values, { from: 0, to: 2 })) {
    expect(frame).toBeUndefined();
    break;
  }
});

it("marks the lines that it shows", async () => {
  const { coins } = (await import(join(folder, "simulation.ts"))) as { coins: Simulation };
  const { excerpts } = await coins.excerpts();
  const [, engine] = files.find(([name]) => name === "engine.ts")!;
  expect(excerpts.map(({ file }) => file)).toEqual(["coins/engine.ts", "coins/engine.ts"]);
  const marked = markedLines(engine, "coins/engine.ts");
  expect(excerpts.map(({ region }) => region)).toEqual(marked.map(({ name }) => name));
  expect(marked.flatMap(({ text }) => text.split("\n")).length).toBeGreaterThanOrEqual(8);
});
