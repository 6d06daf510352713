/** What every kind of chart must hold, shown on the samples of the gallery: nothing is drawn that is not also told. */
import { readdirSync, readFileSync } from "node:fs";
import { createElement, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { type Kind, sampleOf } from "@/simulations/gallery";
import { chartAt } from "@/simulations/ui/chart/at-moment";
import { uprightsOf } from "@/simulations/ui/chart/chart-figure";
import { chartFrame } from "@/simulations/ui/chart/frame";
import { onHeldAxes, rangeOf } from "@/simulations/ui/chart/held-axes";
import { kindOf, kinds } from "@/simulations/ui/chart/kinds";
import { markRows } from "@/simulations/ui/chart/marks";
import type { Chart } from "@/simulations/ui/chart/model";
import { tablesOf } from "@/simulations/ui/chart/table";
import { tidyRows } from "@/simulations/ui/chart/tidy";
import { themes } from "@/simulations/ui/design/tokens";

const names = Object.keys(kinds) as Kind[];
const seeds = [7, 8, 9];

async function chartsOf(kind: Kind): Promise<{ chart: Chart; rows: number }[]> {
  const samples = await Promise.all(seeds.map((seed) => sampleOf(kind, seed)));
  return samples.flatMap(({ charts, rows }) => charts.map((chart, i) => ({ chart, rows: rows[i]! })));
}

/** A moment at which part of the sample is there. */
const partly = (chart: Chart): number => ("x" in chart && "min" in chart.x ? (chart.x.min + chart.x.max) / 2 : 0);

/** Ends of upright and level lines and edges of rectangles along x, px. */
const placesIn = (markup: string): number[] => [
  ...[...markup.matchAll(/<line[^>]* x1="([^"]+)" x2="([^"]+)"/g)].flatMap(([, x1, x2]) => [Number(x1), Number(x2)]),
  ...[...markup.matchAll(/<rect[^>]*?(?: x="([^"]+)")[^>]*? width="([^"]+)"/g)].flatMap(([, x, width]) => [
    Number(x),
    Number(x) + Number(width),
  ]),
];

/** The chart on an axis that ends before its figures do. */
function onShortAxis(chart: Chart): Chart | undefined {
  const short = <T extends { readonly min: number; readonly max: number }>(axis: T): T => ({
    ...axis,
    max: axis.min + 0.3 * (axis.max - axis.min),
  });
  if (chart.kind === "multiples")
    return {
      ...chart,
      y: short({ min: 0, max: Math.max(...chart.panels.flatMap(({ series }) => series.flatMap(({ y }) => [...y]))) }),
    };
  const range = rangeOf(chart);
  if (!range) return undefined;
  const y = [range.y[0], range.y[0] + 0.3 * (range.y[1] - range.y[0])] as const;
  const level = [0, 0.3 * range.y[1]] as const;
  const x =
    range.x &&
    (chart.kind === "intervals" || chart.kind === "ranked" ? ([range.x[0], 0.3 * range.x[1]] as const) : range.x);
  return kindOf(chart).onRange?.(chart, { y: chart.kind === "waveform" ? level : y, ...(x && { x }) });
}

describe.each(names)("charts of the kind %s", (kind) => {
  it("have a sample with charts of this kind", async () => {
    const charts = await chartsOf(kind);
    expect(charts.length).toBeGreaterThan(0);
    for (const { chart } of charts) expect(chart.kind).toBe(kind);
  });

  it("have a row for every datum and every mark, as wide as the head says", async () => {
    for (const { chart, rows } of await chartsOf(kind)) {
      const tables = tablesOf(chart);
      expect(tables.reduce((sum, table) => sum + table.rows.length, 0)).toBe(rows);
      for (const { columns, rows: all } of tables) {
        expect(new Set(columns).size).toBe(columns.length);
        for (const row of all) expect(row).toHaveLength(columns.length);
      }
      const cells = new Set(tables.flatMap((table) => table.rows.flat()));
      for (const { label } of markRows(chart.marks)) expect(cells).toContain(label);
    }
  });

  it("have tidy rows with finite numbers, one figure a place, the marks among them", async () => {
    for (const { chart } of await chartsOf(kind)) {
      const rows = tidyRows([chart]);
      expect(rows.length).toBeGreaterThan(0);
      for (const { x, value, low, high } of rows)
        for (const figure of [x, value, low, high]) expect(figure === undefined || Number.isFinite(figure)).toBe(true);
      const places = rows.map(({ series, x, replica }) => [series, x, replica].join("|"));
      expect(new Set(places).size).toBe(places.length);
      const series = new Set(rows.map((row) => row.series));
      for (const { label } of markRows(chart.marks)) expect(series).toContain(label);
    }
  });

  it("say in a sentence what they are, without a number that is none", async () => {
    for (const { chart } of await chartsOf(kind)) {
      const sentence = kindOf(chart).sentence(chart);
      expect(sentence).toContain(chart.title);
      expect(sentence.length).toBeGreaterThan(chart.title.length + 10);
      expect(sentence).not.toMatch(/NaN|undefined|Infinity/);
    }
  });

  it.each([320, 1440])("are drawn at %i px in every theme, at any moment, and inside the picture", async (width) => {
    for (const chart of (await sampleOf(kind)).charts as readonly Chart[]) {
      const { Draw, Key } = await kindOf(chart).load();
      for (const theme of themes)
        for (const moment of [partly(chart), Number.POSITIVE_INFINITY])
          for (const band of ["narrow", "wide"] as const) {
            const shown = chartAt(chart, moment);
            const label = kindOf(shown).sentence(shown);
            const place = { width, theme, band, moment, pinned: [], ticksBelow: true, named: true };
            const markup = renderToStaticMarkup(
              createElement(() => Draw({ chart, shown, label, uprights: uprightsOf(chart), ...place })),
            );
            expect(markup).toContain('role="img"');
            expect(markup).not.toMatch(/NaN|undefined|Infinity/);
            for (const x of placesIn(markup)) {
              expect(x).toBeGreaterThanOrEqual(-1);
              expect(x).toBeLessThanOrEqual(width + 1);
            }
            const key = Key && renderToStaticMarkup(createElement(() => Key({ chart, frame: chartFrame(place) })));
            expect(key ?? "").not.toMatch(/NaN|undefined|Infinity/);
          }
    }
  });

  it("stand on held axes as on their own, where those are what is held", async () => {
    for (const { chart } of await chartsOf(kind)) {
      const range = rangeOf(chart);
      if (!range) continue;
      const wider = { y: [range.y[0], range.y[1] + 1] as const, ...(range.x && { x: range.x }) };
      expect(rangeOf(onHeldAxes(chart, range, range))).toEqual(range);
      if (kind !== "intervals" && kind !== "ranked")
        expect(rangeOf(onHeldAxes(chart, range, wider))!.y[1]).toBe(range.y[1] + 1);
    }
  });

  it("say what lies beyond their axes, in table and picture, and nothing where all is in sight", async () => {
    for (const { chart } of await chartsOf(kind)) {
      const cut = onShortAxis(chart);
      // What has no axis to end cuts nothing.
      if (!cut) continue;
      const { beyond, load } = kindOf(chart);
      // Single points of a cloud may lie outside from the start.
      if (kind !== "scatter") expect(beyond?.(chart, [])).toBe("");
      const words = beyond?.(cut, []);
      expect(words).toMatch(/^The picture (of .+ )?(ends at|begins at) .*; the figures go (up|down) to|outside/);
      expect(words).not.toMatch(/NaN|undefined|Infinity/);
      expect(tablesOf(cut)[0]!.caption).toContain(words);
      const { Draw, Key } = await load();
      const place = { width: 700, theme: "light", band: "wide", moment: Number.POSITIVE_INFINITY } as const;
      const more = { pinned: [], ticksBelow: true, named: true, uprights: [], label: "" };
      const markup = (part: () => ReactNode) => renderToStaticMarkup(createElement(part));
      const drawn = (one: Chart) =>
        markup(() => Draw({ chart: one, shown: one, ...more, ...place })) +
        (Key ? markup(() => Key({ chart: one, frame: chartFrame(place) })) : "");
      // Rows that lie on x end in an arrow's head.
      const arrows = (one: Chart) =>
        drawn(one).match(/d="M[\d.]+,[\d.]+L[\d.]+,[\d.]+L[\d.]+,[\d.]+" fill="none"/g) ?? [];
      if (kind === "intervals" || kind === "ranked") {
        expect(arrows(chart)).toEqual([]);
        expect(arrows(cut).length).toBeGreaterThan(0);
      } else expect(drawn(cut)).toMatch(/[↑↓] −?[\d,.]+|outside/);
    }
  });
});

describe("the list of kinds", () => {
  it("is the only place that asks a chart for its kind", () => {
    const quoted = names.join("|");
    const asks = new RegExp(`\\bkind [!=]== "(${quoted})"|switch \\(\\w+\\.kind\\)`);
    const files = readdirSync("simulations/ui", { recursive: true, encoding: "utf8" }).filter((file) =>
      /\.tsx?$/.test(file),
    );
    expect(files.length).toBeGreaterThan(80);
    expect(files.filter((file) => asks.test(readFileSync(`simulations/ui/${file}`, "utf8")))).toEqual([]);
  });
});
