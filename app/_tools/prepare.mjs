/** Puts wasm files of packages under public/, from where the site serves them itself. */
import { copyFileSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "./paths.mjs";

/** Folder under public/ → where the package keeps its files. */
const folders = {
  tfjs: "@tensorflow/tfjs-backend-wasm/dist",
  vad: "@echogarden/fvad-wasm",
  quickjs: "quickjs-wasi",
};

export function copyWasm() {
  for (const [name, folder] of Object.entries(folders)) {
    const from = join(root, "node_modules", folder);
    const to = join(root, "public", name);
    if (!existsSync(from)) {
      // The page says what it goes without.
      console.warn(`${folder} is not installed; npm ci installs it.`);
      continue;
    }
    mkdirSync(to, { recursive: true });
    for (const file of readdirSync(from)) {
      if (file.endsWith(".wasm")) copyFileSync(join(from, file), join(to, file));
    }
  }
}
