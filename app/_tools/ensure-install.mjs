/** Installs the packages of package-lock.json when they are not in node_modules. Plain Node: runs before any package is there. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./paths.mjs";

const NEEDED = [20, 19];

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), "utf8")).packages ?? {};
  } catch {
    return {};
  }
}

/** Whether every package that this machine needs stands in node_modules in the locked version. */
export function isInstalled() {
  const locked = Object.entries(readPackages("package-lock.json")).filter(
    ([path, { optional, devOptional, peer }]) => path !== "" && !optional && !devOptional && !peer,
  );
  const installed = readPackages("node_modules/.package-lock.json");
  return locked.length > 0 && locked.every(([path, { version }]) => installed[path]?.version === version);
}

export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return;
  throw new Error(`Driftlab needs Node ${NEEDED.join(".")} or newer; this is Node ${process.versions.node}.`);
}

/** Throws an Error with a readable message when Node is too old or npm fails. */
export function ensureInstalled() {
  checkNode();
  if (isInstalled()) return;
  console.log("Installing packages (once, about a minute) …");
  const { status, error } = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (error) throw new Error(`npm could not be started: ${error.message}`);
  if (status !== 0) throw new Error(`npm ci ended with code ${status}; see the lines above.`);
}
