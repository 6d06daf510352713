/** What a lesson loads before an experiment is in view, counted in the browser: the promise of a fast first reading. */
import { gzipSync } from "node:zlib";
import { written } from "./course";
import { expect, test } from "./support";

const LIMIT = 150_000;

for (const { slug } of written)
  test(`${slug} loads no more than 150 kB of JavaScript, compressed, before an experiment is in view`, async ({
    page,
  }) => {
    // Nothing ever comes near the screen.
    await page.addInitScript(() => {
      Object.assign(window, {
        IntersectionObserver: class {
          observe() {}
          unobserve() {}
          disconnect() {}
        },
      });
    });
    const loaded: Promise<[string, number]>[] = [];
    page.on("response", (response) => {
      const { pathname } = new URL(response.url());
      if (pathname.endsWith(".js")) loaded.push(response.body().then((body) => [pathname, gzipSync(body).length]));
    });
    await page.goto(`/lessons/${slug}/`, { waitUntil: "networkidle" });
    const sizes = new Map(await Promise.all(loaded));
    expect(sizes.size).toBeGreaterThan(3);
    const bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0);
    expect(bytes, JSON.stringify([...sizes])).toBeLessThanOrEqual(LIMIT);
  });

test("the gallery of charts is not in the exported site", async ({ request }) => {
  expect((await request.get("/gallery/")).status()).toBe(404);
});
