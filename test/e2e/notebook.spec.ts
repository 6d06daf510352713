import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { experimentsIn, oneOfEachKind, raceExperiment, written } from "./course";
import {
  cellOf,
  expect,
  figures,
  isDone,
  keepOnDevice,
  openExperiment,
  run,
  sectionOf,
  test,
  valuesOf,
} from "./support";

const { slug, id } = raceExperiment();
const path = `/lessons/${slug}/`;
const kept = (page: Page) => page.evaluate(() => JSON.parse(localStorage.getItem("driftlab.notebook") ?? "null"));

const ofEachKind = written.filter(({ slug }) => oneOfEachKind.some((one) => one.slug === slug));

for (const lesson of ofEachKind) {
  test(`run all runs every experiment of ${lesson.slug}, restart runs them as the lesson sets them, clear takes the results away`, async ({
    page,
  }) => {
    const ids = experimentsIn(lesson.slug).map((experiment) => experiment.id);
    await page.goto(`/lessons/${lesson.slug}/`);
    await page.getByRole("button", { name: "Run all", exact: true }).click();
    for (const one of ids) {
      await isDone(sectionOf(page, one));
      await expect(cellOf(page, one).locator(".gutter-status")).toHaveText(/run 1\s*done/);
    }
    const section = sectionOf(page, ids[0] ?? "");
    const before = await valuesOf(page, section);
    await section.getByRole("button", { name: "Re-roll" }).click();
    await isDone(section);
    await page.getByRole("button", { name: "Restart or clear" }).click();
    await page.getByRole("button", { name: "Restart and run all" }).click();
    for (const one of ids) {
      await isDone(sectionOf(page, one));
      await expect(cellOf(page, one).locator(".gutter-status")).toHaveText(/run 1\s*done/);
      await expect(sectionOf(page, one).locator(".dl-verdict")).toHaveCount(1);
    }
    expect(await valuesOf(page, section)).toEqual(before);
    await page.getByRole("button", { name: "Restart or clear" }).click();
    await page.getByRole("button", { name: "Clear results" }).click();
    for (const one of ids) {
      await expect(sectionOf(page, one)).toHaveAttribute("data-status", "idle");
      await expect(sectionOf(page, one).locator(".dl-verdict, .dl-words")).toHaveCount(0);
      await expect(cellOf(page, one).locator(".gutter-status")).toHaveText("");
    }
  });
}

for (const lesson of written) {
  test(`every checkpoint of ${lesson.slug} explains every option once it is answered`, async ({ page }) => {
    await page.goto(`/lessons/${lesson.slug}/`);
    const checkpoints = page.locator("form.checkpoint");
    expect(await checkpoints.count()).toBeGreaterThan(0);
    for (const checkpoint of await checkpoints.all()) {
      const number = checkpoint.getByRole("textbox", { name: "Your answer" });
      if ((await number.count()) > 0) {
        await expect(checkpoint.getByRole("status")).toBeEmpty();
        await number.fill("-12345");
        await checkpoint.getByRole("button", { name: "Answer" }).click();
        await expect(checkpoint.getByRole("status")).toContainText(/Not right\. The right answer is .{20,}/);
        continue;
      }
      const options = checkpoint.getByRole("radio");
      await expect(checkpoint.locator(".option-explanation")).toHaveCount(0);
      await expect(checkpoint.getByRole("button", { name: "Answer" })).toBeDisabled();
      await options.last().check();
      await checkpoint.getByRole("button", { name: "Answer" }).click();
      const explanations = checkpoint.locator(".option-explanation");
      await expect(explanations).toHaveCount(await options.count());
      for (const text of await explanations.allTextContents()) expect(text.length).toBeGreaterThan(20);
      await expect(checkpoint.locator(".option-mark[data-right]")).toHaveCount(1);
      await expect(options.last()).toBeChecked();
    }
  });
}

test("answers, predictions and guesses are there again after a reload, and can be taken back", async ({ page }) => {
  const section = await openExperiment(page, raceExperiment());
  const guess = section.getByRole("radio").nth(1);
  await guess.check({ force: true });
  await run(section);
  const checkpoint = page.locator("form.checkpoint").first();
  await checkpoint.getByRole("radio").first().check();
  await checkpoint.getByRole("button", { name: "Answer" }).click();
  const predict = page.locator("form.predict").first();
  await predict.getByRole("radio").first().check();
  await predict.getByRole("button", { name: "Commit" }).click();
  await expect(predict.locator(".predict-explanation")).toContainText(/\S/);

  await page.reload();
  await expect(checkpoint).toHaveAttribute("data-answered", "");
  await expect(checkpoint.getByRole("radio").first()).toBeChecked();
  await expect(predict.locator(".predict-explanation")).toBeVisible();
  await cellOf(page, id).scrollIntoViewIfNeeded();
  // The run comes back by running again, with the guess it was made with.
  await isDone(section);
  await expect(section.locator(".dl-verdict .dl-guess, .dl-tally-guess").first()).toBeVisible();

  await checkpoint.getByRole("button", { name: "Answer again" }).click();
  await expect(checkpoint.locator(".option-explanation")).toHaveCount(0);
  await page.reload();
  await expect(checkpoint).not.toHaveAttribute("data-answered", "");
});

test("contents lead to every cell, and say which one is being read", async ({ page }) => {
  await page.goto(path);
  const contents = page.getByRole("button", { name: /^Contents/ });
  await contents.click();
  const entries = page.locator(".contents-panel ol a");
  const cells = page.locator(".cell");
  await expect(entries).toHaveCount(await cells.count());
  const target = await entries.last().getAttribute("href");
  await entries.last().click();
  await expect(page).toHaveURL(new RegExp(`${target}$`));
  await expect(page.locator(`.cell${target}`)).toBeInViewport();
  await expect(page.locator(".contents-panel")).toHaveCount(0);
  await contents.click();
  await page.keyboard.press("Escape");
  await expect(page.locator(".contents-panel")).toHaveCount(0);
  await expect(contents).toBeFocused();
});

test("reading marks cells as done, and the course map goes on where the reader stopped", async ({ page }) => {
  await page.goto(path);
  const cell = cellOf(page, id);
  await cell.scrollIntoViewIfNeeded();
  await run(sectionOf(page, id));
  await expect.poll(async () => (await kept(page))?.state.lessons[slug]?.done).toContain(id);
  await cell.scrollIntoViewIfNeeded();
  await expect.poll(async () => (await kept(page))?.state.lessons[slug]?.last).toBeTruthy();
  await page.getByRole("link", { name: /Driftlab/ }).click();
  const row = page.locator(`[data-lesson="${slug}"][data-state]`);
  await expect(row).toHaveAttribute("data-state", "here");
  await expect(row).toContainText(/cell \d+ of \d+/);
  await page.getByRole("link", { name: /^Continue lesson/ }).click();
  await expect(page).toHaveURL(new RegExp(`/lessons/${slug}/#`));
});

test("a lesson whose every cell is done is done on the map", async ({ page }) => {
  await page.goto(path);
  const cells = await page.locator(".cell").evaluateAll((all) => all.map((cell) => cell.id));
  await keepOnDevice(page, JSON.stringify({ state: { lessons: { [slug]: { done: cells, saved: {} } } }, version: 1 }));
  await page.goto("/");
  await expect(page.locator(`[data-lesson="${slug}"][data-state]`)).toHaveAttribute("data-state", "done");
});

test("progress goes out to a file, away, and in again from it", async ({ page }) => {
  await page.goto(path);
  const checkpoint = page.locator("form.checkpoint").first();
  await checkpoint.getByRole("radio").first().check();
  await checkpoint.getByRole("button", { name: "Answer" }).click();
  await page.goto("/");
  const row = page.locator(`[data-lesson="${slug}"][data-state]`);
  await expect(row).toHaveAttribute("data-state", "here");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Export progress" }).click(),
  ]);
  const content = await readFile(await file.path());
  expect(JSON.parse(content.toString()).kind).toBe("driftlab-progress");

  await page.getByRole("button", { name: "Clear", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Keep what is here" }).click();
  await expect(row).toHaveAttribute("data-state", "here");
  await page.getByRole("button", { name: "Clear", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Clear" }).click();
  await expect(row).toHaveAttribute("data-state", "ahead");

  const input = page.getByLabel("Progress file");
  await input.setInputFiles({
    name: "other.json",
    mimeType: "application/json",
    buffer: Buffer.from('{"kind":"recipes"}'),
  });
  await expect(page.locator(".footer-message")).toContainText("no progress file of Driftlab");
  await input.setInputFiles({ name: "progress.json", mimeType: "application/json", buffer: content });
  await page.getByRole("dialog").getByRole("button", { name: "Import" }).click();
  await expect(row).toHaveAttribute("data-state", "here");
  await page.goto(path);
  await expect(checkpoint).toHaveAttribute("data-answered", "");
});

test("the theme is kept, follows the device when asked to, and gives way to the projector's", async ({ page }) => {
  const html = page.locator("html");
  const choose = async (name: string) => {
    await page.getByRole("button", { name: "Theme" }).click();
    await page.getByRole("button", { name, exact: true }).click();
  };
  await page.goto("/");
  await choose("Dark");
  await expect(html).toHaveAttribute("data-theme", "dark");
  await page.goto(path);
  await expect(html).toHaveAttribute("data-theme", "dark");
  await page.getByRole("button", { name: "Present" }).click();
  await expect(html).toHaveAttribute("data-theme", "projector");
  await expect(html).toHaveAttribute("data-scheme", "dark");
  // Presenting is a state of its own: a theme chosen meanwhile does not end it.
  await choose("Light");
  await expect(html).toHaveAttribute("data-theme", "projector");
  await page.reload();
  await expect(html).toHaveAttribute("data-theme", "projector");
  await choose("Dark");
  await page.getByRole("button", { name: "Present" }).click();
  await expect(html).toHaveAttribute("data-theme", "dark");
  await choose("As this device");
  await expect(html).toHaveAttribute("data-theme", "light");
  await page.emulateMedia({ colorScheme: "dark" });
  await expect(html).toHaveAttribute("data-theme", "dark");
});

test("presenting keeps the reader's place, and its type grows with the screen", async ({ page }) => {
  await page.goto(`/lessons/${raceExperiment().slug}/`);
  const cell = page.locator(".cell[data-kind='prose']").nth(3);
  await cell.evaluate((element) => element.scrollIntoView({ block: "start" }));
  const place = () => cell.evaluate((element) => element.getBoundingClientRect().top / innerHeight);
  const size = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
  const sizes: number[] = [];
  for (const width of [1093, 1280, 1920]) {
    await page.setViewportSize({ width, height: Math.round((width * 9) / 16) });
    await cell.evaluate((element) => element.scrollIntoView({ block: "start" }));
    const plain = await size("main p");
    const before = await place();
    await page.getByRole("button", { name: "Present" }).click();
    await expect.poll(() => size("main p")).toBeGreaterThan(plain);
    await expect.poll(async () => Math.abs((await place()) - before)).toBeLessThan(0.12);
    sizes.push(await size("main p"));
    await page.getByRole("button", { name: "Present" }).click();
    await expect.poll(() => size("main p")).toBe(plain);
    await expect.poll(async () => Math.abs((await place()) - before)).toBeLessThan(0.12);
  }
  expect(sizes).toEqual([...new Set(sizes)].sort((a, b) => a - b));
});

test("Tab in the bar scrolls nothing", async ({ page }) => {
  await page.goto(`/lessons/${raceExperiment().slug}/`);
  await page.evaluate(() => scrollTo({ top: 3000, behavior: "instant" }));
  await page
    .locator(".site-bar a")
    .first()
    .evaluate((link: HTMLElement) => link.focus({ preventScroll: true }));
  const before = await page.evaluate(() => scrollY);
  for (let i = 0; i < 3; i++) {
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.closest(".site-bar") !== null)).toBe(true);
    expect(await page.evaluate(() => scrollY)).toBe(before);
  }
});

test("where the reader asked for stillness nothing moves on its own", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const section = await openExperiment(page, raceExperiment());
  await run(section);
  await figures(section);
  const transport = section.getByRole("group", { name: "Moment shown" });
  await expect(transport.getByRole("button", { name: "Play" })).toHaveCount(0);
  await expect(transport.getByRole("button", { name: /^Back one/ })).toBeEnabled();
  await section.getByRole("button", { name: "Re-roll" }).click();
  const moving = await page.evaluate(
    () =>
      document.getAnimations().filter((animation) => Number(animation.effect?.getComputedTiming().duration ?? 0) > 1)
        .length,
  );
  expect(moving).toBe(0);
  await isDone(section);
});
