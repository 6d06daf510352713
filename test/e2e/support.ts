/** What every browser test needs: a page that must stay quiet, and experiments driven as a reader drives them. */
import { type BrowserContext, test as base, type CDPSession, expect, type Locator, type Page } from "@playwright/test";
import type { PlacedExperiment } from "./course";

interface Options {
  /** Console errors that a test provokes on purpose. */
  readonly expectedErrors: RegExp[];
}

interface Fixtures {
  /** Console errors, page errors, policy violations and requests to other hosts so far. */
  readonly troubles: string[];
}

/** Collects everything a page must not do. */
export function watch(context: BrowserContext, origin: string, expected: readonly RegExp[] = []): string[] {
  const troubles: string[] = [];
  const note = (text: string) => {
    if (!expected.some((pattern) => pattern.test(text))) troubles.push(text);
  };
  context.on("console", (message) => {
    if (message.type() === "error") note(`console: ${message.text()} ${message.location().url}`);
  });
  context.on("weberror", (error) => note(`page error: ${error.error().message}`));
  context.on("request", (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (/^https?:|^wss?:/.test(protocol) && asked !== origin) note(`request to another host: ${request.url()}`);
  });
  return troubles;
}

const reportViolations = () =>
  document.addEventListener("securitypolicyviolation", (event) => {
    console.error(`policy violation: ${event.violatedDirective} ${event.blockedURI}`);
  });

/** Every test of the suite fails when its page was not quiet. */
export const test = base.extend<Options & Fixtures>({
  expectedErrors: [[], { option: true }],
  troubles: [
    async ({ context, baseURL, expectedErrors }, use) => {
      await context.addInitScript(reportViolations);
      const troubles = watch(context, new URL(baseURL ?? "").origin, expectedErrors);
      await use(troubles);
      expect(troubles).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

export const cellOf = (page: Page, id: string): Locator => page.locator(`.cell[id="${id}"]`);
export const sectionOf = (page: Page, id: string): Locator => cellOf(page, id).locator("section[data-simulation]");

/** Goes to the lesson and to the experiment in it; `hash` is a link's part after #. */
export async function openExperiment(page: Page, { slug, id }: PlacedExperiment, hash = ""): Promise<Locator> {
  await page.goto(`/lessons/${slug}/${hash}`);
  await cellOf(page, id).scrollIntoViewIfNeeded();
  const section = sectionOf(page, id);
  await expect(section).toBeVisible();
  return section;
}

/** The address in a browser of its own, as somebody else opens it: nothing is kept there. `close` ends it. */
export async function openElsewhere(page: Page, address: string): Promise<{ other: Page; close: () => Promise<void> }> {
  const visitor = await page.context().browser()!.newContext();
  const other = await visitor.newPage();
  await other.goto(address);
  return { other, close: () => visitor.close() };
}

/** A view that is drawn with lines: the main one, or else the first of the others that is. */
export async function showLines(section: Locator): Promise<void> {
  const host = section.locator(".dl-main-place .dl-plot-host");
  for (const view of await section.locator(".dl-views .dl-view").all()) {
    if ((await host.count()) > 0) break;
    await view.click();
    await drawn(section);
  }
  await expect(host.first()).toBeVisible();
}

/** Until the page has drawn what was done before. */
const drawn = (section: Locator): Promise<void> =>
  section.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))),
  );

/** Waits for the end of the run. Where time goes by on its own, or stands still for a decision, goes to its end at once. */
export async function isDone(section: Locator): Promise<void> {
  const scrubber = section.getByRole("group", { name: "Moment shown" }).getByRole("slider");
  await drawn(section);
  await expect
    .poll(
      async () => {
        const words = (await section.locator(".dl-status").textContent()) ?? "";
        if (/^(playing|paused)$/.test(words)) await scrubber.fill((await scrubber.getAttribute("max")) ?? "");
        return section.getAttribute("data-status");
      },
      { timeout: 40_000, intervals: [50, 100] },
    )
    .toBe("done");
}

/**
 * Whether something happens in time, as the page shows it after a run: there are controls of the moment. Where there are none,
 * no chart may be on the axis of time either.
 */
export async function hasTime(section: Locator): Promise<boolean> {
  if ((await section.getByRole("group", { name: "Moment shown" }).count()) > 0) return true;
  const all = section.getByRole("button", { name: "All charts" });
  if ((await all.count()) > 0) await all.click();
  await drawn(section);
  await expect(section.locator("[data-timed]")).toHaveCount(0);
  if ((await all.count()) > 0) await all.click();
  return false;
}

/** What runs the experiment as it stands: its run button where a guess is chosen or none is asked, else the one that skips it. */
export async function runButton(section: Locator): Promise<Locator> {
  const button = section.getByRole("button", { name: /^Run/ });
  await expect(button).toBeVisible();
  return (await button.isEnabled()) ? button : section.getByRole("button", { name: "Skip the guess" });
}

/** Presses it, and waits for the end. */
export async function run(section: Locator): Promise<void> {
  await (await runButton(section)).click();
  await isDone(section);
}

/** Runs once more, by the button in the cell's margin. */
export async function runAgain(page: Page, section: Locator, id: string): Promise<void> {
  const runs = cellOf(page, id).locator(".gutter-status");
  const before = (await runs.textContent()) ?? "";
  await cellOf(page, id)
    .getByRole("button", { name: /^Run cell/ })
    .click();
  await expect(runs).not.toHaveText(before);
  await isDone(section);
}

export interface Figures {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const readTables = (section: Locator): Promise<Figures[]> =>
  section.locator(".dl-tables table").evaluateAll((tables) =>
    tables.map((table) => ({
      caption: table.querySelector("caption")?.textContent ?? "",
      columns: [...table.querySelectorAll("thead th")].map((cell) => cell.textContent ?? ""),
      rows: [...table.querySelectorAll("tbody tr")].map((row) =>
        [...row.querySelectorAll("td")].map((cell) => cell.textContent ?? ""),
      ),
    })),
  );

/** The figures of the finished run, from the table view, once two readings agree (the page draws a frame after the run ends). */
export async function figures(section: Locator): Promise<Figures[]> {
  await isDone(section);
  const table = section.getByRole("button", { name: "Table of the figures" });
  await expect(table).toBeEnabled();
  if ((await table.getAttribute("aria-expanded")) === "false") await table.click();
  let last: Figures[] = [];
  await expect
    .poll(
      async () => {
        const now = await readTables(section);
        const same = now.length > 0 && JSON.stringify(now) === JSON.stringify(last);
        last = now;
        return same && (await section.getAttribute("data-status")) === "done";
      },
      { intervals: [100] },
    )
    .toBe(true);
  return last;
}

/** The address that reproduces this state. */
export async function addressOf(page: Page, section: Locator): Promise<string> {
  const button = section.getByRole("button", { name: "Link to this state" });
  await button.click();
  const address = await page.getByRole("textbox", { name: "Address" }).inputValue();
  await page.keyboard.press("Escape");
  // The focus goes back to the button, and the page with it.
  await expect(button).toBeFocused();
  return address;
}

/** The knobs as the experiment's own link names them. */
export async function valuesOf(page: Page, section: Locator): Promise<Record<string, string>> {
  const hash = new URL(await addressOf(page, section)).hash.slice(1);
  return Object.fromEntries(
    hash
      .split("&")
      .slice(1)
      .map((part) => part.split("=") as [string, string])
      .filter(([name]) => !["at", "pin", "guess"].includes(name)),
  );
}

/** The first slider that has an effect: one in sight, or else one under More. */
export async function firstSlider(section: Locator): Promise<Locator> {
  const within = (place: string) => section.locator(`${place} [data-knob] input[type="range"]:enabled`);
  const inSight = within(".dl-settings-main > .dl-knobs");
  if ((await inSight.count()) > 0) return inSight.first();
  await section.locator(".dl-more summary").click();
  return within(".dl-more").first();
}

/** Drags the slider's thumb to a share of its track, or to its mirror image when it stands there already, in `steps` movements of the mouse. */
export async function drag(page: Page, slider: Locator, to: number, steps = 8): Promise<void> {
  const before = await slider.inputValue();
  const share = await slider.evaluate((input: HTMLInputElement) => {
    const [min, max] = [Number(input.min), Number(input.max)];
    return (Number(input.value) - min) / (max - min);
  });
  await slider.blur();
  // What stands above may still take its place while the hand comes near: then it reaches for the thumb again.
  await expect(async () => {
    await slider.hover();
    const box = (await slider.boundingBox())!;
    const inset = 10;
    const x = (part: number) => box.x + inset + part * (box.width - 2 * inset);
    await page.mouse.move(x(share), box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(x(Math.abs(to - share) < 0.15 ? 1 - to : to), box.y + box.height / 2, { steps });
    await page.mouse.up();
    await expect(slider).toBeFocused({ timeout: 500 });
  }).toPass();
  expect(await slider.inputValue()).not.toBe(before);
}

/** What the device keeps, put there before the page's own scripts run. */
export async function keepOnDevice(page: Page | BrowserContext, text: string): Promise<void> {
  await page.addInitScript((kept) => {
    if (sessionStorage.getItem("kept")) return;
    sessionStorage.setItem("kept", "yes");
    localStorage.setItem("driftlab.notebook", kept);
  }, text);
}

export const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Moves a finger through points of the page, one every 16 ms. */
export async function swipe(page: Page, points: readonly (readonly [number, number])[]): Promise<void> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const [first, ...rest] = points.map(([x, y]) => ({ x, y }));
  await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [first!] });
  for (const point of rest) {
    await session.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: [point] });
    await page.waitForTimeout(16);
  }
  await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await session.detach();
}

export const line = (from: readonly [number, number], to: readonly [number, number], steps = 20): [number, number][] =>
  Array.from({ length: steps + 1 }, (_, i) => [
    from[0] + ((to[0] - from[0]) * i) / steps,
    from[1] + ((to[1] - from[1]) * i) / steps,
  ]);

/** With fewer replicas: what the shell does is the same, and sooner done. */
export const openSmall = (page: Page, experiment: PlacedExperiment, replicas = 8): Promise<Locator> =>
  openExperiment(page, experiment, `#${experiment.id}&replicas=${replicas}`);

/** A link to the experiment as it stands, with some of its settings changed. */
export async function linkWith(
  page: Page,
  experiment: PlacedExperiment,
  changes: Readonly<Record<string, string>>,
): Promise<string> {
  const section = await openExperiment(page, experiment);
  const values = { ...(await valuesOf(page, section)), ...changes };
  return `#${experiment.id}&${Object.entries(values)
    .map(([name, value]) => `${name}=${value}`)
    .join("&")}`;
}
