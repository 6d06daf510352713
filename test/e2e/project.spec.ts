/** The board of the voice-command project: what was signed off stays, and tells what it was made from. */
import { cellOf, expect, isDone, openSmall, run, sectionOf, test } from "./support";

const project = { slug: "lifecycle", id: "project", component: "Lifecycle" };

test("a project is signed off by keys, says what is made from older data, and is there after a reload", async ({
  page,
}) => {
  const section = await openSmall(page, project);
  const state = (stage: string) => section.locator(`[data-stage="${stage}"]`);
  await section.getByRole("button", { name: "Sign the target" }).press("Enter");
  // What the other stages make is not known before there is a run.
  await expect(section.getByRole("button", { name: "Sign off the data" })).toBeDisabled();
  await run(section);
  await section.getByRole("button", { name: "Sign off the data" }).press("Enter");
  // The next button takes the focus of the one that went.
  await expect(section.getByRole("button", { name: "Sign off the model" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(section.getByRole("button", { name: "Release", exact: true })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(section.locator(".dl-project-status")).toContainText("the system runs");

  await section.locator('[data-knob="consistent"] input[type="range"]').press("ArrowLeft");
  await isDone(section);
  await expect(state("scoping")).toHaveAttribute("data-state", "signed");
  await expect(state("data")).toHaveAttribute("data-state", "at-work");
  await expect(state("modelling")).toContainText("Made from older data");
  await expect(state("deployment")).toContainText("Made from older data");
  const told = (await section.locator(".dl-project").textContent()) ?? "";

  await page.waitForTimeout(600);
  await page.reload();
  await cellOf(page, project.id).scrollIntoViewIfNeeded();
  const again = sectionOf(page, project.id);
  await isDone(again);
  await expect(again.locator(".dl-project")).toHaveText(told);
  await again.locator('[data-knob="consistent"] input[type="range"]').press("ArrowRight");
  await expect(again.locator(".dl-project-status")).toContainText("the system runs");
});

test("clips that were never in sight are on paper too", async ({ page }) => {
  const section = await openSmall(page, project);
  await run(section);
  await page.evaluate(() => scrollTo(0, 0));
  const clips = section.locator(".dl-clip");
  await expect(clips.first()).not.toBeInViewport();
  await expect(clips.and(section.locator('[data-clip="there"]'))).toHaveCount(await clips.count());
  expect(await clips.count()).toBeGreaterThan(0);
  await expect(clips.locator(".dl-drawing")).toHaveCount(2 * (await clips.count()));
});
