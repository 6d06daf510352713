import type { Locator, Page } from "@playwright/test";
import { coming, experimentsIn, firstOfEach, nameOf, raceExperiment, written } from "./course";
import { cellOf, expect, figures, isDone, openExperiment, openSmall, run, sectionOf, test, valuesOf } from "./support";

const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluateAll((elements) => elements.includes(document.activeElement as HTMLElement));

/** Presses the key until the focus is on the target. */
async function tabTo(page: Page, target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    if (await hasFocus(target)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} never reached ${target}`);
}

for (const experiment of firstOfEach) {
  test(`${nameOf(experiment)} can be worked through by keyboard alone`, async ({ page }) => {
    await page.goto(`/lessons/${experiment.slug}/#${experiment.id}&replicas=8`);
    const cell = cellOf(page, experiment.id);
    const section = sectionOf(page, experiment.id);
    await tabTo(page, cell.getByRole("button", { name: /^Run cell/ }));
    await expect(section).toBeVisible();

    await tabTo(page, section.getByRole("radio"));
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowDown");
    await expect(section.locator(".dl-options input").nth(1)).toBeChecked();
    await tabTo(page, section.getByRole("button", { name: /^Run/ }));
    await page.keyboard.press("Enter");
    await isDone(section);

    const table = section.getByRole("button", { name: "Table of the figures" });
    await tabTo(page, table, "Shift+Tab");
    await page.keyboard.press("Enter");
    await expect(table).toHaveAttribute("aria-expanded", "true");
    const first = await figures(section);

    // The table stands in the place of the chart, before the transport.
    await tabTo(page, section.locator(".dl-table-scroll"));

    // An experiment without time has nothing to scrub through.
    const scrubber = section.getByRole("group", { name: "Moment shown" }).getByRole("slider");
    if ((await scrubber.count()) > 0) {
      const moment = section.locator(".dl-moment");
      const last = (await moment.textContent()) ?? "";
      await tabTo(page, scrubber);
      await page.keyboard.press("ArrowLeft");
      await expect(moment).not.toHaveText(last);
      await page.keyboard.press("End");
      await expect(moment).toHaveText(last);
    }

    const slider = section.locator('[data-knob] input[type="range"]:enabled').first();
    await tabTo(page, slider);
    const value = await slider.inputValue();
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    await expect(slider).not.toHaveValue(value);
    expect(await figures(section)).not.toEqual(first);

    await tabTo(page, section.getByRole("button", { name: "Undo" }));
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await expect(slider).toHaveValue(value);
    expect(await figures(section)).toEqual(first);
  });
}

test("the map of the race is computed, stopped and walked by keyboard", async ({ page }) => {
  const section = await openExperiment(page, raceExperiment());
  const map = section.locator(".dl-map");
  await run(section);
  const progress = map.locator(".dl-map-run");
  await map.getByRole("button", { name: "Compute the map" }).focus();
  await page.keyboard.press("Enter");
  await expect(progress).toContainText(/[1-9]\d* of \d+ cells/);
  await tabTo(page, map.getByRole("button", { name: "Stop" }));
  await page.keyboard.press("Enter");
  const goOn = map.getByRole("button", { name: "Go on" });
  await expect(goOn).toBeVisible();
  const computed = () => map.locator(".dl-map-cell[data-sure]").count();
  const partly = await computed();
  expect(partly).toBeGreaterThan(0);
  const all = await map.locator(".dl-map-cell").count();
  expect(partly).toBeLessThan(all);

  const here = map.locator('.dl-map-cell[tabindex="0"]');
  await here.focus();
  const before = await valuesOf(page, section);
  await here.focus();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  expect(await valuesOf(page, section)).not.toEqual(before);

  await tabTo(page, goOn, "Shift+Tab").catch(() => tabTo(page, goOn));
  await page.keyboard.press("Enter");
  await expect.poll(computed, { timeout: 60_000 }).toBe(all);
});

/** Whether anything on the element or around it looks different once it has lost the focus. */
async function focusIsVisible(page: Page): Promise<boolean> {
  const styled = await page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const chain: Element[] = [];
    for (let one: Element | null = element; one && chain.length < 3; one = one.parentElement) chain.push(one);
    const look = () =>
      chain
        .flatMap((one) => [undefined, "::before", "::after"].map((part) => getComputedStyle(one, part)))
        .map(({ outline, boxShadow, borderColor, background }) => [outline, boxShadow, borderColor, background].join())
        .join();
    const focused = look();
    element.blur();
    const blurred = look();
    element.focus({ preventScroll: true });
    return focused !== blurred;
  });
  if (styled) return true;
  // The thumb of a slider has no computed style: the picture tells.
  const box = await page.locator(":focus").boundingBox();
  if (!box) return false;
  const clip = { x: box.x - 8, y: box.y - 8, width: box.width + 16, height: box.height + 16 };
  const picture = () => page.screenshot({ clip, animations: "disabled" });
  const focused = await picture();
  const handle = await page.evaluateHandle(() => document.activeElement as HTMLElement);
  await handle.evaluate((element) => element.blur());
  const blurred = await picture();
  await handle.evaluate((element) => element.focus({ preventScroll: true }));
  return !focused.equals(blurred);
}

/** Walks the page with Tab; what cannot be reached, and where the focus cannot be seen. */
async function walk(page: Page): Promise<{ stops: number; unseen: string[]; missed: string[] }> {
  await page.evaluate(() => {
    document.body.focus();
    window.getSelection()?.removeAllRanges();
    scrollTo(0, 0);
  });
  const unseen: string[] = [];
  let stops = 0;
  for (; stops < 600; stops++) {
    await page.keyboard.press("Tab");
    const name = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body || element.hasAttribute("data-walked")) return "";
      element.setAttribute("data-walked", "");
      return `${element.tagName} ${element.className} ${element.getAttribute("aria-label") ?? element.textContent?.slice(0, 40)}`;
    });
    if (name === "") break;
    if (!(await focusIsVisible(page))) unseen.push(name);
  }
  const missed = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
      .filter(
        (element) => element.tabIndex >= 0 && !element.matches(":disabled, [type=radio], [data-walked], [inert] *"),
      )
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .map((element) => `${element.tagName} ${element.className} ${element.textContent?.slice(0, 40)}`),
  );
  return { stops, unseen, missed };
}

test("Tab walks the course map from end to end, and the focus can always be seen", async ({ page }) => {
  await page.goto("/");
  const { stops, unseen, missed } = await walk(page);
  expect(unseen).toEqual([]);
  expect(missed).toEqual([]);
  expect(stops).toBeGreaterThan(15);
});

for (const { slug } of [...written, ...coming.slice(0, 1)]) {
  test(`Tab walks lesson ${slug} from end to end, and the focus can always be seen`, async ({ page }) => {
    await page.goto(`/lessons/${slug}/`);
    const experiments = written.some((lesson) => lesson.slug === slug) ? experimentsIn(slug) : [];
    for (const { id } of experiments) {
      await cellOf(page, id).scrollIntoViewIfNeeded();
      await expect(sectionOf(page, id)).toBeVisible();
    }
    for (const code of await page.locator('.cell[data-kind="code"]').all()) {
      await code.scrollIntoViewIfNeeded();
      await expect(code.getByRole("textbox", { name: "Code" })).toBeVisible();
    }
    const { unseen, missed } = await walk(page);
    expect(unseen).toEqual([]);
    expect(missed).toEqual([]);
  });
}

test("the first Tab leads to a link that skips to the text", async ({ page }) => {
  await page.goto("/lessons/drift/");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to the text" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.locator("#main")).toBeFocused();
});

test("panels take the focus, give it back with Escape, and hold nothing fast", async ({ page }) => {
  const [experiment] = firstOfEach;
  const section = await openExperiment(page, experiment!);
  const link = section.getByRole("button", { name: "Link to this state" });
  await link.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Link to this state" });
  await expect(dialog).toBeVisible();
  await expect.poll(() => dialog.evaluate((panel) => panel.contains(document.activeElement))).toBe(true);
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(link).toBeFocused();
});

test("who buys by keyboard is never left at the top of the page: not when the budget is spent, nor when all is taken back", async ({
  page,
}) => {
  const section = await openSmall(page, { slug: "modelling-loop", id: "bench", component: "ErrorAnalysisBench" });
  await run(section);
  const buy = section.getByRole("button", { name: "Buy and retrain" });
  const back = section.getByRole("button", { name: "Take back the last purchase" });
  await buy.focus();
  for (const left of [2, 1, 0]) {
    await page.keyboard.press("Enter");
    await isDone(section);
    await expect(left > 0 ? buy : back).toBeFocused();
  }
  await expect(buy).toBeDisabled();
  for (const bought of [2, 1, 0]) {
    await page.keyboard.press("Enter");
    await isDone(section);
    await expect(bought > 0 ? back : buy).toBeFocused();
  }
  const next = section.getByRole("button", { name: "Next step" });
  await next.focus();
  while (await next.isEnabled()) await page.keyboard.press("Enter");
  await expect(section.getByRole("button", { name: "Step back" })).toBeFocused();
});
