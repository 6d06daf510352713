import { lessons, raceExperiment } from "./course";
import { addressOf, cellOf, expect, figures, openElsewhere, run, sectionOf, test } from "./support";

test.use({
  baseURL: async ({ baseURL: _ }, use, { config }) => {
    await use(String(config.metadata.subPath));
  },
});

test("the site built for a sub-path asks for nothing outside it, and its experiments run and link there", async ({
  page,
  baseURL,
}) => {
  const base = new URL(baseURL ?? "").pathname;
  const outside: string[] = [];
  page.on("request", (request) => {
    const { protocol, pathname } = new URL(request.url());
    if (protocol.startsWith("http") && !pathname.startsWith(base)) outside.push(pathname);
  });
  const { slug, id } = raceExperiment();
  await page.goto("./");
  const title = lessons.find((lesson) => lesson.slug === slug)?.title ?? "";
  await page.getByRole("link", { name: title }).click();
  await expect(page).toHaveURL(new RegExp(`${base}lessons/${slug}/$`));
  await cellOf(page, id).scrollIntoViewIfNeeded();
  const section = sectionOf(page, id);
  await run(section);
  // The wasm files were found: no note of training without them.
  await expect(section.locator(".dl-notice")).toHaveCount(0);
  const shown = await figures(section);
  const address = await addressOf(page, section);
  expect(new URL(address).pathname).toBe(`${base}lessons/${slug}/`);
  const { other, close } = await openElsewhere(page, address);
  await run(sectionOf(other, id));
  expect(await figures(sectionOf(other, id))).toEqual(shown);
  await close();
  await page.getByRole("link", { name: "Driftlab, course map" }).click();
  await expect(page).toHaveURL(new RegExp(`${base}$`));
  expect(outside).toEqual([]);
});
