/**
 * npm test: installs what is missing, then types, lint, unit, golden, claims and boundary tests, the build, and the browser
 * tests. Ends with one line that counts them. `npm test -- unit` or `npm test -- e2e` runs a part.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureInstalled } from "../app/_tools/ensure-install.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "driftlab-test-"));
const part = process.argv[2] ?? "all";
const counts = { passed: 0, failed: 0, skipped: 0 };
const say = (text) => console.log(`\n▸ ${text}`);

/** Runs a program of node_modules; resolves to whether it ended well. */
function run(program, words, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(join(root, "node_modules/.bin", program), words, {
      cwd: root,
      stdio: "inherit",
      env: { ...process.env, ...env },
      shell: process.platform === "win32",
    });
    child.on("error", (error) => {
      console.error(`${program}: ${error.message}`);
      resolve(false);
    });
    child.on("exit", (code) => resolve(code === 0));
  });
}

function count(ok) {
  if (ok) counts.passed++;
  else counts.failed++;
}

/** Adds what a JSON report counted; a run that left no report, or failed without a failed test, counts as one failure. */
function countReport(file, read, ok) {
  const before = counts.failed;
  try {
    const { passed, failed, skipped } = read(JSON.parse(readFileSync(file, "utf8")));
    counts.passed += passed;
    counts.failed += failed;
    counts.skipped += skipped;
    if (passed + failed === 0) counts.failed++;
  } catch (error) {
    console.error(`no report of the tests: ${error.message}`);
  }
  if (!ok && counts.failed === before) counts.failed++;
}

async function unit() {
  say("Types");
  count(await run("tsc", ["--noEmit"]));
  say("Lint and format");
  count(await run("biome", ["check", "."]));
  say("Unit, golden, claims, contract and boundary tests");
  const report = join(scratch, "vitest.json");
  const ok = await run("vitest", ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`]);
  countReport(
    report,
    (json) => ({
      passed: json.numPassedTests,
      failed: json.numFailedTests,
      skipped: json.numPendingTests + json.numTodoTests,
    }),
    ok,
  );
}

async function endToEnd() {
  const { ensureChromium } = await import("./find-chromium.mjs");
  const chromium = await ensureChromium(say);
  say("Build");
  const { ensureBuilt } = await import("../app/_tools/ensure-built.mjs");
  try {
    await ensureBuilt();
    count(true);
  } catch (error) {
    console.error(error.message);
    count(false);
    return;
  }
  say(`Browser tests in ${chromium}`);
  const report = join(scratch, "playwright.json");
  const ok = await run("playwright", ["test", "--config", "test/e2e/playwright.config.ts", "--reporter=line,json"], {
    CHROMIUM_PATH: chromium,
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  });
  countReport(
    report,
    ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped }),
    ok,
  );
}

try {
  ensureInstalled();
  if (part === "all" || part === "unit") await unit();
  if (part === "all" || part === "e2e") await endToEnd();
  if (!["all", "unit", "e2e"].includes(part)) throw new Error(`there is no part ${part}: unit, e2e or nothing for all`);
} catch (error) {
  console.error(error.message);
  counts.failed++;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
console.log(
  `\n${counts.passed} passed, ${counts.failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ""}`,
);
process.exitCode = counts.failed === 0 ? 0 : 1;
