import { expect, test } from "./support";

const focusIsIn = (page: import("@playwright/test").Page) =>
  page.evaluate(() => document.activeElement?.closest(".dl-task") !== null && document.activeElement !== document.body);

test("whoever labels by keyboard is led on when a press takes its own button away", async ({ page }) => {
  await page.goto("/lessons/data-baseline/");
  const task = page.getByRole("region", { name: "Label twelve clips" });
  await task.scrollIntoViewIfNeeded();
  await task.getByRole("button", { name: "Start labelling" }).press("Enter");
  await expect(task.getByRole("heading", { name: "Clip 1 of 12" })).toBeFocused();
  await task.getByRole("button", { name: "Skip the task" }).press("Enter");
  await expect(task.getByRole("region", { name: /Skipped/ })).toBeFocused();
  await task.getByRole("button", { name: "Label twelve other clips" }).press("Enter");
  await expect(task.getByRole("heading", { name: "Clip 1 of 12" })).toBeFocused();
  for (let clip = 0; clip < 12; clip++) {
    await task
      .getByRole("radio")
      .nth(clip % 9)
      .press("Space");
    await task.getByRole("button", { name: /^Save and/ }).press("Enter");
    expect(await focusIsIn(page)).toBe(true);
  }
  await expect(task.getByRole("region", { name: "How far you agree" })).toBeFocused();
});

test("a press before a near part's code is there counts once it is", async ({ page }) => {
  await page.goto("/lessons/data-baseline/");
  const task = page.getByRole("region", { name: "Label twelve clips" });
  // The notebook lives, the part far below does not yet; a press from a script does not scroll there.
  await expect(page.getByRole("button", { name: "Contents" })).toBeVisible();
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route("**/*.js", async (route) => {
    await held;
    await route.continue();
  });
  await task.scrollIntoViewIfNeeded();
  await task.getByRole("button", { name: "Start labelling" }).click();
  letGo();
  await expect(task.getByRole("heading", { name: "Clip 1 of 12" })).toBeVisible();
});
