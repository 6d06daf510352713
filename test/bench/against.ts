/**
 * `npm run bench -- --against <folder>`: this tree and another one, turn by turn in one run. Each tree's engines run in a
 * process of their own, and CPU time is compared, so that other work on the machine hits both alike.
 */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { comparePages } from "./against-page";
import type { BenchRow } from "./instruments";
import { runs } from "./new-seeds";
import type { Asked, Taken } from "./side";
import { compared } from "./timing";

const SEEDS = [102, 103, 104, 105, 106];
const here = fileURLToPath(new URL("../../", import.meta.url));

async function startSide(folder: string): Promise<ChildProcess> {
  const side = fork(join(here, "test/bench/side.ts"), [folder], { cwd: folder, execArgv: ["--import", "tsx"] });
  side.once("exit", (code) => {
    if (code) throw new Error(`the engines of ${folder} could not be run`);
  });
  await once(side, "message");
  return side;
}

async function ask(side: ChildProcess, asked: Asked): Promise<Taken> {
  side.send(asked);
  const [taken] = await once(side, "message");
  return taken;
}

async function compareEngines(other: string): Promise<BenchRow[]> {
  const sides = [await startSide(here), await startSide(other)] as const;
  const rows: BenchRow[] = [];
  try {
    for (const { name, simulation, values } of runs) {
      const taken: [Taken[], Taken[]] = [[], []];
      for (const [turn, seed] of [SEEDS[0]!, ...SEEDS].entries())
        for (const i of turn % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const))
          taken[i].push(await ask(sides[i], { simulation, values: { ...values, replicas: 32, seed } }));
      const same = taken[0].every(({ digest }, turn) => digest === taken[1][turn]!.digest);
      // The first turn warms up.
      const of = (i: 0 | 1, part: "first" | "all") => taken[i].slice(1).map((one) => one[part]);
      rows.push({ name: `${name}, first 8 replicas`, value: compared(of(0, "first"), of(1, "first"), "ms of CPU") });
      rows.push({
        name: `${name}, all 32 replicas, ${same ? "same frames" : "other frames"}`,
        value: compared(of(0, "all"), of(1, "all"), "ms of CPU"),
      });
    }
  } finally {
    for (const side of sides) side.kill();
  }
  return rows;
}

export async function benchAgainst(given: string, print: (title: string, rows: readonly BenchRow[]) => void) {
  const other = resolve(given);
  if (!existsSync(join(other, "simulations")) || !existsSync(join(other, "node_modules")))
    throw new Error(`${other} must be a tree of this project with its packages installed`);
  print("Engines, this tree against the other (a ratio below 1: this one is quicker)", await compareEngines(other));
  print("On the page (Chromium), this tree against the other", await comparePages(here, other));
}
