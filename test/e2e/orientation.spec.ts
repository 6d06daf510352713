/** The page that a newcomer opens first, walked from the home page to the next open lesson. */
import { experimentsIn } from "./course";
import { cellOf, expect, isDone, run, sectionOf, test } from "./support";

const [first] = experimentsIn("orientation");

test("a newcomer finds the orientation, runs its experiment, answers, and is led to the next open lesson", {
  tag: "@quick",
}, async ({ page }) => {
  await page.goto("/");
  await expect(page.getByText(/\d+ of 15 lessons are open/)).toBeVisible();
  await page.getByRole("link", { name: "Five-minute orientation" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "How to read an experiment" })).toBeVisible();

  await page.getByRole("button", { name: "replica", exact: true }).click();
  await expect(page.getByText(/One repetition of the whole experiment/)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByText(/One repetition of the whole experiment/)).toBeHidden();

  // Far down the page an experiment has only its door: the cell is there, what is in it comes when it is near.
  await cellOf(page, first?.id ?? "").scrollIntoViewIfNeeded();
  const section = sectionOf(page, first?.id ?? "");
  await section.scrollIntoViewIfNeeded();
  await run(section);
  await isDone(section);
  await expect(section.locator(".dl-verdict")).not.toBeEmpty();

  const checkpoint = page.locator("form.checkpoint");
  const end = page.getByRole("region", { name: /Your progress|Lesson finished/ });
  const answer = async (text: string) => {
    await checkpoint.getByRole("textbox", { name: "Your answer" }).fill(text);
    await checkpoint.getByRole("button", { name: "Answer", exact: true }).click();
  };
  await answer("many");
  await expect(checkpoint.getByRole("status")).toContainText("cannot be read as a number");
  await answer("24");
  await expect(checkpoint.getByRole("status")).toContainText("Not right. The right answer is 75 %");
  await expect(end).toContainText("1 of 1 checkpoint, 0 of them right");
  await expect(end.getByRole("listitem")).toHaveCount(1);
  await checkpoint.getByRole("button", { name: "Answer again" }).click();
  await answer("75,0");
  await expect(checkpoint.getByRole("status")).toContainText("Right.");
  await expect(end).toContainText("1 of 1 checkpoint, 1 of them right");
  await end.getByRole("link", { name: /^\d+ / }).click();
  await expect(page).toHaveURL(/\/lessons\/(?!orientation)[\w-]+\/$/);
});

test("the glossary defines every term and leads to the lessons that use it", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("link", { name: "Glossary" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Glossary" })).toBeVisible();
  await page.goto("/glossary/#replica");
  await expect(page.locator("#replica dt")).toBeInViewport();
  await page.locator("#replica").getByRole("link", { name: "Orientation" }).click();
  await expect(page).toHaveURL(/\/lessons\/orientation\/$/);
});
