/** Handles in charts: a threshold in histograms, a month on a time axis. Each is its knob, by mouse, keys and finger. */
import type { Locator, Page } from "@playwright/test";
import { experiments } from "./course";
import { expect, isDone, line, openExperiment, run, swipe, test } from "./support";

interface Case {
  readonly component: string;
  readonly knob: string;
}

const cases: readonly Case[] = [
  { component: "Skew", knob: "threshold" },
  { component: "Retraining", knob: "onset" },
];

const placed = ({ component }: Case) => experiments.find((one) => one.component === component)!;
const gripOf = (section: Locator, { knob }: Case) => section.locator(`.dl-handle[data-handle="${knob}"]`).first();
const sliderOf = (section: Locator, { knob }: Case) =>
  section.locator(`[data-knob="${knob}"] input[type="range"]`).first();
/** What the knob's own slider says. */
const textOf = (section: Locator, one: Case) => sliderOf(section, one).getAttribute("aria-valuetext");

async function centreOf(grip: Locator): Promise<[number, number]> {
  await grip.evaluate((element) => element.scrollIntoView({ block: "center" }));
  const box = (await grip.boundingBox())!;
  return [box.x + box.width / 2, box.y + box.height / 2];
}

async function dragBy(page: Page, grip: Locator, px: number): Promise<void> {
  const [x, y] = await centreOf(grip);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + px, y, { steps: 8 });
  await page.mouse.up();
}

for (const one of cases) {
  test(`the ${one.knob} in a chart of ${one.component} is its knob: dragged, undone in one step, moved by keys`, async ({
    page,
  }) => {
    const section = await openExperiment(page, placed(one));
    await run(section);
    if ((await sliderOf(section, one).count()) === 0) await section.locator(".dl-more summary").click();
    const grip = gripOf(section, one);
    const before = await textOf(section, one);
    const [from] = await centreOf(grip);
    await dragBy(page, grip, -120);
    await expect.poll(() => textOf(section, one)).not.toBe(before);
    expect((await centreOf(grip))[0]).toBeLessThan(from - 60);
    await isDone(section);
    await section.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => textOf(section, one)).toBe(before);

    const handle = grip.getByRole("slider");
    await handle.press("ArrowRight");
    await expect.poll(() => textOf(section, one)).not.toBe(before);
    await handle.press("Home");
    await expect(handle).toHaveValue((await handle.getAttribute("min"))!);
    await handle.press("End");
    await expect(handle).toHaveValue((await handle.getAttribute("max"))!);
  });
}

test.describe("with a finger", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } });

  test("a swipe up from a handle scrolls and changes nothing; a swipe across moves it, in one step of Undo", async ({
    page,
  }) => {
    const [threshold] = cases;
    const section = await openExperiment(page, placed(threshold!));
    await run(section);
    const grip = gripOf(section, threshold!);
    expect((await grip.boundingBox())!.width).toBeGreaterThanOrEqual(44);
    const before = await textOf(section, threshold!);
    const [x, y] = await centreOf(grip);
    const scrolled = await page.evaluate(() => scrollY);
    await swipe(page, line([x, y], [x + 10, y - 250]));
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(scrolled + 100);
    expect(await textOf(section, threshold!)).toBe(before);
    await expect(section.getByRole("button", { name: "Undo" })).toBeDisabled();

    const [from, height] = await centreOf(grip);
    await swipe(page, line([from, height], [from - 80, height + 4]));
    await expect.poll(() => textOf(section, threshold!)).not.toBe(before);
    await section.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => textOf(section, threshold!)).toBe(before);
    await expect(section.getByRole("button", { name: "Undo" })).toBeDisabled();
  });
});
