/** Code cells: what the reader writes races with the course's own; what goes wrong costs seconds and nothing else. */
import type { Locator, Page } from "@playwright/test";
import { experiments } from "./course";
import { cellOf, expect, isDone, openExperiment, run, test } from "./support";

const race = experiments.find(({ component, id }) => component === "Retraining" && id === "race")!;
const bench = experiments.find(({ component, id }) => component === "AlarmBench" && id === "threshold")!;
const quick = `#${race.id}&months=12&replicas=8`;

/** The code cell of the race's lesson, with its editor loaded. */
async function codeCell(page: Page, id = "own-weights"): Promise<Locator> {
  await cellOf(page, id).scrollIntoViewIfNeeded();
  const cell = cellOf(page, id).locator('section[data-cell="code"]');
  await expect(cell.getByRole("textbox", { name: "Code" })).toBeVisible({ timeout: 30_000 });
  return cell;
}

async function write(page: Page, cell: Locator, source: string): Promise<void> {
  await cell.getByRole("textbox", { name: "Code" }).click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(source);
}

const statusIs = (cell: Locator, status: string) =>
  expect(cell).toHaveAttribute("data-status", status, { timeout: 30_000 });

test("code of one's own races as a fifth contestant, is kept, and can be taken out", async ({ page }) => {
  const section = await openExperiment(page, race, quick);
  await run(section);
  let cell = await codeCell(page);
  await statusIs(cell, "idle");
  await write(page, cell, "function weight(age) {\n  console.log(age);\n  return 1 / (1 + age);\n}");
  await page.keyboard.press("Shift+Enter");
  await statusIs(cell, "done");
  await expect(cell.getByRole("status")).toHaveText("Your code is in the run.");
  await expect(cell.getByLabel("Printed by your code")).toContainText("0\n1\n2");
  await expect(cell.getByRole("row", { name: /Your weights/ })).toContainText("of 8 replicas");
  await expect(section.locator(".dl-words")).toContainText("your weights");
  const link = await page.evaluate(() => location.pathname);
  await page.reload();
  cell = await codeCell(page);
  await expect(cell.getByRole("textbox", { name: "Code" })).toContainText("console.log(age)");
  await page.locator(`#${race.id}`).scrollIntoViewIfNeeded();
  await statusIs(cell, "done");
  expect(await page.evaluate(() => location.pathname)).toBe(link);
  await cell.getByRole("button", { name: "Take my code out of the run" }).click();
  await statusIs(cell, "idle");
  await isDone(section);
  await expect(section.locator(".dl-words")).not.toContainText("your weights");
  await cell.getByRole("button", { name: "Back to the original" }).click();
  await expect(cell.getByRole("textbox", { name: "Code" })).not.toContainText("console.log");
  await cell.getByRole("button", { name: "Undo" }).click();
  await expect(cell.getByRole("textbox", { name: "Code" })).toContainText("console.log(age)");
});

test("code that never ends is stopped; the page answers meanwhile, and the last run stays", async ({ page }) => {
  const section = await openExperiment(page, race, quick);
  await run(section);
  const words = await section.locator(".dl-words").textContent();
  const cell = await codeCell(page);
  for (const [source, message] of [
    ["function weight() {\n  for (;;);\n}", /did not finish within 2 seconds/],
    // One step of the engine, which nothing in it can interrupt.
    ["function weight() {\n  return (new Array(1e9) + '').length;\n}", /did not answer within 3 seconds/],
    ["function weight(age) {\n  return age - 2;\n}", /weight\(0, 0\) gave -2\. It must give a number, 0 or more\./],
  ] as const) {
    await write(page, cell, source);
    await cell.getByRole("button", { name: /^Run/ }).click();
    await cell.getByText("Hint").first().click();
    await statusIs(cell, "failed");
    await expect(cell.getByRole("status")).toHaveText(message);
  }
  expect(await section.locator(".dl-words").textContent()).toBe(words);
  await expect(section).toHaveAttribute("data-status", "done");
  await write(page, cell, "const weight = () => 1;");
  await page.keyboard.press("Shift+Enter");
  await statusIs(cell, "done");
});

test("code that fails in the run only keeps the last result, marks its line, and can be left out where the run stopped", async ({
  page,
}) => {
  const section = await openExperiment(page, race, quick);
  await run(section);
  const words = await section.locator(".dl-words").textContent();
  const cell = await codeCell(page);
  await write(page, cell, "function weight(age, month) {\n  if (month === 7) throw new Error('no');\n  return 1;\n}");
  await page.keyboard.press("Shift+Enter");
  await statusIs(cell, "failed");
  await expect(cell.getByRole("status")).toHaveText("Line 2: your code threw “no”.");
  await expect(cell.locator(".dl-wrong-line")).toHaveCount(1);
  await expect(section.getByRole("alert")).toContainText("Your code takes part in this run.");
  expect(await section.locator(".dl-words").textContent()).toBe(words);
  await section.getByRole("button", { name: "Run without my code" }).click();
  await isDone(section);
  await expect(section.getByRole("alert")).toHaveCount(0);
  await statusIs(cell, "idle");
  await expect(cell.getByRole("textbox", { name: "Code" })).toContainText("month === 7");
});

test("code of a link is shown and marked, and runs when the reader says so", async ({ page }) => {
  const source = "function weight(age) {\n  return age < 2 ? 1 : 0; // theirs & <b>\n}";
  const section = await openExperiment(page, race, `${quick}&rule=${encodeURIComponent(source)}`);
  await run(section);
  await expect(section.locator(".dl-words")).not.toContainText("your weights");
  const cell = await codeCell(page);
  await expect(cell).toContainText("This code came with a link. It has not run.");
  await expect(cell.getByRole("textbox", { name: "Code" })).toContainText("// theirs & <b>");
  await statusIs(cell, "idle");
  await cell.getByRole("button", { name: /^Run/ }).click();
  await statusIs(cell, "done");
  await expect(cell).not.toContainText("This code came with a link.");
  await isDone(section);
  await expect(section.locator(".dl-words")).toContainText("your weights");
});

test("an alarm rule of one's own is told at the end of its six weeks, and stays where the reader moves the time", async ({
  page,
}) => {
  const section = await openExperiment(page, bench, `#${bench.id}&replicas=8`);
  const cell = await codeCell(page, "own-alarm");
  await write(page, cell, "function alarm({ memory }) {\n  return memory[23] > 3;\n}");
  await cell.getByRole("button", { name: /^Run/ }).click();
  await statusIs(cell, "done");
  await isDone(section);
  await expect(cell.getByRole("row", { name: /Your code/ })).toBeVisible();
  await expect(section.locator(".dl-words")).toContainText("Your code:");
  await section.getByRole("button", { name: "Back one day" }).click();
  await expect(cell).toContainText("How your code did is told with the answer.");
  await write(page, cell, "function alarm({ memory }) {\n  return memory[23] > 2;\n}");
  await cell.getByRole("button", { name: /^Run/ }).click();
  await statusIs(cell, "done");
  await expect(section.locator(".dl-words")).toContainText("Day 41.");
});
