/** Readers' code in Node (command line, tests): the same engine in this very process, where Ctrl-C ends what does not end. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { CodeAnswer, CodeJob } from "../runtime/own-code";
import { interpretWith } from "./interpreter";

let engine: Promise<WebAssembly.Module> | undefined;

const load = async (): Promise<WebAssembly.Module> =>
  WebAssembly.compile(await readFile(createRequire(import.meta.url).resolve("quickjs-wasi/quickjs.wasm")));

/** @param now a clock in milliseconds, for the limit */
export async function interpretInNode(job: CodeJob, now?: () => number): Promise<CodeAnswer> {
  engine ??= load();
  return interpretWith(await engine, job, now);
}
