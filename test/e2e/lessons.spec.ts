import type { Page } from "@playwright/test";
import { openLessons } from "@/lessons";
import { coming, lessons, written } from "./course";
import { expect, sidewaysScroll, test } from "./support";

/** 640 px is a screen of 1280 px at 200 % zoom, 720 px one of 1440 px. */
const widths = [320, 360, 640, 720, 768, 1440];

test("the course has fifteen lessons, and some of them are written", () => {
  expect(lessons).toHaveLength(15);
  expect(written.length).toBeGreaterThan(0);
});

/** Opens the page at every width; what it complains of is checked when the test ends. */
async function opensAtEveryWidth(page: Page, path: string): Promise<void> {
  const response = await page.goto(path);
  expect(response?.status()).toBe(200);
  const policy = page.locator('meta[http-equiv="Content-Security-Policy"]');
  await expect(policy).toHaveAttribute("content", /default-src 'none'.*script-src 'self' 'wasm-unsafe-eval'/);
  await expect(policy).not.toHaveAttribute("content", /script-src[^;]*'unsafe-(inline|eval)'/);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    // Charts take their new width a moment later.
    await expect.poll(() => sidewaysScroll(page), { message: `sideways scroll at ${width} px` }).toBeLessThanOrEqual(0);
  }
  await page.waitForLoadState("networkidle");
}

test("the home page opens without a complaint and never scrolls sideways", async ({ page }) => {
  await opensAtEveryWidth(page, "/");
});

for (const { slug, title, objectives, experiment } of coming) {
  test(`lesson ${slug} opens, says that it is coming and what it will teach`, async ({ page }) => {
    await opensAtEveryWidth(page, `/lessons/${slug}/`);
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    for (const objective of objectives) await expect(page.getByText(objective)).toBeVisible();
    await expect(page.getByText("not written yet")).toBeVisible();
    await expect(page.getByText(experiment)).toBeVisible();
  });
}

for (const { slug, title, objectives } of written) {
  test(`lesson ${slug} opens, and tells in numbered cells what one can do after it`, async ({ page }) => {
    await opensAtEveryWidth(page, `/lessons/${slug}/`);
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    for (const objective of objectives) await expect(page.getByText(objective)).toBeVisible();
    const cells = page.locator(".cell");
    const numbers = await cells.evaluateAll((all) => all.map((cell) => cell.getAttribute("data-cell")));
    expect(numbers.length).toBeGreaterThan(3);
    expect(numbers).toEqual(numbers.map((_, i) => String(i + 1)));
  });
}

test("the course map leads to all fifteen lessons and marks those that are coming", async ({ page }) => {
  await page.goto("/");
  const rows = page.locator("[data-lesson][data-state]");
  await expect(rows).toHaveCount(15);
  for (const { slug } of coming)
    await expect(page.locator(`[data-lesson="${slug}"]`)).toHaveAttribute("data-state", "coming");
  for (const { slug } of openLessons)
    await expect(page.locator(`[data-lesson="${slug}"]`)).not.toHaveAttribute("data-state", "coming");
  const last = lessons.at(-1);
  await rows.last().getByRole("link").click();
  await expect(page).toHaveURL(new RegExp(`/lessons/${last?.slug}/$`));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(last?.title ?? "");
});

test("no link of the course leads nowhere", async ({ request }) => {
  const texts = new Map<string, Promise<string>>();
  const textOf = (path: string): Promise<string> => {
    const known = texts.get(path);
    if (known) return known;
    const text = request.get(path).then(async (response) => {
      expect(response.status(), path).toBe(200);
      return response.text();
    });
    texts.set(path, text);
    return text;
  };
  for (const page of ["/", "/glossary/", "/lessons/orientation/", ...lessons.map(({ slug }) => `/lessons/${slug}/`)]) {
    const here = new URL(page, "http://course");
    for (const [, href = ""] of (await textOf(page)).matchAll(/<a\s[^>]*?href="([^"]+)"/g)) {
      const { origin, pathname, hash } = new URL(href.replaceAll("&amp;", "&"), here);
      if (origin !== here.origin) continue;
      const target = await textOf(pathname);
      if (hash !== "") expect(target, `${page} → ${href}`).toContain(`id="${hash.slice(1)}"`);
    }
  }
});

test.describe("an address that leads nowhere", () => {
  test.use({ expectedErrors: [/404/] });

  test("says so and leads back to the map", async ({ page }) => {
    const response = await page.goto("/lessons/no-such-lesson/");
    expect(response?.status()).toBe(404);
    await page.getByRole("main").getByRole("link", { name: "The course map" }).click();
    await expect(page.locator("[data-lesson][data-state]").first()).toBeVisible();
  });
});
