/**
 * npm test: installs what is missing, then types, lint and the build, then unit, golden, claims and boundary tests beside
 * the browser tests, which wait more than they compute. Ends with one line that counts them. `npm test -- unit` or `npm test -- e2e` runs a part; `npm test -- quick` what
 * answers within two minutes: types, lint, the unit tests that train little, and one lesson in the browser.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { constants, setPriority, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureInstalled } from "../app/_tools/ensure-install.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "driftlab-test-"));
const part = process.argv[2] ?? "all";
const counts = { passed: 0, failed: 0, skipped: 0 };
const say = (text) => console.log(`\n▸ ${text}`);

/**
 * Runs a program of node_modules; resolves to whether it ended well. One that runs `beside` another leaves it the processor,
 * and says what it has to say when it has ended, in one piece.
 */
function run(program, words, { env = {}, beside = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(join(root, "node_modules/.bin", program), words, {
      cwd: root,
      stdio: beside ? ["ignore", "pipe", "pipe"] : "inherit",
      env: { ...process.env, ...env },
      shell: process.platform === "win32",
    });
    const said = [];
    if (beside) {
      for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => said.push(text));
      if (child.pid) setPriority(child.pid, constants.priority.PRIORITY_LOW);
    }
    child.on("error", (error) => {
      console.error(`${program}: ${error.message}`);
      resolve(false);
    });
    child.on("close", (code) => {
      if (beside) process.stdout.write(`\n${Buffer.concat(said)}`);
      resolve(code === 0);
    });
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

/** What trains models for longer than a quick run may take: claims, contracts, numbers of the prose. */
const LONG = ["test/claims/**", "test/contract*", "test/lessons/!(rules|words).test.ts"];

async function read() {
  say("Types");
  count(await run("tsc", ["--noEmit"]));
  say("Lint and format");
  count(await run("biome", ["check", "."]));
}

async function unit({ leftOut = [], beside = false } = {}) {
  say(leftOut.length === 0 ? "Unit, golden, claims, contract and boundary tests" : "Unit, golden and boundary tests");
  const { ensurePython } = await import("./find-python.mjs");
  ensurePython(say);
  const report = join(scratch, "vitest.json");
  const without = leftOut.flatMap((pattern) => ["--exclude", pattern]);
  const words = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...without];
  const ok = await run("vitest", words, { beside });
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

/** Whether the site could be built. */
async function build() {
  say("Build");
  const { ensureBuilt } = await import("../app/_tools/ensure-built.mjs");
  try {
    await ensureBuilt();
    count(true);
    return true;
  } catch (error) {
    console.error(error.message);
    count(false);
    return false;
  }
}

async function endToEnd({ quick = false } = {}) {
  const { ensureChromium } = await import("./find-chromium.mjs");
  const chromium = await ensureChromium(say);
  say(`Browser tests in ${chromium}`);
  const report = join(scratch, "playwright.json");
  const words = ["test", "--config", "test/e2e/playwright.config.ts", "--reporter=line,json"];
  const ok = await run("playwright", quick ? [...words, "--grep", "@quick"] : words, {
    env: {
      CHROMIUM_PATH: chromium,
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      ...(quick ? { E2E_QUICK: "yes" } : {}),
    },
  });
  countReport(
    report,
    ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped }),
    ok,
  );
}

const parts = {
  all: async () => {
    await read();
    if (await build()) await Promise.all([endToEnd(), unit({ beside: true })]);
    else await unit();
  },
  quick: async () => {
    await read();
    await unit({ leftOut: LONG });
    if (await build()) await endToEnd({ quick: true });
  },
  unit: async () => {
    await read();
    await unit();
  },
  e2e: async () => {
    if (await build()) await endToEnd();
  },
};

try {
  if (!Object.hasOwn(parts, part)) throw new Error(`there is no part ${part}: quick, unit, e2e or nothing for all`);
  ensureInstalled();
  await parts[part]();
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
