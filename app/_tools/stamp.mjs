/** Tells whether out/ was built from the files as they are: a hash over every source, kept in the cache of the packages. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { outFolder, root } from "./paths.mjs";

/** Beside the build, not in it: what is in out/ is what a host gets. One for every folder that is built into. */
export const stampFile = join(
  root,
  "node_modules/.cache/driftlab",
  `stamp-${createHash("sha256").update(outFolder).digest("hex").slice(0, 12)}`,
);

const SOURCES = [
  "app",
  "lessons",
  "simulations",
  "public",
  "next.config.mjs",
  "package-lock.json",
  "package.json",
  "postcss.config.mjs",
  "tsconfig.json",
];
/** Copied in by the build itself. */
const COPIED = /^public[\\/](tfjs|vad)[\\/]/;

export function sourceHash(basePath) {
  const hash = createHash("sha256").update(basePath);
  const files = SOURCES.filter((source) => existsSync(join(root, source))).flatMap((source) => {
    if (!statSync(join(root, source)).isDirectory()) return [source];
    return readdirSync(join(root, source), { recursive: true, encoding: "utf8" }).map((file) => join(source, file));
  });
  for (const file of files.sort()) {
    const path = join(root, file);
    if (COPIED.test(file) || !statSync(path).isFile()) continue;
    hash.update(`\0${file}\0`).update(readFileSync(path));
  }
  return hash.digest("hex");
}

export function isBuilt(basePath) {
  return (
    existsSync(join(outFolder, "index.html")) &&
    existsSync(stampFile) &&
    readFileSync(stampFile, "utf8") === sourceHash(basePath)
  );
}
