/** What is done within a run: by the page, by links, and by links of before. */
import { experiments } from "./course";
import { expect, isDone, openExperiment, run, test } from "./support";

const find = (component: string) => experiments.find((one) => one.component === component)!;
const desk = find("ReleaseDesk");
/** Short and small; the last minute is 42. */
const settings = `#${desk.id}&stageMinutes=4&phonesPerMinute=40&replicas=2`;

test("several decisions of a link are told, and a new one takes their place", async ({ page }) => {
  const section = await openExperiment(page, desk, `${settings}&decisions=12:promote,30:rollback`);
  await run(section);
  const title = section.locator(".dl-decision-title");
  await expect(title).toHaveText("You promoted at minute 12 and rolled back at minute 30");
  await expect(section.locator(".dl-verdict")).toContainText(
    "You promoted it at minute 12 and rolled it back at minute 30.",
  );
  await expect(section.locator(".dl-decision-facts")).toContainText("A new decision replaces these.");
  await section.getByRole("slider", { name: "Minute shown" }).fill("19");
  await section
    .locator(".dl-decision")
    .getByRole("button", { name: /Promote/ })
    .click();
  await isDone(section);
  await expect(title).toHaveText("You promoted at minute 20");
  await section.getByRole("button", { name: "Undo" }).click();
  await expect(title).toHaveText("You promoted at minute 12 and rolled back at minute 30");
});

test("a decision of a link of an earlier release acts as it did", async ({ page }) => {
  const section = await openExperiment(page, desk, `${settings}&decision=rollback&decideAt=9&pin=decision:promote`);
  await run(section);
  await expect(section.locator(".dl-decision-title")).toHaveText("You rolled back at minute 9");
  await expect(section.locator(".dl-pins")).toContainText(
    "your decisions Promote at minute 9 (now Roll back at minute 9)",
  );
  await expect(section.locator(".dl-notice")).toHaveCount(0);
});

test("an experiment in which no time passes has no player, and no use for a moment in a link", async ({ page }) => {
  const section = await openExperiment(page, find("Automation"), `#${find("Automation").id}&replicas=2&at=4`);
  await run(section);
  await expect(section.getByRole("group", { name: "Moment shown" })).toHaveCount(0);
  await expect(section.locator(".dl-notice")).toHaveCount(0);
});
