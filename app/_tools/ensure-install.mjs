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

/**
 * What of the locked packages that every machine needs does not stand in node_modules, in words; undefined: nothing.
 * @param {Record<string, { version?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }>} locked
 * @param {Record<string, { version?: string }>} installed
 */
export function missing(locked, installed) {
  const needed = Object.entries(locked).filter(
    ([path, { optional, devOptional, peer }]) => path !== "" && !optional && !devOptional && !peer,
  );
  if (needed.length === 0) return "package-lock.json cannot be read";
  if (Object.keys(installed).length === 0) return "there are none yet";
  const wrong = needed.filter(([path, { version }]) => installed[path]?.version !== version);
  const [first] = wrong;
  if (!first) return undefined;
  const [path, { version }] = first;
  const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
  const found = installed[path]?.version;
  const more = wrong.length === 1 ? "" : `, and ${wrong.length - 1} more like it`;
  return found === undefined
    ? `${name} ${version} is not installed${more}`
    : `${name} is ${found} here and ${version} in package-lock.json${more}`;
}

export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return;
  throw new Error(`Driftlab needs Node ${NEEDED.join(".")} or newer; this is Node ${process.versions.node}.`);
}

/** Throws an Error with a readable message when Node is too old or npm fails. */
export function ensureInstalled() {
  checkNode();
  const why = missing(readPackages("package-lock.json"), readPackages("node_modules/.package-lock.json"));
  if (why === undefined) return;
  console.log(`Installing packages with npm ci, because ${why}. It takes about a minute …`);
  const { status, error } = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (error) throw new Error(`npm could not be started: ${error.message}`);
  if (status !== 0) throw new Error(`npm ci ended with code ${status}; see the lines above.`);
}
