/** Nothing a reader did is lost: by an anchor, by Back, by reload, on the way over the course map. */
import type { Locator, Page } from "@playwright/test";
import { experiments, raceExperiment } from "./course";
import { addressOf, cellOf, expect, figures, isDone, openExperiment, run, runButton, sectionOf, test } from "./support";

const race = raceExperiment();
const { slug, id } = race;

/** A run of the reader's own: a guess, a knob moved, a run pinned, a moment chosen. */
async function ownRun(page: Page): Promise<Locator> {
  const section = await openExperiment(page, race);
  await section.locator(".dl-option").nth(1).click();
  await run(section);
  await section.getByRole("button", { name: "Pin this run to compare" }).click();
  await section.locator('[data-knob="examplesPerMonth"] input[type="range"]').press("ArrowRight");
  await isDone(section);
  return section;
}

const state = async (page: Page, section: Locator) => ({
  figures: await figures(section),
  address: (await addressOf(page, section)).split("#")[1],
  pins: await section.locator(".dl-pins li").count(),
});

test("an anchor, Back and Forward leave an experiment as it is", async ({ page }) => {
  const section = await ownRun(page);
  const before = await state(page, section);
  for (const anchor of [id, "recap", id])
    await page.evaluate((hash) => {
      location.hash = hash;
    }, anchor);
  await page.goBack();
  await page.goBack();
  await page.goForward();
  await expect(section.locator(".dl-status")).not.toContainText("not run");
  expect(await state(page, section)).toEqual(before);
});

test("reload brings back settings, pins and, by running again, the figures", async ({ page }) => {
  const section = await ownRun(page);
  const before = await state(page, section);
  await page.reload();
  await cellOf(page, id).scrollIntoViewIfNeeded();
  await expect(section.locator(".dl-pins li")).toHaveCount(1);
  expect(await state(page, section)).toEqual(before);
});

test("the course map and Back bring back the same, and so does the way through the map again", async ({ page }) => {
  const section = await ownRun(page);
  const before = await state(page, section);
  await page.getByRole("link", { name: "Driftlab, course map" }).click();
  await expect(page).not.toHaveURL(new RegExp(slug));
  await page.goBack();
  await cellOf(page, id).scrollIntoViewIfNeeded();
  expect(await state(page, section)).toEqual(before);
  await page.getByRole("link", { name: "Driftlab, course map" }).click();
  await page.locator(`[data-lesson="${slug}"] a`).first().click();
  await cellOf(page, id).scrollIntoViewIfNeeded();
  expect(await state(page, section)).toEqual(before);
});

test("a link brings its settings once, and asks before it replaces a run", async ({ page }) => {
  const section = await openExperiment(page, race, `#${id}&examplesPerMonth=40`);
  await expect(section.locator(".dl-status")).toContainText("from a link");
  await run(section);
  await section.locator('[data-knob="examplesPerMonth"] input[type="range"]').press("ArrowRight");
  await isDone(section);
  const mine = await addressOf(page, section);
  // A footnote and back: the address is the link's again, and the link is followed no more.
  await page.evaluate(() => {
    location.hash = "recap";
  });
  await page.goBack();
  expect(await addressOf(page, section)).toBe(mine);
  await page.reload();
  await cellOf(page, id).scrollIntoViewIfNeeded();
  await isDone(section);
  expect((await addressOf(page, section)).split("#")[1]).toBe(mine.split("#")[1]);
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `${id}&examplesPerMonth=12`);
  const offer = section.locator('[data-notice="offer"]');
  await offer.getByRole("button", { name: "Keep mine" }).click();
  await expect(offer).toHaveCount(0);
  expect((await addressOf(page, section)).split("#")[1]).toBe(mine.split("#")[1]);
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `${id}&examplesPerMonth=14`);
  await offer.getByRole("button", { name: "Use them" }).click();
  await run(section);
  expect(await addressOf(page, section)).toContain("examplesPerMonth=14");
});

test("an experiment in a frame never scrolls the page around it", async ({ page, baseURL }) => {
  const last = experiments.at(-1)!;
  await page.route("**/outer.html", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<div style="height:3000px"></div><iframe src="${baseURL}/lessons/${last.slug}/#${last.id}&seed=5" width="800" height="600"></iframe>`,
    }),
  );
  await page.goto("/outer.html");
  const frame = page.frameLocator("iframe");
  await expect(frame.locator(`.cell[id="${last.id}"] section[data-simulation]`)).toBeVisible();
  await expect(frame.locator(`.cell[id="${last.id}"] .dl-status`)).toContainText("from a link");
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

test("Back from the next lesson works at the first press, also after an anchor", async ({ page }) => {
  const { slug: first } = experiments[0]!;
  await page.goto(`/lessons/${first}/`);
  const contents = page.getByRole("button", { name: /^Contents/ });
  await contents.click();
  await page.locator(".contents-panel ol a").nth(2).click();
  const title = await page.locator("h1").textContent();
  const address = page.url();
  await page.getByRole("navigation", { name: "Lessons before and after" }).getByRole("link").last().click();
  await expect(page.locator("h1")).not.toHaveText(title ?? "");
  await page.goBack();
  await expect(page).toHaveURL(address);
  await expect(page.locator("h1")).toHaveText(title ?? "");
});

test("a slider moved before the first run runs it, and the page says that there is no guess", async ({ page }) => {
  const section = await openExperiment(page, race);
  const commit = section.getByRole("button", { name: /^Run/ });
  await expect(commit).toBeDisabled();
  await section.locator('[data-knob="strength"] input[type="range"]').press("ArrowRight");
  await isDone(section);
  await expect(section.locator(".dl-guess-note")).toContainText("no guess");
});

test("a guess belongs to its settings: a slider says so, a preset asks again", async ({ page }) => {
  const section = await openExperiment(page, race);
  await section.locator(".dl-option").nth(3).click();
  await run(section);
  await expect(section.locator(".dl-guess-note")).toHaveCount(0);
  await section.locator('[data-knob="strength"] input[type="range"]').press("ArrowRight");
  await isDone(section);
  await expect(section.locator(".dl-guess-note")).toContainText(/was for .*strength.* 2 \(now 2\.1\)/);
  await expect(section.locator(".dl-verdict .dl-guess")).toHaveCount(0);
  await section.locator(".dl-preset").last().click();
  await expect(section.locator(".dl-option").first()).toBeVisible();
  await expect(section.locator(".dl-verdict")).toHaveCount(0);
  await (await runButton(section)).click();
  await isDone(section);
  await expect(section.locator(".dl-verdict")).toContainText(/\S/);
});

test("once the question is open again, nothing tells of the run before, not even to a screen reader", async ({
  page,
}) => {
  const section = await openExperiment(page, race);
  await section.locator(".dl-option").nth(3).click();
  await run(section);
  const told = section.getByRole("status").filter({ hasText: /\S/ });
  // The verdict, and the closing words.
  await expect(told).toHaveCount(2);
  await section.locator(".dl-preset").last().click();
  await expect(section.locator(".dl-words")).toHaveCount(0);
  const left = await section.evaluate(
    (root) =>
      new Promise<string[]>((resolve) =>
        requestAnimationFrame(() =>
          requestAnimationFrame(() =>
            resolve([...root.querySelectorAll('[role="status"]')].map((one) => one.textContent ?? "").filter(Boolean)),
          ),
        ),
      ),
  );
  expect(left).toEqual([]);
  await expect(section.locator(".dl-status")).toHaveText("not run yet");
  await expect(section.locator(".dl-tally, .dl-transport, .dl-guess-note")).toHaveCount(0);
});

test("a link followed in another lesson's page comes with its settings", async ({ page }) => {
  await page.goto("/");
  await page.evaluate((address) => {
    location.assign(address);
  }, `/lessons/${slug}/#${id}&examplesPerMonth=40`);
  const section = sectionOf(page, id);
  await expect(section.locator(".dl-status")).toContainText("from a link");
});
