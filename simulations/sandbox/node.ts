/** Readers' code in Node (command line, tests): the same engine in this very process, where Ctrl-C ends what does not end. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Interpret } from "../runtime/own-code";
import { interpretWith } from "./interpreter";

let engine: Promise<WebAssembly.Module> | undefined;

const load = async (): Promise<WebAssembly.Module> =>
  WebAssembly.compile(await readFile(createRequire(import.meta.url).resolve("quickjs-wasi/quickjs.wasm")));

/** The processor's time, not the wall's: the limit is the same on a machine that is busy with other things. */
function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

export const interpretInNode: Interpret = async (job) => {
  engine ??= load();
  return interpretWith(await engine, job, processorMs);
};
