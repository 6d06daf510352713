/** One of two trees that are compared: runs that tree's engines when it is told to, and says what a run took. Started by against.ts. */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

export interface Asked {
  readonly simulation: string;
  readonly values: Readonly<Record<string, string | number>>;
}

export interface Taken {
  /** Time of this process's own work until the first eight replicas and until all. */
  readonly first: number;
  readonly all: number;
  /** Of everything in the frames. */
  readonly digest: string;
}

const folder = process.argv[2]!;
const load = (file: string) => import(pathToFileURL(join(folder, "simulations", file)).href);
const { startBackend } = await load("core/models/backend.ts");
const { nodeWasmPath } = await load("core/models/node-wasm-path.ts");
const { defaultsOf } = await load("runtime/knobs.ts");
const { chunksOf } = await load("runtime/simulation.ts");
await startBackend({ wasmPath: nodeWasmPath() });

/** Bytes and names in one order, so that equal frames are equal whatever way they were put together. */
function digestOf(value: unknown): string {
  const hash = createHash("sha256");
  const add = (part: unknown): void => {
    if (ArrayBuffer.isView(part)) hash.update(new Uint8Array(part.buffer, part.byteOffset, part.byteLength));
    else if (part !== null && typeof part === "object")
      for (const [name, inner] of Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) {
        hash.update(`${name}:`);
        add(inner);
      }
    else hash.update(String(part));
  };
  add(value);
  return hash.digest("hex");
}

async function run({ simulation, values }: Asked): Promise<Taken> {
  const { createEngine } = await load(`${simulation}/engine.ts`);
  const { knobs } = await load(`${simulation}/knobs.ts`);
  const settings = { ...defaultsOf(knobs), ...values };
  const engine = createEngine();
  const frames: unknown[] = [];
  const began = process.cpuUsage();
  const taken = () => {
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1000;
  };
  let first = 0;
  for (const range of chunksOf(settings.replicas)) {
    for await (const frame of engine.run(settings, range)) if (frame !== undefined) frames.push(frame);
    first ||= taken();
  }
  return { first, all: taken(), digest: digestOf(frames) };
}

process.on("message", (asked: Asked) =>
  run(asked).then(
    (taken) => process.send!(taken),
    (error: Error) => {
      console.error(`${folder}: ${error.message}`);
      process.exit(1);
    },
  ),
);
process.send!("ready");
