/** Speed as a reader meets it, in Chromium: slider to answer, longest task of the main thread, bytes before an experiment. */
import { gzipSync } from "node:zlib";
import { type Browser, chromium, type Page } from "@playwright/test";
import type { BenchRow } from "./instruments";
import { median } from "./timing";

const SLIDES = 15;

interface Slide {
  readonly first: number;
  readonly full: number;
}

/** Moves the strength slider one step by key and waits, inside the page, for the first replicas and for all of them. */
function slide(page: Page, key: string): Promise<Slide> {
  return page.evaluate(
    (pressed) =>
      new Promise<Slide>((resolve, reject) => {
        const section = document.querySelector('section[data-simulation="retraining"]')!;
        const slider = section.querySelector<HTMLInputElement>(
          'input[type="range"][aria-label^="Strength"], input[type="range"][data-knob="strength"]',
        );
        if (!slider) {
          reject(new Error("no slider for the strength"));
          return;
        }
        const began = performance.now();
        let first = 0;
        let running = false;
        const answered = () => {
          const text = section.querySelector(".dl-status")?.textContent ?? "";
          const done = /^(\d+) of /.exec(text)?.[1];
          const complete = text.includes("trained");
          running ||= !complete;
          if (first === 0 && running && (complete || Number(done ?? 0) > 0)) first = performance.now() - began;
          if (running && complete) {
            observer.disconnect();
            resolve({ first, full: performance.now() - began });
          }
        };
        const observer = new MutationObserver(answered);
        observer.observe(section, { attributes: true, subtree: true, childList: true, characterData: true });
        const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")!.set!;
        setter.call(
          slider,
          String(Number(slider.value) + (pressed === "up" ? Number(slider.step) : -Number(slider.step))),
        );
        slider.dispatchEvent(new Event("input", { bubbles: true }));
        slider.dispatchEvent(new Event("change", { bubbles: true }));
      }),
    key,
  );
}

const longTasks = (page: Page) =>
  page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks.splice(0));

async function openRace(browser: Browser, address: string, knobs: string): Promise<Page> {
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
  await page.goto(`${address}lessons/retraining/${knobs}`);
  const section = page.locator('section[data-simulation="retraining"]').first();
  await section.getByRole("button", { name: /^Run/ }).first().click();
  await page.waitForFunction(
    () => document.querySelector('section[data-simulation="retraining"]')?.getAttribute("data-status") === "done",
  );
  await page.waitForTimeout(1500);
  return page;
}

async function bytesBeforeExperiment(browser: Browser, address: string): Promise<number> {
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

const ms = (value: number) => `${value.toFixed(0)} ms`;

export async function benchPage(address: string, executablePath: string): Promise<BenchRow[]> {
  const browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync", "--no-first-run"],
  });
  const rows: BenchRow[] = [];
  try {
    const bytes = await bytesBeforeExperiment(browser, address);
    rows.push({ name: "JavaScript before an experiment is in view, gzip", value: `${(bytes / 1000).toFixed(0)} kB` });
    for (const replicas of [1, 8, 32, 128]) {
      const link = `#race&world=queries&examplesPerMonth=14&strength=2&replicas=${replicas}`;
      const page = await openRace(browser, address, link);
      await longTasks(page);
      const slides: Slide[] = [];
      for (let i = 0; i < SLIDES + 2; i++) {
        slides.push(await slide(page, i % 2 === 0 ? "up" : "down"));
        await page.waitForTimeout(50);
      }
      const kept = slides.slice(2);
      const sliding = Math.max(0, ...(await longTasks(page)));
      rows.push({
        name: `Slider to first answer / to full answer, ${replicas} replicas (queries, logistic)`,
        value: `${ms(median(kept.map(({ first }) => first)))} / ${ms(median(kept.map(({ full }) => full)))}`,
      });
      if (replicas === 32) {
        await page.getByRole("button", { name: "Play" }).first().click();
        await page.waitForTimeout(3000);
        const playing = Math.max(0, ...(await longTasks(page)));
        const word = (task: number) => (task === 0 ? "none over 50 ms" : ms(task));
        rows.push({ name: "Longest main-thread task while training on a moving slider", value: word(sliding) });
        rows.push({ name: "Longest main-thread task while playing", value: word(playing) });
      }
      await page.close();
    }
  } finally {
    await browser.close();
  }
  return rows;
}
