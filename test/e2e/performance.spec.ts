import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { coming, experimentsIn, written } from "./course";
import { cellOf, expect, isDone, runButton, sectionOf, test } from "./support";

const LIMIT_KB = 300;
/** Words that only the chart library and the training library hold. */
const heavy = [/plotly-logomark|scatterlayer/, /tfjs-backend-wasm/];

interface Script {
  readonly url: string;
  readonly text: string;
}

/** The scripts that a page loads from now on. */
function collectScripts(page: Page): Promise<Script>[] {
  const scripts: Promise<Script>[] = [];
  page.on("response", (response) => {
    const { pathname } = new URL(response.url());
    if (!pathname.endsWith(".js")) return;
    const script = response.text().then((text) => ({ url: pathname, text }));
    // One that comes after the test has ended is nobody's.
    script.catch(() => {});
    scripts.push(script);
  });
  return scripts;
}

const gzipKb = (scripts: readonly Script[]): number =>
  scripts.reduce((sum, { text }) => sum + gzipSync(text).length, 0) / 1000;

/** Small, so that the first experiment of every lesson is still far when the page opens. */
test.use({ viewport: { width: 360, height: 480 } });

for (const path of ["/", ...[...written, ...coming.slice(0, 1)].map(({ slug }) => `/lessons/${slug}/`)]) {
  test(`${path} loads at most ${LIMIT_KB} kB of scripts, no chart and no training library, before an experiment is near`, async ({
    page,
  }) => {
    const loading = collectScripts(page);
    await page.goto(path);
    await page.waitForLoadState("networkidle");
    await expect(page.locator("section[data-simulation]")).toHaveCount(0);
    const scripts = await Promise.all(loading);
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.filter(({ text }) => heavy.some((word) => word.test(text))).map(({ url }) => url)).toEqual([]);
    expect(page.workers()).toHaveLength(0);
    expect(gzipKb(scripts)).toBeLessThanOrEqual(LIMIT_KB);
  });
}

// The lesson with most experiments: the pool belongs to the page, whatever the lesson.
const [fullest] = [...written].sort((a, b) => experimentsIn(b.slug).length - experimentsIn(a.slug).length);
for (const { slug } of fullest ? [fullest] : []) {
  test(`the experiments of ${slug} share one pool of at most four workers, leave a core to the page and load the libraries once`, async ({
    page,
  }) => {
    const loading = collectScripts(page);
    let most = 0;
    let made = 0;
    page.on("worker", () => {
      made++;
      most = Math.max(most, page.workers().length);
    });
    await page.goto(`/lessons/${slug}/`);
    for (const { id } of experimentsIn(slug)) {
      await cellOf(page, id).scrollIntoViewIfNeeded();
      await (await runButton(sectionOf(page, id))).click();
      await isDone(sectionOf(page, id));
    }
    const cores = await page.evaluate(() => navigator.hardwareConcurrency);
    expect(most).toBeGreaterThan(0);
    expect(most).toBe(Math.max(1, Math.min(4, cores - 1)));
    expect(made).toBe(most);
    const scripts = await Promise.all(loading);
    expect(scripts.filter(({ text }) => heavy[0]?.test(text)).length).toBe(1);
  });
}
