/** A downloaded picture is what was seen: its words, its marks and its colours, in a file that needs no other. */
import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { tokens } from "../../simulations/ui/design/tokens";
import { experiments } from "./course";
import { expect, openExperiment, run, test } from "./support";

async function download(page: Page, section: Locator, kind: string): Promise<Buffer> {
  await section.getByRole("button", { name: "Download" }).click();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("dialog", { name: "Download" }).getByRole("button", { name: kind }).click(),
  ]);
  return readFile(await file.path());
}

/** Without white space: lines are broken where the page breaks them. */
const letters = (text: string | null): string => (text ?? "").replace(/\s+/g, "");

const PICTURED = ".dl-verdict, .dl-tally, .dl-main-place, .dl-confusion";

const cases = [
  { id: "race", theme: "dark", width: 390, colours: ["--blue", "--green", "--amber", "--grey"] },
  { id: "race", theme: "light", width: 1440, colours: ["--blue", "--green", "--amber", "--grey"] },
  { id: "zero", theme: "light", width: 1440, colours: ["--you", "--blue"] },
  { id: "desk", theme: "dark", width: 1440, colours: ["--blue", "--green"] },
] as const;

for (const { id, theme, width, colours } of cases)
  test(`the picture of ${id}, ${theme}, ${width} px wide, is what was seen`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: theme });
    const section = await openExperiment(page, experiments.find((one) => one.id === id)!);
    await run(section);
    await expect(section.locator(".dl-main-place svg").first()).toBeVisible();
    const seen = await section.evaluate((element, pictured) => {
      const parts = [...element.querySelectorAll(pictured)];
      const all = (selector: string) => parts.flatMap((part) => [...part.querySelectorAll(selector)]);
      return {
        verdict: element.querySelector(".dl-verdict")?.textContent ?? "",
        question: element.querySelector(".dl-question-text")?.textContent ?? "",
        title: element.querySelector(".dl-chart-name strong")?.textContent ?? "",
        cells: all(".dl-cell-count").map((cell) => cell.lastChild?.textContent ?? ""),
        key: all(".dl-key li").map((item) => item.textContent ?? ""),
        samples: all("svg.dl-sample").length,
      };
    }, PICTURED);

    const svg = (await download(page, section, "SVG")).toString();
    const shown = await page.evaluate((source) => {
      const picture = new DOMParser().parseFromString(source, "image/svg+xml").documentElement;
      const inner = [...picture.querySelectorAll("svg")];
      const isSample = (one: Element) => /^0 0 \d+ 12$/.test(one.getAttribute("viewBox") ?? "");
      const text = [...picture.querySelectorAll("text")].map((one) => one.textContent).join("");
      return { text, samples: inner.filter(isSample).length };
    }, svg);
    const written = letters(shown.text);
    for (const text of [seen.verdict, seen.question, seen.title, ...seen.cells, ...seen.key])
      expect(written).toContain(letters(text));
    expect(seen.verdict).not.toBe("");
    expect(shown.samples).toBe(seen.samples);
    const outside = /https?:|url\((?!#|data:)|(href|src)="(?!#|data:)|@import|foreignObject/;
    expect(outside.exec(svg.replace(/ xmlns(:\w+)?="[^"]*"/g, ""))?.[0]).toBeUndefined();
    expect(svg.match(/@font-face\{/g)?.length).toBeGreaterThanOrEqual(2);

    const png = (await download(page, section, "PNG")).toString("base64");
    const drawn = await page.evaluate(async (data) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = document.createElement("canvas");
      canvas.width = image.naturalWidth;
      canvas.height = image.naturalHeight;
      const context = canvas.getContext("2d")!;
      context.drawImage(image, 0, 0);
      const { data: pixels } = context.getImageData(0, 0, canvas.width, canvas.height);
      const counts: Record<string, number> = {};
      for (let i = 0; i < pixels.length; i += 4) {
        const hex = `#${[0, 1, 2].map((j) => pixels[i + j]!.toString(16).padStart(2, "0")).join("")}`;
        counts[hex] = (counts[hex] ?? 0) + 1;
      }
      return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 20));
    }, png);
    for (const name of [...colours, "--surface"] as const)
      expect(Object.keys(drawn), name).toContain(tokens[theme][name].toLowerCase());
  });
