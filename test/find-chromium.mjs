/** Finds a Chromium for the tests: the one named by CHROMIUM_PATH, the system's, Playwright's own, and at last Debian's package. */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

const SYSTEM_PATHS = [
  // Without a window's own interface: the same pages for three quarters of the work.
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** Path of an installed Chromium, or undefined. */
export async function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM_PATH is ${named}, and there is no such file`);
  }
  const system = SYSTEM_PATHS.find((path) => existsSync(path));
  if (system) return system;
  const { chromium } = await import("@playwright/test");
  const own = chromium.executablePath();
  return existsSync(own) ? own : undefined;
}

export function isDebian() {
  return existsSync("/etc/os-release") && /^ID(_LIKE)?=.*debian/m.test(readFileSync("/etc/os-release", "utf8"));
}

/** Finds a Chromium or installs one. @throws Error that says how to get one by hand. */
export async function ensureChromium(say = console.log) {
  const found = await findChromium();
  if (found) return found;
  say("No Chromium on this machine: asking Playwright for its own…");
  spawnSync("npx", ["playwright", "install", "chromium"], { stdio: "ignore", timeout: 300_000 });
  const own = await findChromium();
  if (own) return own;
  if (isDebian() && process.getuid?.() === 0) {
    say("Playwright could not bring one: installing Debian's package chromium-headless-shell…");
    execFileSync("apt-get", ["update", "-qq"], { stdio: "ignore" });
    execFileSync("apt-get", ["install", "-y", "-qq", "chromium-headless-shell"], { stdio: "ignore" });
    const packaged = await findChromium();
    if (packaged) return packaged;
  }
  throw new Error(
    "The tests need Chromium: install it (Debian: apt-get install chromium-headless-shell) or set CHROMIUM_PATH to it.",
  );
}
