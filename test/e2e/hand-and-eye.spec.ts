/** The thing dragged and the thing that changes are seen together: for every experiment, knob and decision, on every screen. */
import type { Locator, Page } from "@playwright/test";
import { experiments, firstOfEach, nameOf, raceExperiment } from "./course";
import { expect, isDone, openExperiment, run, test } from "./support";

interface Screen {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly presented?: boolean;
}

const screens: readonly Screen[] = [
  { name: "a laptop", width: 1366, height: 768 },
  { name: "a tablet", width: 1024, height: 768 },
  { name: "a phone", width: 360, height: 740 },
  { name: "200 % zoom of 1440 × 900", width: 720, height: 450 },
  { name: "a projector", width: 1280, height: 720, presented: true },
];

const smallest = screens.filter(({ name }) => name === "a laptop" || name === "a phone");

async function showOn(page: Page, { width, height, presented = false }: Screen): Promise<void> {
  const isPresented = () =>
    page.evaluate(() => document.documentElement.dataset.theme?.startsWith("projector") ?? false);
  const press = () => page.getByRole("button", { name: "Present" }).click();
  // On the narrowest screens the button is in a panel.
  if ((await isPresented()) && !presented) await press();
  await page.setViewportSize({ width, height });
  if (!(await isPresented()) && presented) await press();
  expect(await isPresented()).toBe(presented);
}

/** Waits until sizes have settled: the main view keeps its box for two looks in a row. */
async function settled(main: Locator): Promise<void> {
  let last = "";
  await expect
    .poll(
      async () => {
        const now = JSON.stringify(await main.evaluate((element) => [element.clientWidth, element.clientHeight]));
        const same = now === last;
        last = now;
        return same;
      },
      { intervals: [120] },
    )
    .toBe(true);
}

interface Seen {
  readonly what: string;
  readonly missing: string[];
}

/**
 * For each control: what of verdict, main view and the control itself is not whole on the screen at the best scroll position
 * there is, and whether the keyboard's focus ever stands under something that stays.
 */
const look = (section: Locator): Promise<Seen[]> =>
  section.evaluate((root) => {
    const primary = root.querySelectorAll<HTMLElement>(".dl-settings-main > .dl-knobs > [data-knob]");
    const decisions = root.querySelectorAll<HTMLElement>(".dl-decision button");
    const verdict = root.querySelector<HTMLElement>(".dl-verdict, .dl-said");
    const main = root.querySelector<HTMLElement>(".dl-main");
    const bar = document.querySelector<HTMLElement>(".site-bar");
    const barHeight = bar && getComputedStyle(bar).position === "sticky" ? bar.offsetHeight : 0;
    const isWhole = (element: Element | null): boolean => {
      if (!element) return false;
      const box = element.getBoundingClientRect();
      return box.height > 0 && box.top >= barHeight - 1 && box.bottom <= innerHeight + 1 && box.right <= innerWidth + 1;
    };
    /** Seen at its corners and its middle: nothing that stays lies over it. */
    const isCovered = (element: Element): boolean => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const points = [
        [left + 3, top + 3],
        [right - 3, bottom - 3],
        [(left + right) / 2, (top + bottom) / 2],
      ] as const;
      return points.some(([x, y]) => {
        const at = document.elementFromPoint(x, y);
        return at?.closest(".dl-eye, .dl-decision, .site-bar") && !element.contains(at) && !at.contains(element);
      });
    };
    const missingNow = (control: HTMLElement): string[] => [
      ...(verdict && !isWhole(verdict) ? ["verdict"] : []),
      ...(isWhole(main) ? [] : ["main view"]),
      ...(!isWhole(control) || isCovered(control) ? ["control"] : []),
    ];
    return [...primary, ...decisions].map((control) => {
      const focusable = control.matches("button") ? control : control.querySelector<HTMLElement>("input:enabled");
      focusable?.focus();
      const hidden = focusable && isCovered(focusable) ? ["focus is covered"] : [];
      const top = root.getBoundingClientRect().top + scrollY;
      let best = missingNow(control);
      const tryAt = (y: number) => {
        if (best.length === 0) return;
        scrollTo(0, y);
        const missing = missingNow(control);
        if (missing.length < best.length) best = missing;
      };
      // Where a hand would scroll to first: the control in the middle, at the end, the experiment at the top.
      const { top: at, bottom: end } = control.getBoundingClientRect();
      const likely = [scrollY + (at + end - innerHeight) / 2, scrollY + end - innerHeight + 8, top - barHeight];
      for (const y of likely) tryAt(y);
      for (let y = top - innerHeight; best.length > 0 && y < top + root.scrollHeight; y += 16) tryAt(y);
      return { what: control.dataset.knob ?? control.textContent ?? "", missing: [...best, ...hidden] };
    });
  });

for (const experiment of experiments)
  test(`${nameOf(experiment)} shows every primary knob and decision on one screen with verdict and main view`, async ({
    page,
  }) => {
    const section = await openExperiment(page, experiment, `#${experiment.id}&replicas=8`);
    await section.locator(".dl-options input").first().check({ force: true });
    await section.getByRole("button", { name: /^Run/ }).click();
    const knobs = section.locator(".dl-settings-main > .dl-knobs > [data-knob]");
    // At the end the verdict is told, at its longest; a decision can still be taken again.
    await isDone(section);
    await section.locator(".dl-main").waitFor();
    // Elsewhere it is the same simulation with other settings: the smallest screens tell whether its texts are too long.
    for (const screen of firstOfEach.includes(experiment) ? screens : smallest) {
      await showOn(page, screen);
      await settled(section.locator(".dl-main"));
      const seen = await look(section);
      expect(seen.length).toBe((await knobs.count()) + (await section.locator(".dl-decision button").count()));
      expect(
        seen.filter(({ missing }) => missing.length > 0),
        `on ${screen.name}, ${screen.width} × ${screen.height}`,
      ).toEqual([]);
    }
    // At 400 % zoom there is no room for both: nothing stays, so that nothing covers the focus.
    await showOn(page, { name: "400 % zoom", width: 360, height: 225 });
    const low = await look(section);
    expect(low.filter(({ missing }) => missing.includes("focus is covered"))).toEqual([]);
    await expect(section.locator(".dl-view-unknown")).toHaveCount(0);
  });

test("the table opens in the place of the chart, before the eye that was on it", async ({ page }) => {
  const section = await openExperiment(page, raceExperiment(), `#${raceExperiment().id}&replicas=8`);
  await run(section);
  for (const { width, height } of screens) {
    await page.setViewportSize({ width, height });
    const main = section.locator(".dl-main");
    await settled(main);
    await section.getByRole("button", { name: "Table of the figures" }).click();
    const tables = section.locator(".dl-tables");
    const [table, chart] = [await tables.boundingBox(), await main.boundingBox()];
    expect(Math.abs(table!.y - chart!.y)).toBeLessThan(12);
    await section.getByRole("button", { name: "Table of the figures" }).click();
    await expect(tables).toHaveCount(0);
  }
});

test("the marks of the replicas stand beside the verdict, before the controls of time, on every screen", async ({
  page,
}) => {
  const section = await openExperiment(page, raceExperiment(), `#${raceExperiment().id}&replicas=32`);
  await run(section);
  for (const screen of screens) {
    await showOn(page, screen);
    await settled(section.locator(".dl-main"));
    const boxOf = async (what: string) => (await section.locator(what).boundingBox())!;
    const [verdict, marks, time] = await Promise.all([".dl-verdict", ".dl-tally", ".dl-transport"].map(boxOf));
    expect(marks!.y + marks!.height, screen.name).toBeLessThanOrEqual(time!.y);
    const gap = Math.max(marks!.y - verdict!.y - verdict!.height, verdict!.y - marks!.y - marks!.height);
    expect(gap, screen.name).toBeLessThan(40);
  }
});

test("another chart takes the main place with one press, stays across runs, and all of them open under the bench", async ({
  page,
}) => {
  const section = await openExperiment(page, raceExperiment(), `#${raceExperiment().id}&replicas=8`);
  await run(section);
  const main = section.locator(".dl-main");
  const buttons = section.locator(".dl-view");
  await expect(section.locator("[data-chart]")).toHaveCount(1);
  const first = await main.getAttribute("data-view");
  await buttons.nth(1).click();
  await expect(main).not.toHaveAttribute("data-view", first ?? "");
  const second = (await main.getAttribute("data-view")) ?? "";
  await section.getByRole("button", { name: "Re-roll" }).click();
  await isDone(section);
  await expect(main).toHaveAttribute("data-view", second);
  await section.getByRole("button", { name: "All charts" }).click();
  await expect(section.locator("[data-chart]")).toHaveCount(await buttons.count());
});

test("a view that fills a phone's screen goes by with the rest: what is under it can be seen", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 480 });
  const missing = experiments.find(({ component }) => component === "MissingParts")!;
  const section = await openExperiment(page, missing, `#${missing.id}&replicas=8`);
  await run(section);
  const bench = section.locator(".dl-bench");
  await expect(bench).toHaveAttribute("data-passing", "");
  const views = section.locator(".dl-views");
  await views.evaluate((element) => element.scrollIntoView({ block: "center" }));
  const onTop = await views.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return element.contains(document.elementFromPoint(left + Math.min(20, width / 2), top + height / 2));
  });
  expect(onTop).toBe(true);
});
