/** A classifier of the reader's own, in the page: from the editor to charts, counts and a challenge. */
import { experiments } from "./course";
import { cellOf, expect, openExperiment, run, test } from "./support";

const zero = experiments.find(({ component, id }) => component === "Skew" && id === "zero")!;

test("a classifier of one's own is counted beside the model, and reaches a challenge with its solution", async ({
  page,
}) => {
  const section = await openExperiment(page, zero, `#${zero.id}&replicas=8`);
  await run(section);
  // The notebook's cell stays when the editor takes the place of what waits for it.
  await cellOf(page, "own-classifier").scrollIntoViewIfNeeded();
  const cell = cellOf(page, "own-classifier").locator('section[data-cell="code"]');
  await expect(cell.getByRole("textbox", { name: "Code" })).toBeVisible({ timeout: 30_000 });
  await cell.getByRole("button", { name: /^Run/ }).click();
  await expect(cell).toHaveAttribute("data-status", "done", { timeout: 30_000 });
  // The original is the model's own threshold: the same answers, case by case.
  await expect(cell.getByRole("row", { name: /^Model, 0\.5/ })).toContainText("the same in all");
  await expect(cell.getByText("Reached")).toHaveCount(0);
  await cell.getByText("Solution").last().click();
  await cell.getByRole("button", { name: "Put it into the editor" }).last().click();
  await cell.getByRole("button", { name: /^Run/ }).click();
  await expect(cell.getByRole("status")).toContainText(/challenges? reached/i, { timeout: 30_000 });
  await expect(section.locator(".dl-cell-own")).toHaveCount(4);
  await section.getByRole("button", { name: "Money lost" }).click();
  await expect(section.locator(".dl-main-place")).toContainText("Your code");
  await expect(section.locator(".dl-words")).toContainText("your code costs less than the model at threshold 0.5");
});
