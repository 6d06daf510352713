import { raceExperiment } from "./course";
import { addressOf, cellOf, expect, figures, isDone, linkWith, openExperiment, run, runButton, test } from "./support";

const experiment = raceExperiment();
const { slug, id } = experiment;

/** Small enough for plain JavaScript. */
const little = { replicas: "2", months: "6" };
/** Long enough to be caught in the middle. */
const much = { replicas: "128", months: "36", world: "queries" };

/** Every worker made from now on says that it has a fault, so that its script can be replaced on the way. */
function markWorkers(fault: string): void {
  const Real = window.Worker;
  const marks = window as unknown as { fault: string };
  marks.fault = fault;
  window.Worker = class extends Real {
    constructor(url: string | URL, options?: WorkerOptions) {
      const address = new URL(url, location.href);
      if (marks.fault !== "") address.searchParams.set("fault", marks.fault);
      super(address, options);
    }
  };
}

const noteAboutWasm = /WebAssembly could not start here/;

test.describe("a worker that throws", () => {
  test.use({ expectedErrors: [/this script is broken/] });

  test("becomes a message with Retry, and Retry works once it is mended", async ({ page }) => {
    await page.addInitScript(markWorkers, "throws");
    await page.route("**/*fault=throws*", (route) =>
      route.fulfill({ contentType: "text/javascript", body: 'throw new Error("this script is broken")' }),
    );
    const section = await openExperiment(page, experiment);
    await (await runButton(section)).click();
    await expect(section).toHaveAttribute("data-status", "failed");
    await expect(section.getByRole("alert")).toContainText("this script is broken");
    await expect(cellOf(page, id).locator(".gutter-status")).toContainText("failed");
    await section.getByRole("button", { name: "Retry" }).click();
    await expect(section).toHaveAttribute("data-status", "failed");
    await page.evaluate(() => {
      (window as unknown as { fault: string }).fault = "";
    });
    await section.getByRole("button", { name: "Retry" }).click();
    await isDone(section);
    await expect(section.getByRole("alert")).toHaveCount(0);
    await expect(section.locator(".dl-verdict")).toContainText(/\S/);
  });
});

test("a worker that never answers is told after a while, in words", async ({ page }) => {
  await page.addInitScript(markWorkers, "silent");
  await page.route("**/*fault=silent*", (route) => route.fulfill({ contentType: "text/javascript", body: "" }));
  await page.clock.install();
  const section = await openExperiment(page, experiment);
  await (await runButton(section)).click();
  const told = section.locator(".dl-status");
  await expect(told).toHaveText(/^0 of \d+ replicas$/);
  await page.clock.fastForward(10_500);
  await expect(told).toHaveText(/^0 of \d+ replicas, no answer for 10 s$/);
});

test("a worker killed in the middle of a run is replaced, and the figures are those of an undisturbed run", async ({
  page,
}) => {
  const hash = await linkWith(page, experiment, much);
  await page.goto("about:blank");
  const section = await openExperiment(page, experiment, hash);
  await run(section);
  const undisturbed = await figures(section);
  await page.evaluate(() => localStorage.clear());
  await page.goto("about:blank");
  await openExperiment(page, experiment, hash);
  await expect.poll(() => page.workers().length).toBeGreaterThan(0);
  await (await runButton(section)).click();
  await expect(section).toHaveAttribute("data-status", "running");
  const [victim] = page.workers();
  const gone = new Promise((resolve) => victim?.once("close", resolve));
  // The answer never comes: there is nobody left to give it.
  victim?.evaluate(() => self.close()).catch(() => {});
  await gone;
  await expect(section).toHaveAttribute("data-status", "running");
  expect(await figures(section)).toEqual(undisturbed);
});

test.describe("without WebAssembly", () => {
  test.use({ expectedErrors: [/404|wasm|WebAssembly/i] });

  test("the models train in plain JavaScript when the wasm files are missing, and the page says so", async ({
    page,
  }) => {
    let asked = 0;
    await page.context().route("**/*.wasm", (route) => {
      asked++;
      return route.fulfill({ status: 404, body: "" });
    });
    const hash = await linkWith(page, experiment, little);
    const section = await openExperiment(page, experiment, hash);
    await run(section);
    expect(asked).toBeGreaterThan(0);
    await expect(section.locator(".dl-notice").filter({ hasText: noteAboutWasm })).toHaveCount(1);
    await expect(section.locator(".dl-verdict")).toContainText(/\S/);
    expect((await figures(section)).length).toBeGreaterThan(0);
  });

  test("the same holds where the browser has none", async ({ page }) => {
    await page.addInitScript(markWorkers, "nowasm");
    await page.context().route("**/*fault=nowasm*", async (route) => {
      const url = new URL(route.request().url());
      url.search = "";
      const response = await route.fetch({ url: url.href });
      await route.fulfill({ response, body: `delete self.WebAssembly;\n${await response.text()}` });
    });
    const hash = await linkWith(page, experiment, little);
    const section = await openExperiment(page, experiment, hash);
    await run(section);
    await expect(section.locator(".dl-notice").filter({ hasText: noteAboutWasm })).toHaveCount(1);
  });
});

test("a tab that is hidden during a run finishes it and shows it when it is seen again", async ({ page }) => {
  await page.addInitScript(() => {
    const real = window.requestAnimationFrame.bind(window);
    const waiting: FrameRequestCallback[] = [];
    let hidden = false;
    // A hidden page has no frames.
    window.requestAnimationFrame = (callback) => (hidden ? -waiting.push(callback) : real(callback));
    Object.defineProperty(document, "visibilityState", { get: () => (hidden ? "hidden" : "visible") });
    Object.defineProperty(document, "hidden", { get: () => hidden });
    (window as unknown as { hide: (to: boolean) => void }).hide = (to) => {
      hidden = to;
      document.dispatchEvent(new Event("visibilitychange"));
      if (!to) for (const callback of waiting.splice(0)) real(callback);
    };
  });
  const hide = (to: boolean) =>
    page.evaluate((value) => (window as unknown as { hide: (to: boolean) => void }).hide(value), to);
  const section = await openExperiment(page, experiment);
  await run(section);
  const first = await figures(section);
  await section.getByRole("button", { name: "Re-roll" }).click();
  await hide(true);
  await expect(section).toHaveAttribute("data-status", "done");
  await hide(false);
  const second = await figures(section);
  expect(second).not.toEqual(first);
  await section.getByRole("button", { name: "Undo" }).click();
  expect(await figures(section)).toEqual(first);
});

test("a page that the browser froze goes on where it was", async ({ page }) => {
  const section = await openExperiment(page, experiment);
  const session = await page.context().newCDPSession(page);
  await (await runButton(section)).click();
  await session.send("Page.setWebLifecycleState", { state: "frozen" });
  await session.send("Page.setWebLifecycleState", { state: "active" });
  await isDone(section);
  expect((await figures(section)).length).toBeGreaterThan(0);
});

test("a double click on run is one run, in the question and in the margin", async ({ page }) => {
  const section = await openExperiment(page, experiment);
  const cell = cellOf(page, id);
  await (await runButton(section)).dblclick();
  await isDone(section);
  await expect(cell.locator(".gutter-status")).toContainText("run 1");
  await cell.getByRole("button", { name: /^Run cell/ }).dblclick();
  await expect(cell.locator(".gutter-status")).toContainText("run 2");
  await isDone(section);
  await expect(cell.locator(".gutter-status")).toContainText("run 2");
});

test("leaving the page in the middle of a run ends it, and coming back finds a page that works", async ({ page }) => {
  const hash = await linkWith(page, experiment, much);
  await page.goto("about:blank");
  const section = await openExperiment(page, experiment, hash);
  await (await runButton(section)).click();
  await expect(section).toHaveAttribute("data-status", "running");
  // A change of page inside the app: the workers stay.
  await page.getByRole("navigation", { name: "Lessons before and after" }).getByRole("link").last().click();
  await expect(page).not.toHaveURL(new RegExp(slug));
  await expect(section).toHaveCount(0);
  await page.goBack();
  await cellOf(page, id).scrollIntoViewIfNeeded();
  // The run is made again by itself.
  await isDone(section);
  await expect(section.locator(".dl-verdict")).toContainText(/\S/);
  expect(await addressOf(page, section)).toContain("replicas=128");
});
