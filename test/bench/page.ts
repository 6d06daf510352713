/** Speed as a reader meets it, in Chromium: slider to answer, longest task of the main thread, bytes before an experiment. */
import { gzipSync } from "node:zlib";
import { type Browser, chromium, type Page } from "@playwright/test";
import type { BenchRow } from "./instruments";
import { median } from "./timing";

const SLIDES = 15;
/** A chart that was not drawn again for so long shows the whole run. */
const QUIET_MS = 700;
const LIMIT_MS = 20_000;
const DESK_MS = 10_000;

export interface Slide {
  readonly first: number;
  readonly full: number;
}

/** What asks for a new run: the strength slider one step up or down, or the next seed. */
type Change = "up" | "down" | "next seed";

/**
 * Changes one setting and waits, inside the page, until the chart shows the first replicas and until it shows all of them: what
 * counts is what is drawn.
 */
function change(page: Page, simulation: string, how: Change): Promise<Slide> {
  return page.evaluate(
    ([name, pressed, quietMs, limitMs]) =>
      new Promise<Slide>((resolve, reject) => {
        const section = document.querySelector(`section[data-simulation="${name}"]`)!;
        const slider = section.querySelector<HTMLInputElement>('[data-knob="strength"] input[type="range"]');
        const reroll = section.querySelector<HTMLButtonElement>('button[aria-label^="Re-roll"]');
        const chart = section.querySelector(".dl-main");
        if (!slider || !reroll || !chart) {
          reject(new Error("no slider for the strength, no next seed, or no chart"));
          return;
        }
        const began = performance.now();
        const drawn: number[] = [];
        const observer = new MutationObserver((records) => {
          if (records.some(({ target }) => (target as Element).classList.contains("js-line")))
            drawn.push(performance.now());
        });
        observer.observe(chart, { attributes: true, subtree: true, attributeFilter: ["d"] });
        const look = setInterval(() => {
          const now = performance.now();
          const complete = section.querySelector(".dl-status")?.textContent?.includes("trained");
          const quiet = drawn.length > 0 && now - drawn.at(-1)! > quietMs;
          if (!(complete && quiet) && now - began < limitMs) return;
          clearInterval(look);
          observer.disconnect();
          if (complete && quiet) resolve({ first: drawn[0]! - began, full: drawn.at(-1)! - began });
          else reject(new Error(`no answer within ${limitMs} ms`));
        }, 50);
        if (pressed === "next seed") {
          reroll.click();
          return;
        }
        const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")!.set!;
        const step = Number(slider.step) * (pressed === "up" ? 1 : -1);
        setter.call(slider, String(Number(slider.value) + step));
        slider.dispatchEvent(new Event("input", { bubbles: true }));
        slider.dispatchEvent(new Event("change", { bubbles: true }));
      }),
    [simulation, how, QUIET_MS, LIMIT_MS] as const,
  );
}

export const slide = (page: Page, key: "up" | "down"): Promise<Slide> => change(page, "retraining", key);

/** Medians over many changes; the first two warm up. */
async function answers(page: Page, simulation: string, how: (i: number) => Change): Promise<string> {
  const slides: Slide[] = [];
  for (let i = 0; i < SLIDES + 2; i++) {
    slides.push(await change(page, simulation, how(i)));
    await page.waitForTimeout(50);
  }
  const kept = slides.slice(2);
  return `${ms(median(kept.map(({ first }) => first)))} / ${ms(median(kept.map(({ full }) => full)))}`;
}

const ms = (value: number) => `${value.toFixed(0)} ms`;
const taskWord = (task: number) => (task === 0 ? "none over 50 ms" : ms(task));

/** The slider under a hand that goes back and forth: one step every 40 ms. */
async function dragSlider(page: Page): Promise<void> {
  await page.locator('section[data-simulation="retraining"] [data-knob="strength"] input[type="range"]').focus();
  for (let i = 0; i < 80; i++) {
    await page.keyboard.press(i % 20 < 10 ? "ArrowLeft" : "ArrowRight");
    await page.waitForTimeout(40);
  }
}

const longTasks = (page: Page) =>
  page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks.splice(0));

async function openPage(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  // The compiler names functions by this helper, which the page does not have.
  await page.addInitScript("globalThis.__name = (named) => named");
  await page.addInitScript(() => {
    const found: number[] = [];
    (window as unknown as { longTasks: number[] }).longTasks = found;
    new PerformanceObserver((list) => found.push(...list.getEntries().map((entry) => entry.duration))).observe({
      type: "longtask",
      buffered: true,
    });
  });
  await page.goto(url);
  return page;
}

export async function openRun(browser: Browser, url: string, simulation: string): Promise<Page> {
  const page = await openPage(browser, url);
  const section = page.locator(`section[data-simulation="${simulation}"]`).first();
  await section.getByRole("button", { name: "Skip the guess" }).click();
  await page.waitForFunction(
    (name) => document.querySelector(`section[data-simulation="${name}"]`)?.getAttribute("data-status") === "done",
    simulation,
  );
  await page.waitForTimeout(1500);
  return page;
}

export const openRace = (browser: Browser, address: string, link: string): Promise<Page> =>
  openRun(browser, `${address}lessons/retraining/${link}`, "retraining");

/** A new seed trains everything anew. */
export async function benchNewSeed(browser: Browser, address: string): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const { name, link, simulation } of [
    { name: "Drift injector, houses", link: "drift/#inflation", simulation: "drift" },
    {
      name: "Retraining race, queries, 200 examples",
      link: "retraining/#race&world=queries&examplesPerMonth=200",
      simulation: "retraining",
    },
  ]) {
    const page = await openRun(browser, `${address}lessons/${link}`, simulation);
    // Some experiments open with a view that draws no lines.
    await page
      .locator(".dl-view", { hasText: /^Error$/ })
      .first()
      .click();
    await page.waitForTimeout(500);
    const value = await answers(page, simulation, () => "next seed");
    rows.push({ name: `${name}, a new seed on the page: to first answer / to full answer, 32 replicas`, value });
    await page.close();
  }
  return rows;
}

/** The release desk from its first minute on: phones travel, both charts and the table follow. */
async function benchDesk(browser: Browser, address: string): Promise<BenchRow[]> {
  const page = await openPage(browser, `${address}lessons/deployment-patterns/`);
  await page.locator('.cell[id="desk"]').scrollIntoViewIfNeeded();
  const desk = page.locator('section[data-simulation="deployment-patterns"]').first();
  const run = desk.getByRole("button", { name: "Skip the guess" });
  await run.waitFor();
  // The chart library has loaded.
  await page.waitForTimeout(2500);
  await longTasks(page);
  await run.click();
  await desk.locator(".dl-desk").waitFor();
  const rows: BenchRow[] = [];
  for (const when of ["replicas still being computed", "all replicas computed"]) {
    const frames = await framesPerSecond(page);
    const longest = Math.max(0, ...(await longTasks(page)));
    rows.push({
      name: `Release desk playing, ${when}: frames a second, longest main-thread task`,
      value: `${frames.toFixed(1)}, ${taskWord(longest)}`,
    });
  }
  await page.close();
  return rows;
}

const framesPerSecond = (page: Page): Promise<number> =>
  page.evaluate(
    (ms) =>
      new Promise<number>((resolve) => {
        const began = performance.now();
        let count = 0;
        requestAnimationFrame(function frame(now) {
          count++;
          if (now - began < ms) requestAnimationFrame(frame);
          else resolve((1000 * count) / (now - began));
        });
      }),
    DESK_MS,
  );

export async function bytesBeforeExperiment(browser: Browser, address: string): Promise<number> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  let bytes = 0;
  const bodies: Promise<void>[] = [];
  page.on("response", (response) => {
    if (!/\.js(\?|$)/.test(response.url())) return;
    bodies.push(
      response.body().then((body) => {
        bytes += gzipSync(body).length;
      }),
    );
  });
  await page.goto(`${address}lessons/retraining/`, { waitUntil: "networkidle" });
  await Promise.all(bodies);
  await page.close();
  return bytes;
}

export const launch = (executablePath: string) => ({
  executablePath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync", "--no-first-run"],
});

export async function benchPage(address: string, executablePath: string): Promise<BenchRow[]> {
  const browser = await chromium.launch(launch(executablePath));
  const rows: BenchRow[] = [];
  try {
    const bytes = await bytesBeforeExperiment(browser, address);
    rows.push({ name: "JavaScript before an experiment is in view, gzip", value: `${(bytes / 1000).toFixed(0)} kB` });
    for (const replicas of [1, 8, 32, 128]) {
      const link = `#race&world=queries&examplesPerMonth=14&strength=2&replicas=${replicas}`;
      const page = await openRace(browser, address, link);
      await longTasks(page);
      rows.push({
        name: `Slider to first answer / to full answer, ${replicas} replicas (queries, logistic)`,
        value: await answers(page, "retraining", (i) => (i % 2 === 0 ? "up" : "down")),
      });
      if (replicas === 32) {
        await longTasks(page);
        await dragSlider(page);
        const sliding = Math.max(0, ...(await longTasks(page)));
        await page.getByRole("button", { name: "Play" }).first().click();
        await page.waitForTimeout(3000);
        const playing = Math.max(0, ...(await longTasks(page)));
        rows.push({ name: "Longest main-thread task while training on a moving slider", value: taskWord(sliding) });
        rows.push({ name: "Longest main-thread task while playing", value: taskWord(playing) });
      }
      await page.close();
    }
    rows.push(...(await benchNewSeed(browser, address)));
    rows.push(...(await benchDesk(browser, address)));
  } finally {
    await browser.close();
  }
  return rows;
}
