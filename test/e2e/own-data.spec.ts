import type { Locator, Page } from "@playwright/test";
import { expect, sidewaysScroll, test } from "./support";

const file = (name: string, text: string | Buffer) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });

/** The panel, once its code is there. */
async function panelOf(page: Page, slug: string, name: string): Promise<Locator> {
  await page.goto(`/lessons/${slug}/`);
  const panel = page.getByRole("region", { name, exact: true });
  await panel.scrollIntoViewIfNeeded();
  await expect(panel.getByText(/nothing of it leaves your device/)).toBeVisible();
  return panel;
}

const choose = (panel: Locator, ...files: Parameters<Locator["setInputFiles"]>) =>
  panel.getByLabel("Choose a CSV file").setInputFiles(...files);
const status = (panel: Locator) => panel.getByRole("status").first();
const cellsOf = (panel: Locator, row: string) => panel.getByRole("row", { name: row }).first().getByRole("cell");

test("a reader's own scores are judged, and a bad file gives its message and leaves the page alive", async ({
  page,
}) => {
  const panel = await panelOf(page, "skew", "Your own scores");
  await choose(panel, file("bad.csv", "score,label\n0.9,1\nabc,0\n"));
  await expect(status(panel)).toContainText("Line 3, column “score”: “abc” is not a number");
  await choose(panel, file("picture.csv", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2])));
  await expect(status(panel)).toContainText("Line 1: a character that is not text");
  await choose(panel, file("large.csv", "x".repeat(5_000_001)));
  await expect(status(panel)).toContainText("At most 5 MB are allowed");
  const rows = Array.from({ length: 100 }, (_, i) => `=1+${i};0,${String(i).padStart(2, "0")};${i % 10 === 9 ? 1 : 0}`);
  await choose(panel, file("own.csv", `\uFEFFid;score;__proto__\r\n${rows.join("\r\n")}`));
  await expect(status(panel)).toHaveText("own.csv was read: 100 rows, 3 columns.");
  await expect(panel.getByLabel("Column with the score")).toHaveText(/score/);
  // From 0.50 on there are fifty cases, five of them positive.
  await expect(panel.locator(".dl-verdict")).toContainText("catch 5 of 10 positives");
  await expect(cellsOf(panel, "Precision").first()).toHaveText("0.100");
  await expect(cellsOf(panel, "Recall").first()).toHaveText("0.500");
  await panel.getByRole("textbox", { name: "Threshold" }).fill("0.9");
  await panel.getByRole("textbox", { name: "Threshold" }).press("Enter");
  await expect(panel.locator(".dl-verdict")).toContainText("catch 1 of 10 positives");
  await panel.getByLabel("Counts as positive").selectOption({ label: "0" });
  await expect(panel.locator(".dl-verdict")).toContainText("of 90 positives");
  expect(await sidewaysScroll(page)).toBe(0);
});

test("two periods of a reader's own columns are compared, and the file that was brought last is the one shown", async ({
  page,
}) => {
  const panel = await panelOf(page, "drift", "Your own columns");
  const rows = (from: number) =>
    Array.from({ length: 400 }, (_, i) => `2024-0${1 + (i % 4)},${from + (i % 4 > 1 ? 5 : 0) + (i % 7)}`);
  const large = `month,first\n${Array.from({ length: 90 }, () => rows(0).join("\n")).join("\n")}`;
  // Dropped while the one before is being read.
  await panel.evaluate(
    (section, texts) => {
      for (const [name, text] of texts) {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([text], name));
        section.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer }));
      }
    },
    [
      ["large.csv", large],
      ["small.csv", `month,second\n${rows(3).join("\n")}`],
    ] as const,
  );
  await expect(status(panel)).toHaveText("small.csv was read: 400 rows, 2 columns.");
  const row = () => panel.getByRole("row", { name: /^second/ }).getByRole("cell");
  // Every value is five higher than before.
  await expect(row().nth(7)).toHaveText("5.00");
  await expect(row().nth(1)).toHaveText("200");
  await panel.getByLabel("Current from").selectOption({ index: 1 });
  await expect(status(panel)).toContainText("“2024-02” is part of the reference and of the current periods");
  await panel.getByLabel("Reference to").selectOption({ index: 0 });
  await expect(row().nth(1)).toHaveText("100");
  await expect(panel.getByRole("row", { name: /^first/ })).toHaveCount(0);
  // By keyboard alone, and nothing is kept.
  await panel.getByRole("button", { name: "Use an example" }).press("Enter");
  await expect(status(panel)).toHaveText("example-weather.csv was read: 1,460 rows, 6 columns.");
  expect(await sidewaysScroll(page)).toBe(0);
  await page.reload();
  await panel.scrollIntoViewIfNeeded();
  await expect(panel.getByText(/nothing of it leaves your device/)).toBeVisible();
  await expect(panel.getByRole("table")).toHaveCount(0);
});
