import type { Locator } from "@playwright/test";
import { experiments, firstOfEach, nameOf, oneOfEachKind, raceExperiment } from "./course";
import {
  addressOf,
  cellOf,
  drag,
  expect,
  figures,
  firstSlider,
  hasTime,
  openElsewhere,
  openExperiment,
  openSmall,
  run,
  runAgain,
  runButton,
  sectionOf,
  showLines,
  sidewaysScroll,
  test,
  valuesOf,
} from "./support";

const isPinned = (cell: string): boolean => cell.includes(", pinned");

const lineCount = (section: Locator): Promise<number> => section.locator(".dl-plot-host .scatterlayer .trace").count();

test("every experiment of a lesson has its place on the page", async ({ page }) => {
  expect(experiments.length).toBeGreaterThan(0);
  for (const slug of new Set(experiments.map((experiment) => experiment.slug))) {
    await page.goto(`/lessons/${slug}/`);
    const cells = await page.locator('.cell[data-kind="experiment"]').evaluateAll((all) => all.map((cell) => cell.id));
    expect(cells.sort()).toEqual(
      experiments
        .filter((one) => one.slug === slug)
        .map(({ id }) => id)
        .sort(),
    );
  }
});

// Every experiment is run and looked at by the walk of hand and eye.
for (const experiment of firstOfEach) {
  test.describe(nameOf(experiment), () => {
    test("keeps the answer off the page until the guess is committed, then shows it as counts, charts, words and table", async ({
      page,
    }) => {
      const section = await openExperiment(page, experiment);
      await expect(section).toHaveAttribute("data-status", "idle");
      await expect(section).toHaveAttribute("aria-label", /\S/);
      const answers = section.locator(".dl-verdict, .dl-tally, .dl-words, .dl-tables");
      await expect(answers).toHaveCount(0);
      for (const name of ["Pin this run to compare", "Table of the figures", "Download"])
        await expect(section.getByRole("button", { name })).toBeDisabled();
      const choice = section.getByRole("radio").first();
      await choice.check({ force: true });
      await run(section);
      await expect(section.locator(".dl-verdict")).toContainText(/\S/);
      await expect(section.locator(".dl-words")).toContainText(/In words\. \S/);
      const words = (await section.locator(".dl-words p").textContent())?.replace("In words. ", "") ?? "";
      await expect(section.locator('[role="status"]').filter({ hasText: words })).toHaveCount(1);
      await expect(section.getByRole("button", { name: /^Run/ })).toHaveCount(0);
      const shown = await figures(section);
      // How many there are is the simulation's affair; that every table has some is not.
      for (const { rows, caption } of shown)
        expect(rows.flat().filter((cell) => /\d/.test(cell)).length, caption).toBeGreaterThan(0);
      expect(shown.length).toBeGreaterThan(0);
      await expect.poll(() => section.locator(".dl-main-place svg").count()).toBeGreaterThan(0);
      const charts = section.locator("[data-chart] .dl-chart-name strong");
      for (const title of await charts.allTextContents())
        expect(
          shown.some(({ caption }) => caption.startsWith(title)),
          `a table for ${title}`,
        ).toBe(true);

      for (const width of [320, 360, 720, 768]) {
        await page.setViewportSize({ width, height: 900 });
        await expect.poll(() => sidewaysScroll(page), `sideways scroll at ${width} px`).toBeLessThanOrEqual(0);
      }
    });
  });
}

for (const experiment of oneOfEachKind) {
  test.describe(nameOf(experiment), () => {
    test("follows a dragged slider, and undo, redo, presets and reset lead back and forth", async ({ page }) => {
      const section = await openSmall(page, experiment);
      await run(section);
      const original = await figures(section);
      const slider = await firstSlider(section);
      const start = await slider.inputValue();
      const name = await slider.evaluate((input) => input.closest("[data-knob]")?.getAttribute("data-knob") ?? "");
      const before = await valuesOf(page, section);
      await drag(page, slider, 0.85);
      await drag(page, slider, 0.3);
      expect(await slider.inputValue()).not.toBe(start);
      const dragged = await figures(section);
      expect(dragged).not.toEqual(original);
      const after = await valuesOf(page, section);
      expect(after[name]).not.toBe(before[name]);
      const entry = section.locator(`[data-knob="${name}"] .dl-entry input`);
      expect(Number(await entry.inputValue())).toBe(Number(after[name]));

      // What is shown is the last value's: the same figures come when it is set at once, in a fresh page.
      const address = await addressOf(page, section);
      const { other, close } = await openElsewhere(page, address);
      await run(sectionOf(other, experiment.id));
      expect(await figures(sectionOf(other, experiment.id))).toEqual(dragged);
      await close();

      await section.getByRole("button", { name: "Undo" }).click();
      expect((await valuesOf(page, section))[name]).not.toBe(after[name]);
      await section.getByRole("button", { name: "Undo" }).click();
      await expect(slider).toHaveValue(start);
      await expect(section.getByRole("button", { name: "Undo" })).toBeDisabled();
      expect(await figures(section)).toEqual(original);
      await section.getByRole("button", { name: "Redo" }).click();
      await section.getByRole("button", { name: "Redo" }).click();
      expect(await figures(section)).toEqual(dragged);

      const presets = section.getByRole("group", { name: "Presets" }).locator(".dl-preset");
      for (const preset of [presets.first(), presets.last()]) {
        await preset.click();
        await expect(preset).toHaveAttribute("aria-pressed", "true");
        // A preset asks its question anew.
        await run(section);
        expect(await figures(section)).not.toEqual(dragged);
      }
      const reset = section.getByRole("button", { name: "Reset to this lesson’s settings" });
      await reset.click();
      await expect(reset).toBeDisabled();
      const { replicas: _, ...knobs } = await valuesOf(page, section);
      const { replicas: __, ...lesson } = before;
      expect(knobs).toEqual(lesson);
    });

    test("keeps a pinned run as a ghost with its differences named, also through a link", async ({ page }) => {
      const section = await openSmall(page, experiment);
      await run(section);
      const alone = await figures(section);
      await showLines(section);
      await expect.poll(() => lineCount(section)).toBeGreaterThan(0);
      const lines = await lineCount(section);
      await section.getByRole("button", { name: "Pin this run to compare" }).click();
      const pin = section.locator(".dl-pins li");
      await expect(pin).toHaveCount(1);
      const slider = await firstSlider(section);
      const label = (await slider.getAttribute("aria-label")) ?? "";
      await slider.focus();
      await page.keyboard.press("End");
      await expect(pin).toContainText(new RegExp(`${label.slice(1)} .*\\(now `));
      const both = await figures(section);
      const ghosts = both.flatMap(({ rows }) => rows).filter((row) => row.some(isPinned));
      expect(ghosts.length).toBeGreaterThan(0);
      await expect.poll(() => lineCount(section)).toBeGreaterThan(lines);

      // The pinned rows are the figures of the run that was pinned.
      // A column that holds more rows may have more decimals.
      const plain = (row: readonly string[]) =>
        row.map((cell) => (/^[\d.−-]+$/.test(cell) ? String(Number(cell.replace("−", "-"))) : cell)).join("|");
      const known = new Set(alone.flatMap(({ rows }) => rows).map(plain));
      const unknown = ghosts.map((row) => plain(row).replace(", pinned", "")).filter((row) => !known.has(row));
      expect(unknown).toEqual([]);

      const { other, close } = await openElsewhere(page, await addressOf(page, section));
      const linked = sectionOf(other, experiment.id);
      await run(linked);
      await expect(linked.locator(".dl-pins li")).not.toContainText("being computed");
      expect(await figures(linked)).toEqual(both);
      await close();

      await pin.getByRole("button", { name: /^Remove the pinned run/ }).click();
      await expect(pin).toHaveCount(0);
      // The table follows a little later.
      await expect
        .poll(async () => (await figures(section)).flatMap(({ rows }) => rows.flat()).filter(isPinned))
        .toEqual([]);
    });

    test("moves through time by steps, scrubber and play, and a link keeps the moment", async ({ page }) => {
      const section = await openSmall(page, experiment);
      await run(section);
      // Nothing happens in time: there is nothing to move through.
      if (!(await hasTime(section))) return;
      const whole = await figures(section);
      const transport = section.getByRole("group", { name: "Moment shown" });
      const moment = transport.locator(".dl-moment");
      const last = (await moment.textContent()) ?? "";
      await expect(transport.getByRole("button", { name: /^Forward one/ })).toBeDisabled();
      await transport.getByRole("button", { name: /^Back one/ }).click();
      await expect(moment).not.toHaveText(last);
      await expect(section).toHaveAttribute("data-status", "paused");
      await transport.getByRole("button", { name: /^Forward one/ }).click();
      await expect(moment).toHaveText(last);
      await expect(section).toHaveAttribute("data-status", "done");

      const scrubber = transport.getByRole("slider");
      await scrubber.focus();
      await page.keyboard.press("Home");
      const first = (await moment.textContent()) ?? "";
      expect(first).not.toBe(last);
      expect(await scrubber.getAttribute("aria-valuetext")).toBe(first);
      await expect
        .poll(() => section.locator(".dl-tables tbody tr").count())
        .toBeLessThan(whole.reduce((sum, { rows }) => sum + rows.length, 0));
      const address = await addressOf(page, section);
      expect(address).toMatch(/&at=\d/);
      const { other, close } = await openElsewhere(page, address);
      await (await runButton(sectionOf(other, experiment.id))).click();
      await expect(
        sectionOf(other, experiment.id).getByRole("group", { name: "Moment shown" }).locator(".dl-moment"),
      ).toHaveText(first);
      await close();

      const speed = transport.getByRole("button", { name: /^Speed/ });
      await speed.click();
      await expect(speed).toHaveAccessibleName(/^Speed 2\D/);
      await transport.getByRole("button", { name: "Play" }).click();
      await expect(section).toHaveAttribute("data-status", "running");
      await expect(moment).not.toHaveText(first);
      await transport.getByRole("button", { name: "Pause" }).click();
      await expect(section).toHaveAttribute("data-status", "paused");
      await transport.getByRole("button", { name: "Play" }).click();
      await expect(section).toHaveAttribute("data-status", "done", { timeout: 40_000 });
      await expect(moment).toHaveText(last);
      expect(await figures(section)).toEqual(whole);
    });

    test("gives the same figures when run again, others when re-rolled, and the first ones for a typed seed", async ({
      page,
    }) => {
      const section = await openSmall(page, experiment);
      await run(section);
      const first = await figures(section);
      await runAgain(page, section, experiment.id);
      expect(await figures(section)).toEqual(first);
      const seed = section.getByRole("textbox", { name: "Seed" });
      const was = await seed.inputValue();
      await section.getByRole("button", { name: "Re-roll" }).click();
      await expect(seed).not.toHaveValue(was);
      expect(await figures(section)).not.toEqual(first);
      await seed.fill(was);
      await seed.press("Enter");
      await expect(seed).toHaveValue(was);
      expect(await figures(section)).toEqual(first);
    });

    test("explains every knob, chart and the seed", async ({ page }) => {
      const section = await openSmall(page, experiment);
      await section.locator("details.dl-more summary").click();
      const knobs = await section.locator("[data-knob]").count();
      const marks = section.locator(".dl-help");
      expect(await marks.count()).toBeGreaterThan(knobs);
      for (const knob of await section.locator("[data-knob]").all())
        await expect(knob.locator(".dl-help")).toHaveCount(1);
      for (const chart of await section.locator("[data-chart]").all())
        await expect(chart.locator(".dl-help").first()).toHaveCount(1);
      for (const mark of await marks.all()) {
        await mark.click();
        const note = page.locator(`[id="${await mark.getAttribute("aria-controls")}"]`);
        await expect(note).toBeVisible();
        await expect(note).toContainText(/\w+ \w+ \w+/);
        await mark.press("Escape");
        await expect(note).toBeHidden();
      }
    });
  });
}

test("knobs that have no effect are shown as such and cannot be moved", async ({ page }) => {
  const experiment = raceExperiment();
  const section = await openSmall(page, experiment);
  await section.getByRole("radio", { name: "No change" }).check({ force: true });
  await expect(section.locator('[data-knob="strength"]')).toHaveAttribute("data-disabled", "true");
  await expect(section.locator('[data-knob="strength"] input[type="range"]')).toBeDisabled();
  await expect(cellOf(page, experiment.id).locator(".gutter-status")).toHaveText("");
});
