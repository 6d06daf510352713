/** A part that cannot be loaded is missing by itself: the prose stays, and the part says what to do. */
import { raceExperiment } from "./course";
import { cellOf, expect, isDone, run, sectionOf, test } from "./support";

const { slug, id } = raceExperiment();

test.describe("after a new version of the course took the place of the old one", () => {
  test.use({ expectedErrors: [/404|Failed to load|chunk|import/i] });

  test("an experiment that was not loaded yet is missing, the prose stays, and reload brings all back", async ({
    page,
  }) => {
    let gone = false;
    await page.route("**/_next/**", (route) => (gone ? route.fulfill({ status: 404, body: "" }) : route.continue()));
    await page.setViewportSize({ width: 1440, height: 300 });
    await page.goto(`/lessons/${slug}/`);
    const checkpoint = page.locator("form.checkpoint").first();
    await checkpoint.getByRole("radio").first().check();
    await checkpoint.getByRole("button", { name: "Answer" }).click();
    gone = true;
    await cellOf(page, id).scrollIntoViewIfNeeded();
    const missing = cellOf(page, id).locator(".part-missing");
    await expect(missing).toContainText("Retraining race");
    await expect(missing).toContainText("updated since you opened this page");
    await expect(checkpoint.locator(".option-explanation").first()).toBeVisible();
    gone = false;
    await missing.getByRole("button", { name: "Reload the page" }).click();
    await cellOf(page, id).scrollIntoViewIfNeeded();
    await expect(checkpoint).toHaveAttribute("data-answered", "");
    await run(sectionOf(page, id));
  });

  test("offline it says so, and Try again works once the site answers", async ({ page, context }) => {
    await page.setViewportSize({ width: 1440, height: 300 });
    await page.goto(`/lessons/${slug}/`);
    await page.waitForLoadState("networkidle");
    await context.route("**/*", (route) => route.abort());
    await cellOf(page, id).scrollIntoViewIfNeeded();
    const missing = cellOf(page, id).locator(".part-missing");
    await expect(missing).toContainText("does not answer");
    await context.unroute("**/*");
    await missing.getByRole("button", { name: "Try again" }).click();
    await expect(sectionOf(page, id).getByRole("radio").first()).toBeVisible();
    await run(sectionOf(page, id));
    await isDone(sectionOf(page, id));
  });
});

test.describe("a page without its scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("can be read, and says that nothing in it works", async ({ page }) => {
    await page.goto(`/lessons/${slug}/`);
    await expect(page.locator(".script-hint")).toBeVisible();
    await expect(page.locator("h1")).toBeVisible();
  });
});

test.describe("a page of which one script is missing", () => {
  test.use({ expectedErrors: [/404|Failed to load/i] });

  test("says so at once", async ({ page }) => {
    await page.goto(`/lessons/${slug}/`);
    await expect(page.locator(".script-hint")).toBeHidden();
    const script = await page.locator("head script[src]").evaluateAll((all: HTMLScriptElement[]) => all[0]?.src);
    await page.route(script ?? "", (route) => route.fulfill({ status: 404, body: "" }));
    await page.reload();
    await expect(page.locator(".script-hint")).toBeVisible();
  });
});
