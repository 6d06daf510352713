/** The code of an experiment: what it shows, how it follows the knobs, what can be taken from it. */
import { simulations } from "@/simulations/find";
import { raceExperiment } from "./course";
import { expect, openExperiment, run, test } from "./support";

const race = raceExperiment();

test("every simulation has its lines of source, on our own host", async ({ request }) => {
  for (const name of simulations.keys()) {
    const response = await request.get(`/code/${name}.json`);
    expect(response.status(), name).toBe(200);
    expect(response.headers()["content-type"]).toContain("application/json");
    expect(((await response.json()) as unknown[]).length).toBeGreaterThan(1);
  }
});

test("the code opens by keyboard before the first run, follows the knobs, and gives a command", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  let fetched = 0;
  page.on("request", (request) => {
    if (request.url().includes("/code/")) fetched++;
  });
  const section = await openExperiment(page, race);
  expect(fetched).toBe(0);
  const button = section.getByRole("button", { name: "Code of the experiment" });
  await button.press("Enter");
  await expect(button).toHaveAttribute("aria-expanded", "true");
  const code = section.getByRole("region", { name: /^Code/ });
  await expect(code).toBeFocused();
  const weights = code.getByRole("figure", { name: "How much one example counts" });
  await expect(weights).toContainText('if (strategy === "window") return age < window ? 1 : 0;');
  await expect(weights).toContainText(/simulations\/core\/statistics\/month-weights\.ts, line \d+/);
  expect(fetched).toBe(1);

  const call = code.getByRole("figure", { name: "The call with the present settings" });
  const seed = section.getByRole("textbox", { name: "Seed" });
  await seed.fill("77");
  await seed.press("Enter");
  await expect(call).toContainText("seed: 77,");
  await expect(code.getByRole("figure", { name: "The same run in a terminal" })).toContainText("--seed 77");
  await code.getByRole("button", { name: "Copy as a command" }).click();
  await expect(code.getByRole("status")).toHaveText("Copied");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^npm run -s simulate -- retraining .*--seed 77$/,
  );
  await run(section);
  await expect(call).toContainText("seed: 77,");

  await code.getByRole("button", { name: "Close" }).press("Enter");
  await expect(code).toHaveCount(0);
  await expect(button).toBeFocused();
});

test("on a phone long lines scroll within their block, also by keyboard; on paper they wrap", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const section = await openExperiment(page, race);
  await section.getByRole("button", { name: "Code of the experiment" }).click();
  const block = section.getByRole("figure", { name: "How much one example counts" }).locator("pre");
  await expect(block).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  expect(await block.evaluate((element) => element.scrollWidth > element.clientWidth)).toBe(true);
  await block.focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => block.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
  await page.emulateMedia({ media: "print" });
  expect(await block.evaluate((element) => element.scrollWidth > element.clientWidth + 1)).toBe(false);
});

test.describe("where the lines cannot be loaded", () => {
  test.use({ expectedErrors: [/404|Failed to load/] });

  test("it is said, the call stands, and trying again brings them", async ({ page }) => {
    let gone = true;
    await page.route("**/code/*.json", (route) => (gone ? route.fulfill({ status: 404, body: "" }) : route.continue()));
    const section = await openExperiment(page, race);
    await section.getByRole("button", { name: "Code of the experiment" }).click();
    const code = section.getByRole("region", { name: /^Code/ });
    await expect(code.getByRole("alert")).toContainText("The code could not be loaded.");
    await expect(code.getByRole("figure", { name: "The call with the present settings" })).toBeVisible();
    gone = false;
    await code.getByRole("button", { name: "Try again" }).click();
    await expect(code.getByRole("figure", { name: "How much one example counts" })).toBeVisible();
  });
});
