import { raceExperiment } from "./course";
import { expect, figures, keepOnDevice, linkWith, openExperiment, run, sectionOf, test, valuesOf } from "./support";

const experiment = raceExperiment();
const { slug, id } = experiment;

/** Small enough for plain JavaScript. */
const little = { replicas: "2", months: "6" };
test.describe("a garbage link", () => {
  const links: readonly (readonly [string, RegExp | undefined])[] = [
    [`#${id}&strength=99`, /Strength.*“99”\. It can be 0 to 4/],
    [`#${id}&strength=%`, /Strength.*“%”/],
    [`#${id}&seed=-1&months=1e9&replicas=NaN`, /“-1”[\s\S]*“1e9”[\s\S]*“NaN”/],
    [`#${id}&%E0%A4%A=%FF&world=atlantis`, /“atlantis”.*It can be one of/],
    [`#${id}&pin=%,:,strength&at=soon&guess=%%`, /soon/],
    [`#${id}&__proto__=1&constructor=2&toString=3`, /which this experiment does not have/],
    [`#${id}&strength=<img src=x onerror=alert(1)>`, /onerror/],
    [`#${id}&${"x".repeat(5000)}`, /first 4000 characters/],
    [`#${id}&strength=9&strength=8`, /Strength.*more than once/],
    [`#${id.toUpperCase()}&strength=99`, /Strength.*“99”/],
    [`#${id}?strength=99`, /Strength.*“99”/],
    [`#${id}&strength`, /Strength.*no value\. It can be/],
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
    const hash = await linkWith(page, experiment, little);
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
