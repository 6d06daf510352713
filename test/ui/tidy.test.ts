import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { settingsText, type TidyRow, tidyColumns, tidyCsv, tidyRows } from "@/simulations/ui/chart/tidy";
import { fileNameOf } from "@/simulations/ui/shell/download";
import { bars, intervals, lines, scatter, strips } from "./sample-charts";

/** A plain reader of CSV with quotes, for the round trip. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = "";
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (quoted) {
      if (c === '"' && text[i + 1] === '"') {
        cell += '"';
        i++;
      } else if (c === '"') quoted = false;
      else cell += c;
    } else if (c === '"') quoted = true;
    else if (c === ",") {
      rows.at(-1)!.push(cell);
      cell = "";
    } else if (c === "\r" && text[i + 1] === "\n") {
      rows.at(-1)!.push(cell);
      cell = "";
      rows.push([]);
      i++;
    } else cell += c;
  }
  return rows;
}

const row = (fields: Partial<TidyRow>): TidyRow => ({ chart: "c", series: "s", unit: "u", ...fields });

describe("the tidy table", () => {
  it("has one row a figure, in the same columns for every kind of chart", () => {
    const charts = [lines, strips, intervals, scatter, bars];
    const csv = readCsv(tidyCsv([{ settings: "seed=7", rows: tidyRows(charts) }])).slice(0, -1);
    expect(csv[0]).toEqual([...tidyColumns]);
    expect(new Set(csv.map((cells) => cells.length))).toEqual(new Set([tidyColumns.length]));
    expect(new Set(csv.slice(1).map(([chart]) => chart))).toEqual(new Set(charts.map(({ title }) => title)));
    expect(csv.slice(1).every((cells) => cells.at(-1) === "seed=7")).toBe(true);
  });

  it("keeps full precision, and counts replicas from 1", () => {
    const third = 1 / 3;
    const one = { ...lines.series[0]!, x: [0], y: [third], low: [0.1 + 0.2], high: [1], replicas: [[third], [0.5]] };
    const rows = tidyRows([{ ...lines, series: [one], marks: [] }]);
    expect(rows.map(({ value, low, replica }) => [value, low, replica])).toEqual([
      [third, 0.1 + 0.2, undefined],
      [third, undefined, 1],
      [0.5, undefined, 2],
    ]);
  });

  it("ends lines over time at the moment shown", () => {
    const rows = tidyRows([{ ...lines, marks: [] }], 3);
    expect(Math.max(...rows.map(({ x }) => x!))).toBe(3);
  });

  it("has numbers only, or nothing, in its columns of numbers", () => {
    const csv = tidyCsv([{ settings: "", rows: [row({ x: 1, value: Number.NaN }), row({ value: -0.5, low: 1e-7 })] }]);
    for (const cells of readCsv(csv).slice(1, -1))
      for (const cell of cells.slice(2, 7)) expect(Number.isFinite(Number(cell))).toBe(true);
  });

  it("reads back whatever stands in a name, and no spreadsheet runs it as a formula", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (name) => {
        const series = readCsv(tidyCsv([{ settings: "s", rows: [row({ series: name })] }]))[1]![1]!;
        expect(series === name || series === `'${name}`).toBe(true);
        expect(series).not.toMatch(/^[=+\-@\t]/);
      }),
    );
  });

  it("is named by the settings and the moment it is of", () => {
    const name = (strength: number, moment?: number) =>
      fileNameOf("retraining", { values: { seed: 7, strength } }, moment);
    expect(name(2)).toMatch(/^retraining-seed-7-\w{7}$/);
    expect(name(2)).toBe(name(2));
    expect(new Set([name(2), name(3), name(2, 5), name(2, 6)]).size).toBe(4);
    expect(settingsText({ world: "houses", seed: 7 })).toBe("world=houses seed=7");
  });
});

describe("the command line's CSV", () => {
  it("has the same columns, and rows that no division into chunks changes the meaning of", () => {
    const text = spawnSync(
      process.execPath,
      ["node_modules/tsx/dist/cli.mjs", "simulations/command-line.ts", "skew", "--replicas", "10", "--format", "csv"],
      { encoding: "utf8", maxBuffer: 1e8 },
    ).stdout;
    const [head, ...rows] = readCsv(text).slice(0, -1);
    expect(head).toEqual([...tidyColumns]);
    expect(rows.length).toBeGreaterThan(50);
    expect(rows.every((cells) => cells.length === tidyColumns.length)).toBe(true);
    for (const cells of rows)
      for (const cell of cells.slice(2, 7)) expect(cell === "" || !Number.isNaN(Number(cell))).toBe(true);
    // One figure a place: chart, series, x and replica name a row.
    const places = rows.map(([chart, series, x, , , , replica]) => [chart, series, x, replica].join("|"));
    expect(places.length - new Set(places).size).toBe(0);
  }, 60_000);
});
