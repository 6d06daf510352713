/**
 * Compiles the kernels: AssemblyScript → WebAssembly, with SIMD and without, as text in compiled.ts, so that page, worker and
 * Node load them alike, without a request. `npm run kernels` writes the file; a test compiles again and compares.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import asc from "assemblyscript/asc";

const here = fileURLToPath(new URL(".", import.meta.url));

const common = ["-O3", "--converge", "--noAssert", "--runtime", "stub", "--importMemory", "--initialMemory", "0"];
/** What a browser without SIMD may lack as well. */
const oldest = ["simd", "bulk-memory", "nontrapping-f2i", "sign-extension"].flatMap((name) => ["--disable", name]);

async function compile(flags) {
  const folder = mkdtempSync(join(tmpdir(), "driftlab-kernels-"));
  try {
    const out = join(folder, "kernels.wasm");
    const { error, stderr } = await asc.main([join(here, "assembly/index.ts"), ...common, ...flags, "-o", out], {});
    if (error) throw new Error(`the kernels do not compile: ${error.message}\n${stderr.toString()}`);
    return readFileSync(out).toString("base64");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const lines = (text) =>
  text
    .match(/.{1,110}/g)
    .map((part) => `  "${part}"`)
    .join(" +\n");

/** The text of compiled.ts. */
export async function compiledText() {
  const simd = await compile(["--enable", "simd"]);
  const scalar = await compile(oldest);
  return `/** Made by compile.mjs from assembly/; not edited by hand. Both give the same bits. */
export const simdKernels =
${lines(simd)};

export const scalarKernels =
${lines(scalar)};
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(join(here, "compiled.ts"), await compiledText());
