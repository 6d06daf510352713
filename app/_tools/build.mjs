/** npm run build: the static site in out/, every page with its Content-Security-Policy. BASE_PATH=/driftlab for a sub-path. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { withPolicy } from "./content-security-policy.mjs";
import { ensureInstalled } from "./ensure-install.mjs";
import { basePath, outFolder, root } from "./paths.mjs";
import { copyWasm } from "./prepare.mjs";
import { sourceHash, stampFile } from "./stamp.mjs";

export function build({ quiet = false } = {}) {
  const path = basePath();
  const stamp = sourceHash(path);
  copyWasm();
  rmSync(outFolder, { recursive: true, force: true });
  const next = spawnSync(process.execPath, [join(root, "node_modules/next/dist/bin/next"), "build"], {
    cwd: root,
    stdio: quiet ? "pipe" : "inherit",
    encoding: "utf8",
    env: { ...process.env, BASE_PATH: path, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  if (next.error) throw new Error(`the build could not be started: ${next.error.message}`);
  if (next.status !== 0) throw new Error(`the build failed:\n${next.stdout ?? ""}${next.stderr ?? ""}`.trim());
  const pages = readdirSync(outFolder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".html"));
  for (const page of pages) {
    const file = join(outFolder, page);
    writeFileSync(file, withPolicy(readFileSync(file, "utf8")));
  }
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, stamp);
  return pages.length;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    ensureInstalled();
    console.log(`Built ${build()} pages into out/.`);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
