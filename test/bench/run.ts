/**
 * npm run bench: the figures of README.md beside this file, as ratios within one run where two things are compared.
 * npm run bench -- --against <folder>: this tree of the project and another one.
 */
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { startBackend } from "@/simulations/core/models/backend";
import { nodeWasmPath } from "@/simulations/core/models/node-wasm-path";
import { benchAgainst } from "./against";
import { benchInstruments } from "./instruments";
import { benchPage } from "./page";
import { benchTraining } from "./training";

const { ensureChromium } = await import("../find-chromium.mjs");
const { ensureBuilt } = await import("../../app/_tools/ensure-built.mjs");
const { serve } = await import("../../app/_tools/serve.mjs");

interface Row {
  readonly name: string;
  readonly value: string;
}

const print = (title: string, rows: readonly Row[]) => {
  console.log(`\n${title}\n\n| figure | measured |\n| --- | --- |`);
  for (const { name, value } of rows) console.log(`| ${name} | ${value} |`);
};

const { against } = parseArgs({ options: { against: { type: "string" } } }).values;
if (against === undefined) await benchThis();
else await benchAgainst(against, print);

async function benchThis(): Promise<void> {
  const { backend } = await startBackend({ wasmPath: nodeWasmPath() });
  console.log(`Node ${process.versions.node}, ${cpus().length} cores, TensorFlow.js on ${backend}`);
  print("Training (Node)", await benchTraining());
  const chromiumPath = await ensureChromium();
  await ensureBuilt();
  const { server, address } = await serve(4600, { search: true });
  try {
    print("On the page (Chromium)", await benchPage(address, chromiumPath));
  } finally {
    server.close();
  }
  print("Instruments (Node)", (await benchInstruments()).rows);
}
