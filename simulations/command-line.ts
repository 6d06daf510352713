/**
 * Any simulation in the terminal: the same engines and figures as on the page.
 *
 *   npm run -s simulate -- --list
 *   npm run -s simulate -- retraining --preset sudden-little --seed 7 --format json|csv|table
 */
import { type Format, readArguments, UsageError } from "./arguments";
import { startBackend } from "./core/models/backend";
import { nodeWasmPath } from "./core/models/node-wasm-path";
import type { Simulation } from "./declare";
import { simulations } from "./find";
import type { Run } from "./runtime/experiment-state";
import { type AnyValues, allowedText } from "./runtime/knobs";
import type { Results } from "./runtime/results";
import { chunksOf, type Frame, framesOf, sortFrames } from "./runtime/simulation";
import { interpretInNode } from "./sandbox/node";
import { settingsText, tidyCsv, tidyRows } from "./ui/chart/tidy";

interface Request {
  readonly simulation: Simulation;
  readonly values: AnyValues;
  readonly format: Format;
}

async function listText(): Promise<string> {
  const texts = await Promise.all(
    [...simulations.values()].map(async ({ name, title, settings }) => {
      const { knobs, presets } = await settings();
      const knobLines = Object.entries(knobs).map(
        ([knob, declared]) =>
          `  --${knob}  ${allowedText(declared)} (default ${declared.default === "" ? "nothing" : declared.default}): ${declared.label}`,
      );
      const presetLines = Object.entries(presets).map(([preset, { label }]) => `  --preset ${preset}  ${label}`);
      return [`${name}: ${title}`, ...knobLines, ...presetLines].join("\n");
    }),
  );
  return texts.join("\n\n");
}

async function parseArguments(words: readonly string[]): Promise<Request | "list"> {
  if (words.includes("--list")) return "list";
  const [name, ...rest] = words;
  const names = [...simulations.keys()].join(", ");
  if (name === undefined || name.startsWith("--"))
    throw new UsageError(`name a simulation first: one of ${names}; --list prints their knobs`);
  const simulation = simulations.get(name);
  if (!simulation) throw new UsageError(`simulation: there is no ${name}, allowed: one of ${names}`);
  const { knobs, presets } = await simulation.settings();
  return { simulation, ...readArguments(name, rest, knobs, presets) };
}

async function compute({ simulation, values }: Request): Promise<Frame[]> {
  const engine = (await simulation.engine()).createEngine({ interpret: interpretInNode });
  const ranges = chunksOf(Number(values.replicas ?? 1));
  const frames: Frame[] = [];
  const began = performance.now();
  for (const range of ranges) {
    frames.push(...(await framesOf(engine, values, range)));
    if (process.stderr.isTTY || performance.now() - began > 2000)
      process.stderr.write(`${simulation.name}: ${range.to} of ${ranges.at(-1)!.to} replicas\n`);
  }
  return sortFrames(frames);
}

const plain = (_: string, value: unknown): unknown =>
  ArrayBuffer.isView(value) ? Array.from(value as unknown as ArrayLike<number>) : value;

/** Every figure of a frame under the path that leads to it. */
function flatten(value: unknown, path: string, into: Record<string, string | number>): void {
  if (ArrayBuffer.isView(value)) flatten(Array.from(value as unknown as ArrayLike<number>), path, into);
  else if (value !== null && typeof value === "object")
    for (const [key, inner] of Object.entries(value)) flatten(inner, path === "" ? key : `${path}.${key}`, into);
  else into[path] = value as string | number;
}

/** The figures of the page's charts at the end of the run, in its own tidy columns. */
async function csvText({ simulation, values }: Request, results: Results): Promise<string> {
  const moment = Math.max(...results.run.frames.map((frame) => frame.moment));
  const charts = (await simulation.charts()).charts(results, values, moment);
  return tidyCsv([{ settings: settingsText(values), rows: tidyRows(charts) }]);
}

function tableText(summary: unknown): string {
  const figures: Record<string, string | number> = {};
  flatten(summary, "", figures);
  const width = Math.max(...Object.keys(figures).map((key) => key.length));
  return Object.entries(figures)
    .map(([key, value]) => `${key.padEnd(width)}  ${typeof value === "number" ? Number(value.toPrecision(6)) : value}`)
    .join("\n");
}

async function main(): Promise<void> {
  const request = await parseArguments(process.argv.slice(2));
  if (request === "list") {
    process.stdout.write(`${await listText()}\n`);
    return;
  }
  const { note } = await startBackend({ wasmPath: nodeWasmPath() });
  if (note) process.stderr.write(`${note}\n`);
  const { simulation, values, format } = request;
  const frames = await compute(request);
  const replicas = Number(values.replicas ?? 1);
  const run: Run = { values, frames, replicas, replicasDone: replicas, elapsedMs: 0, complete: true };
  const results = (await simulation.results()).resultsOf(run);
  const { summary } = results;
  if (format === "csv") process.stdout.write(await csvText(request, results));
  else if (format === "table") process.stdout.write(`${tableText(summary)}\n`);
  else
    process.stdout.write(
      `${JSON.stringify({ simulation: simulation.name, values, seed: values.seed, frames, summary }, plain)}\n`,
    );
}

// `… | head` closes the pipe early; that is the reader's choice, not a fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
});
