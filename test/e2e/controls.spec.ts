/** Controls by hand, finger, key and ear: one browser test a kind. */
import type { Locator } from "@playwright/test";
import { experiments, raceExperiment } from "./course";
import {
  drag,
  expect,
  firstSlider,
  isDone,
  line,
  openExperiment,
  run,
  runButton,
  sectionOf,
  swipe,
  test,
} from "./support";

const race = raceExperiment();

/** The middle of a slider's track at a share of it. */
async function placeOn(slider: Locator, share: number): Promise<[number, number]> {
  await slider.evaluate((input) => input.scrollIntoView({ block: "center" }));
  const box = (await slider.boundingBox())!;
  return [box.x + box.width * share, box.y + box.height / 2];
}

test.describe("in German", () => {
  test.use({ locale: "de-DE" });
  test("a number field understands point and comma, and says what it cannot read", async ({ page }) => {
    const section = await openExperiment(page, race);
    const knob = section.locator('[data-knob="strength"]');
    const field = knob.getByRole("textbox");
    const slider = knob.getByRole("slider");
    for (const [typed, value] of [
      ["0.3", "0.3"],
      ["2,5", "2.5"],
    ] as const) {
      await field.fill(typed);
      await field.press("Enter");
      await expect(field).toHaveValue(value);
      await expect(slider).toHaveValue(value);
    }
    for (const wrong of ["much", "99"]) {
      await field.fill(wrong);
      await field.press("Enter");
      await expect(knob.getByRole("status")).toContainText(wrong);
      await expect(knob.getByRole("status")).toContainText("Nothing was changed");
      await expect(slider).toHaveValue("2.5");
    }
    await field.fill("3,14");
    await field.press("Enter");
    await expect(field).toHaveValue("3.1");
    await expect(knob.getByRole("status")).toContainText("3,14 was rounded to 3.1");
    await field.press("ArrowUp");
    await expect(knob.getByRole("status")).toBeEmpty();
    await expect(field).toHaveValue("3.2");
  });
});

test.describe("with a finger", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } });

  test("a swipe that goes up from a slider scrolls the page and changes nothing", async ({ page }) => {
    const section = await openExperiment(page, race);
    const slider = await firstSlider(section);
    const [x, y] = await placeOn(slider, 0.7);
    const before = await slider.inputValue();
    const scrolled = await page.evaluate(() => scrollY);
    await swipe(page, line([x, y], [x + 12, y - 250]));
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(scrolled + 100);
    expect(await slider.inputValue()).toBe(before);
    await expect(section.getByRole("button", { name: "Undo" })).toBeDisabled();
  });

  test("every drag is one step of Undo, and a number field has 16 px", async ({ page }) => {
    const section = await openExperiment(page, race);
    const slider = await firstSlider(section);
    const values = [await slider.inputValue()];
    for (const [from, to] of [
      [0.5, 0.8],
      [0.8, 0.3],
      [0.3, 0.6],
    ] as const) {
      const start = await placeOn(slider, from);
      await swipe(page, line(start, await placeOn(slider, to)));
      await expect(slider).not.toHaveValue(values.at(-1)!);
      values.push(await slider.inputValue());
    }
    const undo = section.getByRole("button", { name: "Undo" });
    for (const value of values.slice(0, -1).reverse()) {
      await undo.click();
      await expect(slider).toHaveValue(value);
    }
    await expect(undo).toBeDisabled();
    const size = await section
      .locator(".dl-entry input")
      .first()
      .evaluate((input) => Number.parseFloat(getComputedStyle(input).fontSize));
    expect(size).toBeGreaterThanOrEqual(16);
  });
});

test("every drag with the mouse is one step of Undo", async ({ page }) => {
  const section = await openExperiment(page, race);
  const slider = await firstSlider(section);
  const first = await slider.inputValue();
  await drag(page, slider, 0.9);
  const second = await slider.inputValue();
  await drag(page, slider, 0.2);
  const undo = section.getByRole("button", { name: "Undo" });
  await undo.click();
  await expect(slider).toHaveValue(second);
  await undo.click();
  await expect(slider).toHaveValue(first);
});

test("the focus stays while a map is computed from the keyboard", async ({ page }) => {
  const section = await openExperiment(page, race);
  await run(section);
  const map = section.locator(".dl-map");
  await map.getByRole("button", { name: "Compute the map" }).press("Enter");
  const stop = map.getByRole("button", { name: "Stop" });
  await expect(stop).toBeFocused();
  await stop.press("Enter");
  // "Go on" has taken its place, or the count where the map was complete meanwhile.
  await expect(map.locator(":focus")).toHaveCount(1);
  await expect(stop).toHaveCount(0);
});

test("a playing clock is not told aloud; the verdict is", async ({ page }) => {
  const desk = experiments.find(({ component }) => component === "ReleaseDesk")!;
  await page.addInitScript(() => {
    const told: string[] = [];
    (window as unknown as { told: string[] }).told = told;
    document.addEventListener("DOMContentLoaded", () => {
      new MutationObserver((records) => {
        for (const { target } of records) {
          const element = target instanceof Element ? target : target.parentElement;
          const live = element?.closest('output, [role="status"], [role="alert"], [aria-live="polite"]');
          if (live?.textContent) told.push(live.textContent);
        }
      }).observe(document.body, { childList: true, characterData: true, subtree: true });
    });
  });
  const section = await openExperiment(page, desk);
  await (await runButton(section)).click();
  const moment = section.locator(".dl-moment");
  await expect(moment).toHaveText(/minute [5-9]|minute \d\d/);
  await section
    .locator(".dl-decision")
    .getByRole("button", { name: /Promote/ })
    .click();
  await isDone(section);
  // A number and its unit stay on one line: the space between them is another one on the screen.
  const plain = (text: string) => text.replace(/\s/g, " ");
  const verdict = plain((await section.locator(".dl-verdict").textContent())!);
  const told = async () => (await page.evaluate(() => (window as unknown as { told: string[] }).told)).map(plain);
  await expect.poll(told).toContain(verdict);
  expect((await told()).filter((text) => /^Promoted at minute/.test(text))).toHaveLength(1);
  expect((await told()).filter((text) => /^minute/.test(text))).toEqual([]);
});

test("in forced colours the focus has an outline and the chosen answer the system's mark", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  const section = await openExperiment(page, race);
  const slider = await firstSlider(section);
  await slider.focus();
  await page.keyboard.press("ArrowRight");
  expect(await slider.evaluate((input) => getComputedStyle(input).outlineStyle)).toBe("solid");
  for (const radio of [section.getByRole("radio").first(), page.locator(".checkpoint input[type=radio]").first()])
    expect(await radio.evaluate((input) => getComputedStyle(input).appearance)).toBe("auto");
});

test("a form that no experiment stands beside brings its own styles", async ({ page }) => {
  await page.goto("/lessons/serving/#worksheet");
  const sheet = page.getByRole("region", { name: "Deployment card" });
  const radio = sheet.getByRole("radio").first();
  await expect(radio).toBeVisible();
  expect(await radio.evaluate((input) => getComputedStyle(input).appearance)).toBe("none");
  await expect(sectionOf(page, "bench")).toHaveCount(0);
});

test("a lesson on paper is light, whole and without bars, its answers at the end", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  const section = await openExperiment(page, race);
  await run(section);
  const plot = section.locator(".dl-plot-host .main-svg").first();
  await expect(plot).toBeAttached();
  await page.emulateMedia({ colorScheme: "dark", media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await expect.poll(() => plot.evaluate((svg) => svg.clientWidth)).toBeLessThanOrEqual(640);
  for (const gone of [".site-bar", ".site-footer", ".lesson-foot", ".dl-actions", ".dl-knobs", ".checkpoint-foot"])
    for (const one of await page.locator(gone).all()) await expect(one).toBeHidden();
  const answers = page.locator(".printed-answers > ol > li");
  await expect(answers).toHaveCount(await page.locator("form.checkpoint").count());
  await expect(answers.last()).toBeVisible();
  await expect(page.locator(".predict .print-only").first()).toBeVisible();
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe("rgb(255, 255, 255)");
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
});
