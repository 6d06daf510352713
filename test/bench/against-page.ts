/** Two built sites in one browser, turn by turn: bytes, and what a step of the race's slider takes. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium } from "@playwright/test";
import type { BenchRow } from "./instruments";
import { bytesBeforeExperiment, launch, openRace, type Slide, slide } from "./page";
import { compared } from "./timing";

const TURNS = 12;
const LINK = "#race&world=queries&examplesPerMonth=14&strength=2&replicas=32";

/** Work of all the browser's processes so far, ms. */
async function cpuOf(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  return 1000 * processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

async function serveTree(folder: string) {
  const tool = (name: string) => import(pathToFileURL(join(folder, "app/_tools", name)).href);
  await (await tool("ensure-built.mjs")).ensureBuilt();
  return (await tool("serve.mjs")).serve(4600, { search: true });
}

export async function comparePages(ours: string, theirs: string): Promise<BenchRow[]> {
  const { ensureChromium } = await import("../find-chromium.mjs");
  const sites = [await serveTree(ours), await serveTree(theirs)] as const;
  const browser = await chromium.launch(launch(await ensureChromium()));
  try {
    const bytes = [];
    for (const { address } of sites) bytes.push((await bytesBeforeExperiment(browser, address)) / 1000);
    const pages = [];
    for (const { address } of sites) pages.push(await openRace(browser, address, LINK));
    const taken: (Slide & { cpu: number })[][] = [[], []];
    // Two turns warm up.
    for (let turn = -2; turn < TURNS; turn++)
      for (const i of turn % 2 === 0 ? [0, 1] : [1, 0]) {
        const before = await cpuOf(browser);
        // Both sites see the same steps.
        const one = await slide(pages[i]!, turn % 2 === 0 ? "up" : "down");
        if (turn >= 0) taken[i]!.push({ ...one, cpu: (await cpuOf(browser)) - before });
      }
    const row = (name: string, part: keyof (typeof taken)[0][0], unit: string): BenchRow => ({
      name,
      value: compared(
        taken[0]!.map((one) => one[part]),
        taken[1]!.map((one) => one[part]),
        unit,
      ),
    });
    return [
      { name: "JavaScript before an experiment is in view, gzip", value: compared([bytes[0]!], [bytes[1]!], "kB") },
      row("A step of the slider, 32 replicas, the whole browser's work", "cpu", "ms of CPU"),
      row("The same, until the first answer", "first", "ms"),
      row("The same, until the full answer", "full", "ms"),
    ];
  } finally {
    await browser.close();
    for (const { server } of sites) server.close();
  }
}
