/** Puts the wasm files of TensorFlow.js under public/, from where the site serves them itself. */
import { copyFileSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "./paths.mjs";

export function copyWasm() {
  const from = join(root, "node_modules/@tensorflow/tfjs-backend-wasm/dist");
  const to = join(root, "public/tfjs");
  mkdirSync(to, { recursive: true });
  for (const file of readdirSync(from)) {
    if (file.endsWith(".wasm")) copyFileSync(join(from, file), join(to, file));
  }
}
