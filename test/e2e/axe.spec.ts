import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { coming, experimentsIn, written } from "./course";
import { cellOf, expect, figures, run, sectionOf, test } from "./support";

test.use({ contextOptions: { reducedMotion: "reduce" } });

/** Rules that depend on colours and sizes, which are what a theme changes. */
const LOOKS = ["color-contrast", "link-in-text-block", "scrollable-region-focusable"];

/** What axe finds, short enough to read. */
async function violations(page: Page, rules?: string[], within?: string): Promise<string[]> {
  // Thousands of elements that are alike, or pictures to a screen reader, would only cost time.
  await page.addStyleTag({ content: ".dl-table tbody tr:nth-child(n+4) { display: none }" });
  // Without legacy mode every analysis opens a page of its own for frames, and there are none.
  const builder = new AxeBuilder({ page }).setLegacyMode(true).exclude(".dl-plot-host").exclude(".katex-html");
  if (within !== undefined) builder.include(within);
  const { violations: found } = await (rules ? builder.withRules(rules) : builder).analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary?.split("\n")[1]?.trim() ?? ""}`,
    ),
  );
}

const themes = ["light", "dark", "projector"] as const;
type Theme = (typeof themes)[number];

async function choose(page: Page, theme: Theme): Promise<void> {
  if (theme === "projector") await page.getByRole("button", { name: "Present" }).click();
  else {
    await page.getByRole("button", { name: "Theme" }).click();
    await page.getByRole("button", { name: theme === "light" ? "Light" : "Dark", exact: true }).click();
  }
  await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
}

/** @param within what is looked at in the second and third theme: the whole page unless given */
async function inEveryTheme(page: Page, within?: string): Promise<void> {
  for (const theme of themes) {
    await choose(page, theme);
    const found = theme === "light" ? violations(page) : violations(page, LOOKS, within);
    expect(await found, `in the ${theme} theme`).toEqual([]);
  }
}

test("axe finds nothing on the course map in any theme", async ({ page }) => {
  await page.goto("/");
  await inEveryTheme(page);
});

for (const { slug } of coming.slice(0, 1)) {
  test(`axe finds nothing in a coming lesson, ${slug}, in any theme`, async ({ page }) => {
    await page.goto(`/lessons/${slug}/`);
    await inEveryTheme(page);
  });
}

for (const { slug } of written) {
  test(`axe finds nothing in lesson ${slug}, asked, run and answered, in any theme`, async ({ page }) => {
    test.slow();
    await page.goto(`/lessons/${slug}/`);
    // A simulation looks alike wherever it stands; the first lesson shows all of its experiments.
    const all = experimentsIn(slug);
    const isFirst = ({ component }: (typeof all)[number], i: number) =>
      all.findIndex((one) => one.component === component) === i;
    const experiments = slug === written[0]?.slug ? all : all.filter(isFirst);
    for (const { id } of experiments) {
      await cellOf(page, id).scrollIntoViewIfNeeded();
      await expect(sectionOf(page, id)).toBeVisible();
    }
    // The questions are the shell's, alike in every lesson.
    if (slug === written[0]?.slug) expect(await violations(page), "before the runs").toEqual([]);
    for (const { id } of experiments) {
      const section = sectionOf(page, id);
      await section.getByRole("radio").first().check({ force: true });
      await run(section);
      await figures(section);
      await section.getByRole("button", { name: "Pin this run to compare" }).click();
      await section.getByRole("button", { name: "Code of the experiment" }).click();
      await expect(section.locator(".dl-source pre")).not.toHaveCount(2);
      await section.locator(".dl-more summary").first().click();
      await page.keyboard.press("Escape");
      await section.locator("[data-knob] .dl-help:visible").first().click();
    }
    for (const checkpoint of await page.locator("form.checkpoint").all()) {
      const number = checkpoint.getByRole("textbox", { name: "Your answer" });
      if ((await number.count()) > 0) await number.fill("-1");
      else await checkpoint.getByRole("radio").first().check();
      await checkpoint.getByRole("button", { name: "Answer" }).click();
    }
    // The prose of one lesson has all the colours that prose has.
    await inEveryTheme(page, slug === written[0]?.slug ? undefined : "section[data-simulation]");
  });
}
