/** What a lesson loads before an experiment is in view, counted in its page: the promise of a fast first reading. */
import { gzipSync } from "node:zlib";
import { written } from "./course";
import { expect, test } from "./support";

const LIMIT = 150_000;

test("no lesson loads more than 150 kB of JavaScript, compressed, before an experiment is in view", async ({
  request,
}) => {
  const sizes = new Map<string, number>();
  for (const { slug } of written) {
    const page = await (await request.get(`/lessons/${slug}/`)).text();
    // What is for browsers without modules is loaded by none that can run the lessons.
    const tags = [...page.matchAll(/<script\b[^>]*?\bsrc="([^"]+)"[^>]*>/g)].filter(([tag]) => !/nomodule/i.test(tag));
    const files = [...new Set(tags.map(([, src]) => src!))];
    expect(files.length).toBeGreaterThan(3);
    for (const file of files)
      if (!sizes.has(file)) sizes.set(file, gzipSync(await (await request.get(file)).body()).length);
    const bytes = files.reduce((sum, file) => sum + sizes.get(file)!, 0);
    expect(bytes, `${slug}: ${JSON.stringify([...sizes])}`).toBeLessThanOrEqual(LIMIT);
  }
});

test("the gallery of charts is not in the exported site", async ({ request }) => {
  expect((await request.get("/gallery/")).status()).toBe(404);
});
