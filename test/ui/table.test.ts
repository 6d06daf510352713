import { describe, expect, it } from "vitest";
import { endValues } from "@/simulations/ui/chart/kinds/lines/end-labels";
import { cellTexts, tablesOf } from "@/simulations/ui/chart/table";
import { runAsJson } from "@/simulations/ui/shell/download";
import { bars, intervals, lines, scatter, strips } from "./sample-charts";

describe("charts as tables", () => {
  it("hold every figure that the chart draws: median, 10 % and 90 % at each x", () => {
    const [table] = tablesOf(lines);
    expect(table!.columns).toEqual(["months since release", "line", "median", "10 %", "90 %"]);
    expect(table!.rows).toHaveLength(3 * 9 + 4);
    expect(table!.rows[0]).toEqual([0, "never", 40, 38, 42]);
    expect(table!.rows.at(-1)).toEqual(["", "20: the noise", 20, "", ""]);
  });

  it("are headed by what a chart says of its lines and bands, where these are no medians and quantiles", () => {
    const columns = ["share of replicas", "95 % interval, from", "95 % interval, to"] as const;
    expect(tablesOf({ ...lines, columns })[0]!.columns.slice(2)).toEqual([...columns]);
  });

  it("end at the moment shown, as the lines do", () => {
    const [table] = tablesOf(lines, 3);
    expect(table!.rows.filter((row) => row[1] === "window").map((row) => row[0])).toEqual([0, 1, 2, 3]);
  });

  it("say the same figures as the labels", () => {
    const [table] = tablesOf(lines);
    for (const { name, value } of endValues(lines)) {
      const last = table!.rows.filter((row) => row[1] === name).at(-1)!;
      expect(Number(last[2]).toFixed(lines.digits)).toBe(value);
    }
  });

  it("name pinned runs as such", () => {
    const [table] = tablesOf(lines, undefined, [lines]);
    expect(table!.rows.filter((row) => String(row[1]).endsWith(", pinned"))).toHaveLength(27);
  });

  it("cover strips, intervals, points, lines and surfaces", () => {
    expect(tablesOf(strips)[0]!.rows[2]).toEqual([8, "Window", 0.123]);
    expect(tablesOf(intervals)[0]!.rows[0]).toEqual(["All data", 190, 216, 241]);
    const [points, surface] = tablesOf(scatter);
    expect(points!.rows).toHaveLength(4);
    expect(surface!.rows).toHaveLength(4);
  });

  it("list the bars of a histogram with their edges, then its marks", () => {
    const [table] = tablesOf(bars);
    expect(table!.columns).toEqual(["latency, ms, from", "to", "median", "10 %", "90 %"]);
    expect(table!.rows).toEqual([
      [1, 10, 25, 20, 30],
      [10, 100, 75, 70, 80],
      [34.5, "p50 35 ms", "", "", ""],
    ]);
  });

  it("show a figure that is missing as an empty cell", () => {
    const [table] = tablesOf({ ...lines, series: [{ ...lines.series[0]!, y: new Array(9).fill(Number.NaN) }] });
    expect(table!.rows[0]![2]).toBe("");
  });
});

describe("cells as they are read", () => {
  const texts = (rows: (string | number)[][]) => cellTexts({ columns: rows[0]!.map(String), rows });

  it("have equally many decimals in a column", () => {
    expect(
      texts([
        ["a", 0.5, 12],
        ["b", 0.25, 3],
        ["c", 1240, 4],
      ]),
    ).toEqual([
      ["a", "0.50", "12"],
      ["b", "0.25", "3"],
      ["c", "1,240.00", "4"],
    ]);
  });

  it("are whole beside a mark between two of them, which keeps its own decimals", () => {
    expect(
      texts([
        [3, "error", 20.5],
        [4, "error", 21],
        [3.5, "change", ""],
        ["", "limit", 40],
      ]),
    ).toEqual([
      ["3", "error", "20.5"],
      ["4", "error", "21.0"],
      ["3.5", "change", ""],
      ["", "limit", "40.0"],
    ]);
  });

  it("keep their own decimals where a column spans many powers of ten", () => {
    expect(
      texts([
        ["a", 0.000335, 1],
        ["b", 0.9, 2],
      ]).map(([, x]) => x),
    ).toEqual(["0.000335", "0.9"]);
  });

  it("are empty where a figure is missing", () => {
    expect(texts([["", 1.5, ""]])).toEqual([["", "1.5", ""]]);
  });
});

describe("the JSON file", () => {
  it("is what the command line prints: typed arrays as lists", () => {
    const frame = { moment: 1, replicas: { from: 0, to: 2 }, errors: new Float32Array([0.5, 1.5]) };
    const run = { values: { seed: 7 }, frames: [frame], replicasDone: 2, replicas: 2, elapsedMs: 1, complete: true };
    expect(JSON.parse(runAsJson("retraining", run, { best: "all" }))).toEqual({
      simulation: "retraining",
      values: { seed: 7 },
      seed: 7,
      frames: [{ moment: 1, replicas: { from: 0, to: 2 }, errors: [0.5, 1.5] }],
      summary: { best: "all" },
    });
  });
});
