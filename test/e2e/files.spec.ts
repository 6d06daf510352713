/** What leaves the page: links that show the same figures elsewhere, and files. */
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Locator, Page } from "@playwright/test";
import { notebookSchema } from "../notebooks/notebook-schema";
import { firstOfEach, nameOf, oneOfEachKind, raceExperiment } from "./course";
import { addressOf, expect, figures, openSmall, run, sectionOf, test } from "./support";

const root = fileURLToPath(new URL("../..", import.meta.url));

interface RunFile {
  readonly simulation: string;
  readonly values: Readonly<Record<string, string | number>>;
  readonly frames: readonly unknown[];
  readonly summary?: unknown;
}

/** The same values on the command line: the same engine in Node. */
async function simulate({ simulation, values }: RunFile): Promise<RunFile> {
  const flags = Object.entries(values).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const words = [
    "node_modules/tsx/dist/cli.mjs",
    "simulations/command-line.ts",
    simulation,
    ...flags,
    "--format",
    "json",
  ];
  const { stdout } = await promisify(execFile)(process.execPath, words, { cwd: root, maxBuffer: 1e9 });
  return JSON.parse(stdout) as RunFile;
}

async function download(page: Page, section: Locator, kind: string): Promise<{ name: string; content: Buffer }> {
  await section.getByRole("button", { name: "Download" }).click();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("dialog", { name: "Download" }).getByRole("button", { name: kind }).click(),
  ]);
  const content = await readFile(await file.path());
  await expect(page.getByRole("dialog", { name: "Download" })).toHaveCount(0);
  return { name: file.suggestedFilename(), content };
}

for (const experiment of firstOfEach) {
  test(`${nameOf(experiment)} shows the same figures from its link in a fresh browser, and in Node`, async ({
    page,
    browser,
  }) => {
    // More than one chunk, so that it matters in which order they come.
    const section = await openSmall(page, experiment, 16);
    await run(section);
    const shown = await figures(section);
    const address = await addressOf(page, section);
    const visitor = await browser.newContext();
    const other = await visitor.newPage();
    await other.goto(address);
    const linked = sectionOf(other, experiment.id);
    await expect(linked).toHaveAttribute("data-status", "idle");
    await expect(linked.locator(".dl-verdict")).toHaveCount(0);
    await run(linked);
    expect(await figures(linked)).toEqual(shown);
    await visitor.close();

    const { content } = await download(page, section, "The whole run");
    const here = JSON.parse(content.toString()) as RunFile;
    expect(here.frames.length).toBeGreaterThan(0);
    const node = await simulate(here);
    expect(node.values).toEqual(here.values);
    expect(node.frames).toEqual(here.frames);
    if (here.summary !== undefined) expect(node.summary).toEqual(here.summary);
  });
}

for (const experiment of oneOfEachKind)
  test(`${nameOf(experiment)} gives its figures and its picture as files`, async ({ page }) => {
    const section = await openSmall(page, experiment);
    await run(section);
    const shown = await figures(section);

    const csv = await download(page, section, "CSV");
    expect(csv.name).toMatch(/\.csv$/);
    const [head, ...lines] = csv.content
      .toString()
      .replace(/^\ufeff/, "")
      .trim()
      .split("\r\n");
    expect(head).toBe("chart,series,x,value,low,high,replica,unit,settings");
    expect(lines.length).toBeGreaterThan(shown[0]!.rows.length / 2);
    expect(lines.every((line) => line.includes(`seed=${(/seed-(\d+)-/.exec(csv.name) ?? [])[1]}`))).toBe(true);
    const json = await download(page, section, "JSON");
    const document = JSON.parse(json.content.toString()) as RunFile & { seed: number };
    expect(document.seed).toBe(document.values.seed);
    expect(document.simulation).toBe(await section.getAttribute("data-simulation"));

    const svg = await download(page, section, "SVG");
    expect(svg.content.toString()).toMatch(/^<svg [\s\S]*<path [\s\S]*<\/svg>$/);
    const image = await page.evaluate(async (source) => {
      const picture = new Image();
      picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}`;
      await picture.decode();
      return [picture.naturalWidth, picture.naturalHeight];
    }, svg.content.toString());
    const png = await download(page, section, "PNG");
    expect(png.content.subarray(1, 4).toString()).toBe("PNG");
    expect([png.content.readUInt32BE(16), png.content.readUInt32BE(20)]).toEqual(image.map((px) => 2 * px));
  });

test("a run becomes a notebook in Python that links back to it, and nothing of it is loaded before", async ({
  page,
}) => {
  const section = await openSmall(page, raceExperiment());
  await run(section);
  const address = await addressOf(page, section);
  const scripts: string[] = [];
  page.on("request", (request) => request.resourceType() === "script" && scripts.push(request.url()));
  const { name, content } = await download(page, section, "Notebook (.ipynb)");
  expect(name).toMatch(/^retraining-seed-\d+-\w+\.ipynb$/);
  expect(scripts.length).toBeGreaterThan(0);
  const file = notebookSchema.parse(JSON.parse(content.toString()));
  expect(file.cells[0]!.source.join("")).toContain(`(<${address}>)`);
});
