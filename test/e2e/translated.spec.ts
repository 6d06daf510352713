/**
 * A browser that translates a page replaces every text node by elements of its own. The page must go on working, and must
 * show what it would show untranslated: every flow is walked on two pages side by side.
 */
import type { Page } from "@playwright/test";
import { firstOfEach, nameOf, oneOfEachKind, type PlacedExperiment } from "./course";
import { cellOf, expect, hasTime, isDone, openExperiment, run, sectionOf, test } from "./support";

/** What a translator does, with a translation that leaves every word as it is; and again with every text that appears. */
function translate(): void {
  const untouched = "script, style, svg, code, textarea, font, noscript";
  const wrap = (text: Text) => {
    if (!text.parentElement || text.parentElement.closest(untouched) || !text.data.trim()) return;
    const outer = document.createElement("font");
    const inner = document.createElement("font");
    inner.textContent = text.data;
    outer.append(inner);
    text.replaceWith(outer);
  };
  const wrapAll = (root: Node) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts) wrap(text);
    if (root instanceof Text) wrap(root);
  };
  const observer = new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      if (type === "characterData") wrapAll(target);
      for (const node of addedNodes) wrapAll(node);
    }
  });
  wrapAll(document.body);
  observer.observe(document.body, { subtree: true, childList: true, characterData: true });
}

/** Everything a reader reads of the experiment; how long a run took is no reading. */
const readOf = (page: Page, id: string): Promise<string> =>
  cellOf(page, id).evaluate((cell) =>
    (cell as HTMLElement).textContent.replace(/ in (less than )?[\d.]+ s\b/g, " in … s").replace(/\s+/g, " "),
  );

async function walk(page: Page, experiment: PlacedExperiment, translated: boolean): Promise<string[]> {
  const { id } = experiment;
  await openExperiment(page, experiment, `#${id}&replicas=4`);
  const section = sectionOf(page, id);
  await expect(section.getByRole("radio").first()).toBeVisible();
  if (translated) {
    // A page is translated once all that is near is there: React takes over what is still on its way as it was built.
    await page.waitForLoadState("networkidle");
    await page.evaluate(translate);
  }
  const seen: string[] = [];
  const note = async () => {
    await isDone(section);
    // What follows at its own pace has followed.
    await page.waitForTimeout(1300);
    seen.push(await readOf(page, id));
  };
  const slider = section.locator('[data-knob] input[type="range"]:enabled').first();
  await section.locator(".dl-option").nth(1).click();
  await run(section);
  await note();
  await slider.press("ArrowRight");
  await note();
  // What follows is the shell's, alike in all experiments of a kind.
  if (!oneOfEachKind.includes(experiment)) return seen;
  await section.getByRole("button", { name: "Pin this run to compare" }).click();
  await slider.press("ArrowRight");
  await note();
  if (await hasTime(section)) {
    const scrubber = section.getByRole("group", { name: "Moment shown" }).getByRole("slider");
    if ((await scrubber.count()) > 0) {
      await scrubber.press("ArrowLeft");
      await page.waitForTimeout(1300);
      seen.push(await readOf(page, id));
    }
  }
  await section.getByRole("button", { name: "Table of the figures" }).click();
  await section.getByRole("button", { name: "Re-roll: the next seed" }).click();
  await note();
  await section.locator(".dl-preset").last().click();
  await section.locator(".dl-option").first().click();
  await run(section);
  await note();
  return seen;
}

for (const experiment of firstOfEach) {
  test(`${nameOf(experiment)} says translated what it says untranslated`, async ({ page, browser, baseURL }) => {
    const plain = await (await browser.newContext({ baseURL: baseURL! })).newPage();
    const [expected, seen] = await Promise.all([walk(plain, experiment, false), walk(page, experiment, true)]);
    await plain.context().close();
    expect(seen).toEqual(expected);
  });
}

test("the course map, a checkpoint and a box of the prose survive a translation", async ({ page }) => {
  const [experiment] = firstOfEach;
  await page.goto(`/lessons/${experiment!.slug}/`);
  // A page is translated once it is there.
  await page.waitForLoadState("networkidle");
  await page.evaluate(translate);
  const checkpoint = page.locator("form.checkpoint").first();
  await checkpoint.getByRole("radio").first().check();
  await checkpoint.getByRole("button", { name: "Answer" }).click();
  await expect(checkpoint.locator(".option-explanation").first()).toBeVisible();
  await checkpoint.getByRole("button", { name: "Answer again" }).click();
  await expect(checkpoint.locator(".option-explanation")).toHaveCount(0);
  // The list of what is left stands at the lesson's end: it shrinks and grows again.
  const last = page.locator("form.checkpoint:has(input[type=radio])").last();
  await last.getByRole("radio").first().check();
  await last.getByRole("button", { name: "Answer" }).click();
  await last.getByRole("button", { name: "Answer again" }).click();
  await expect(page.locator(".lesson-end")).toContainText("Not answered yet");
  const predict = page.locator("form.predict").first();
  if ((await predict.count()) > 0) {
    await predict.getByRole("radio").first().check();
    await predict.getByRole("button", { name: "Commit" }).click();
    await expect(predict.locator(".predict-explanation")).toBeVisible();
  }
  await page.getByRole("link", { name: "Driftlab, course map" }).click();
  await expect(page.locator("[data-lesson][data-state]").first()).toBeVisible();
  await expect(page.locator(".part-missing")).toHaveCount(0);
});
