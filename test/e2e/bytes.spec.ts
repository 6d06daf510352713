/** What a lesson loads before an experiment is in view, counted in its page: the promise of a fast first reading. */
import { gzipSync } from "node:zlib";
import { lessons } from "./course";
import { expect, test } from "./support";

const LIMIT = 150_000;

for (const { slug } of lessons)
  test(`${slug} loads at most 150 kB of JavaScript, compressed, before an experiment is in view`, async ({
    request,
  }) => {
    const page = await (await request.get(`/lessons/${slug}/`)).text();
    // What browsers without modules would load is loaded by no browser that can run the lessons.
    const scripts = [...page.matchAll(/<script\b[^>]*?\bsrc="([^"]+)"[^>]*>/g)].filter(
      ([tag]) => !/\bnomodule\b/i.test(tag),
    );
    const addresses = [...new Set(scripts.map(([, src]) => src!))];
    expect(addresses.length).toBeGreaterThan(3);
    const bodies = await Promise.all(addresses.map(async (src) => (await request.get(src)).body()));
    const sizes = bodies.map((body, i) => ({ file: addresses[i], gzip: gzipSync(body).length }));
    const bytes = sizes.reduce((sum, { gzip }) => sum + gzip, 0);
    expect(bytes, JSON.stringify(sizes)).toBeLessThanOrEqual(LIMIT);
  });
