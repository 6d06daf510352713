import type { Page } from "@playwright/test";
import { raceExperiment } from "./course";
import {
  addressOf,
  cellOf,
  expect,
  figures,
  isDone,
  keepOnDevice,
  openExperiment,
  run,
  runButton,
  sectionOf,
  test,
  valuesOf,
} from "./support";

const experiment = raceExperiment();
const { slug, id } = experiment;

/** A link to the experiment as it stands, with some of its settings changed. */
async function linkWith(page: Page, changes: Readonly<Record<string, string>>): Promise<string> {
  const section = await openExperiment(page, experiment);
  const values = { ...(await valuesOf(page, section)), ...changes };
  return `#${id}&${Object.entries(values)
    .map(([name, value]) => `${name}=${value}`)
    .join("&")}`;
}

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

test.describe("a garbage link", () => {
  const links: readonly (readonly [string, RegExp | undefined])[] = [
    [`#${id}&strength=99`, /strength.* 99; it can be 0 to 4/],
    [`#${id}&strength=%`, /strength.* %;/],
    [`#${id}&seed=-1&months=1e9&replicas=NaN`, /-1;[\s\S]*1e9;[\s\S]*NaN;/],
    [`#${id}&%E0%A4%A=%FF&world=atlantis`, /atlantis; it can be one of/],
    [`#${id}&pin=%,:,strength&at=soon&guess=%%`, /soon/],
    [`#${id}&__proto__=1&constructor=2&toString=3`, /which this experiment does not have/],
    [`#${id}&strength=<img src=x onerror=alert(1)>`, /onerror/],
    [`#${id}&${"x".repeat(5000)}`, /at most 4000 characters/],
    [`#${id}&strength`, /with no value/],
    ["#%", undefined],
    ["#nobody&strength=1", undefined],
  ];

  /** The knobs of a page opened without a link, read once. */
  let lessonValues: Record<string, string> | undefined;

  for (const [hash, note] of links) {
    test(`${hash.slice(0, 60)} gives the lesson's settings${note ? " and a note" : ""}`, async ({ page }) => {
      const section = await openExperiment(page, experiment, hash);
      const notice = section.locator(".dl-notice");
      if (note) {
        await expect(notice).toBeVisible();
        await expect(notice).toContainText(note);
        await notice.getByRole("button").click();
      }
      await expect(notice).toHaveCount(0);
      const values = await valuesOf(page, section);
      if (lessonValues === undefined) {
        await page.goto("about:blank");
        lessonValues = await valuesOf(page, await openExperiment(page, experiment));
      }
      expect(values).toEqual(lessonValues);
    });
  }

  test("typed into the address of the open page is followed too, and what it shows can be run", async ({ page }) => {
    const section = await openExperiment(page, experiment);
    await run(section);
    const first = await figures(section);
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `${id}&strength=1e400&seed=x`);
    await expect(section.locator(".dl-notice")).toBeVisible();
    // What it brings is what is there: nothing is replaced.
    expect(await figures(section)).toEqual(first);
  });

  test("with a malformed query does not keep the training library from starting", async ({ page }) => {
    const hash = await linkWith(page, little);
    await page.goto(`/lessons/${slug}/?discount=50%&%E0%A4=%${hash}`);
    const section = sectionOf(page, id);
    await run(section);
    await expect(section.locator(".dl-notice")).toHaveCount(0);
    expect(await valuesOf(page, section)).toMatchObject({ replicas: "2" });
  });
});

test.describe("saved state", () => {
  const foreign: Readonly<Record<string, string>> = {
    "cut off": '{"state":{"lessons":{"drift":',
    "of another program": '"<html>"',
    null: "null",
    "a list": "[1,2,3]",
    "of wrong types": JSON.stringify({
      state: { lessons: 7, theme: ["dark"], present: "yes", lastLesson: {} },
      version: 1,
    }),
    "of a later version": JSON.stringify({
      state: { lessons: { [slug]: { done: 1, saved: [], last: 9 } } },
      version: 99,
    }),
    "with answers of wrong types": JSON.stringify({
      state: {
        lessons: {
          [slug]: {
            done: [id, 5, null],
            saved: { checkpoint: { answer: { deep: [1] } }, "checkpoint-2": 7, [id]: { guess: 12 }, "predict-1": "x" },
            last: "no-such-cell",
          },
        },
        lastLesson: "no-such-lesson",
      },
      version: 1,
    }),
  };

  for (const [name, text] of Object.entries(foreign)) {
    test(`that is ${name} breaks neither the map nor the lesson`, async ({ page }) => {
      await keepOnDevice(page, text);
      await page.goto("/");
      await expect(page.locator("[data-lesson][data-state]")).toHaveCount(15);
      const section = await openExperiment(page, experiment);
      await expect(section.getByRole("radio").first()).toBeVisible();
      const checkpoint = page.locator("form.checkpoint").first();
      await checkpoint.getByRole("radio").first().check();
      await checkpoint.getByRole("button", { name: "Answer" }).click();
      await expect(checkpoint).toHaveAttribute("data-answered", "");
    });
  }

  test("that cannot be read is set aside, and the page says so once", async ({ page }) => {
    await keepOnDevice(page, "{broken");
    await page.goto("/");
    const notice = page.locator('[data-notice="unreadable"]');
    await expect(notice).toContainText("could not be read");
    expect(await page.evaluate(() => localStorage.getItem("driftlab.notebook.unreadable"))).toBe("{broken");
    await notice.getByRole("button", { name: "Dismiss" }).click();
    await expect(notice).toHaveCount(0);
  });

  test("of an older version keeps what still fits", async ({ page }) => {
    const state = {
      theme: "dark",
      lessons: { [slug]: { done: [id], saved: {}, last: id } },
      lastLesson: slug,
      gone: 1,
    };
    await keepOnDevice(page, JSON.stringify({ state, version: 0 }));
    await page.goto("/");
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await expect(page.locator(`[data-lesson="${slug}"]`)).toHaveAttribute("data-state", "here");
  });

  test("that the browser refuses to keep leaves the page at work and is told", async ({ page }) => {
    await page.addInitScript(() => {
      for (const storage of ["localStorage", "sessionStorage"])
        Object.defineProperty(window, storage, {
          get() {
            throw new DOMException("The operation is insecure.", "SecurityError");
          },
        });
    });
    const section = await openExperiment(page, experiment);
    await expect(page.locator('[data-notice="blocked"]')).toContainText("does not save anything");
    await run(section);
    const checkpoint = page.locator("form.checkpoint").first();
    await checkpoint.getByRole("radio").first().check();
    await checkpoint.getByRole("button", { name: "Answer" }).click();
    await expect(checkpoint).toHaveAttribute("data-answered", "");
    await page.getByRole("button", { name: "Theme" }).click();
    await page.getByRole("button", { name: "Dark" }).click();
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  });
});

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

test("a worker killed in the middle of a run is replaced, and the figures are those of an undisturbed run", async ({
  page,
}) => {
  const hash = await linkWith(page, much);
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
    const hash = await linkWith(page, little);
    const section = await openExperiment(page, experiment, hash);
    await run(section);
    expect(asked).toBeGreaterThan(0);
    await expect(section.locator(".dl-notice")).toContainText(noteAboutWasm);
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
    const hash = await linkWith(page, little);
    const section = await openExperiment(page, experiment, hash);
    await run(section);
    await expect(section.locator(".dl-notice")).toContainText(noteAboutWasm);
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
  const hash = await linkWith(page, much);
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
