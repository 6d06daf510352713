import { describe, expect, it } from "vitest";
import { wholeMoment } from "@/simulations/ui/chart/at-moment";
import { chartFrame } from "@/simulations/ui/chart/frame";
import { lineChartAt } from "@/simulations/ui/chart/kinds/lines/at-moment";
import { endLabels, ghostLabels } from "@/simulations/ui/chart/kinds/lines/end-labels";
import { lineFigure } from "@/simulations/ui/chart/kinds/lines/figure";
import { markerPositions } from "@/simulations/ui/chart/kinds/lines/markers";
import { scatterFigure } from "@/simulations/ui/chart/kinds/scatter/figure";
import { stripChartAt } from "@/simulations/ui/chart/kinds/strips/at-moment";
import { tablesOf } from "@/simulations/ui/chart/table";
import { themes, tokens } from "@/simulations/ui/design/tokens";
import { drawRole } from "@/simulations/ui/ink/roles";
import { lines, scatter, strips } from "./sample-charts";

interface Trace {
  readonly type: string;
  readonly mode?: string;
  readonly x: number[];
  readonly y: number[];
  readonly fill?: string;
  readonly name?: string;
  readonly line?: { color: string; width: number; dash?: string };
  readonly text?: string[];
  readonly marker?: { symbol: (string | number)[] };
}

const options = { theme: "light", band: "wide", width: 1036 } as const;
const traces = (figure: { data: unknown[] }) => figure.data as Trace[];

describe("a line chart as Plotly draws it", () => {
  it("has bands below one casing of all lines, below the lines, below one trace of all markers", () => {
    const data = traces(lineFigure(lines, options));
    const kinds = data.map((trace) =>
      trace.fill ? "band" : trace.mode === "markers" ? "markers" : trace.name ? "line" : "casing",
    );
    expect(kinds).toEqual(["band", "band", "band", "casing", "line", "line", "line", "markers"]);
    const casing = data[3]!;
    const drawn = data.slice(4, 7);
    expect(casing.line?.color).toBe(tokens.light["--surface"]);
    for (const line of drawn) expect((casing.line!.width - line.line!.width) / 2).toBeGreaterThanOrEqual(1.5 - 1e-9);
    // Window and weighted run in each other's band, the line far above in no other's: there a casing would hide its own band.
    const [never, ...close] = drawn;
    expect(casing.y.filter(Number.isFinite)).toEqual(close.flatMap(({ y }) => y.filter(Number.isFinite)));
    expect(never!.y.some((y) => casing.y.includes(y))).toBe(false);
  });

  it("draws points that stand apart as a marker each, without a line, pinned too", () => {
    const [first, ...rest] = lines.series;
    const points = { ...lines, series: [{ ...first!, apart: true }, ...rest] };
    const own = (trace: Trace) => trace.name === first!.label;
    const data = traces(lineFigure(points, options));
    expect(data.find(own)!.line!.width).toBe(0);
    const markers = (of: Trace[]) => of.at(-1)!.x.length;
    const before = markerPositions(first!.y, drawRole(first!.role, "light").stagger).length;
    expect(markers(data) - markers(traces(lineFigure(lines, options)))).toBe(first!.x.length - before);
    const pinned = traces(lineFigure(lines, { ...options, pinned: [points] }));
    // Beside the trace of all markers, one for the points of the pinned run.
    expect(pinned.filter(({ mode }) => mode === "markers")).toHaveLength(2);
  });

  it("has no casing where no line crosses another's band", () => {
    const alone = { ...lines, series: lines.series.slice(0, 2) };
    const kinds = traces(lineFigure(alone, options)).filter(
      ({ name, fill, mode }) => !name && !fill && mode === "lines",
    );
    expect(kinds).toHaveLength(0);
  });

  it("marks each line with its role's own symbol, at places of its own", () => {
    const { x, y, marker } = traces(lineFigure(lines, options)).at(-1)!;
    expect(marker?.symbol).toHaveLength(x.length);
    expect(new Set(marker?.symbol).size).toBe(3);
    const onLine = (at: number) => lines.series.some((one) => one.y[one.x.indexOf(x[at]!)] === y[at]);
    expect(x.every((_, at) => onLine(at))).toBe(true);
  });

  it("draws every figure of the model and says it with its band", () => {
    const line = traces(lineFigure(lines, options)).find((trace) => trace.name === "window")!;
    expect(line.y).toEqual(lines.series[1]!.y);
    expect(line.text?.[5]).toBe("<b>21.5</b> (19.5 to 23.5)");
  });

  it("gives each role its colour and dash in every theme", () => {
    for (const theme of themes) {
      const found = traces(lineFigure(lines, { ...options, theme })).filter((trace) => trace.name);
      expect(found.map((trace) => trace.line?.color)).toEqual([
        tokens[theme]["--grey"],
        tokens[theme]["--green"],
        tokens[theme]["--amber"],
      ]);
      expect(new Set(found.map((trace) => trace.line?.dash)).size).toBe(3);
    }
  });

  it("ends lines at the moment shown without moving the axes", () => {
    const whole = lineFigure(lines, options);
    const cut = lineFigure(lines, { ...options, moment: 3 });
    expect(traces(cut).find((trace) => trace.name === "never")!.x).toEqual([0, 1, 2, 3]);
    expect(cut.y.range).toEqual(whole.y.range);
    expect(cut.x.range).toEqual(whole.x.range);
  });

  it("draws a pinned run pale: no band, no marker, and the axis holds it too", () => {
    const pinned = { ...lines, series: lines.series.map((one) => ({ ...one, y: one.y.map((y) => y * 3) })) };
    const plain = lineFigure(lines, options);
    const compared = lineFigure(lines, { ...options, pinned: [pinned] });
    expect(compared.data.length - plain.data.length).toBe(2 * lines.series.length);
    expect(compared.y.range[1]).toBeGreaterThanOrEqual(122);
  });

  it("leaves a gap where there is no figure, in line and band", () => {
    const gap = (values: readonly number[]) => values.map((y, i) => (i === 4 ? Number.NaN : y));
    const one = lines.series[0]!;
    const broken = { ...lines, series: [{ ...one, y: gap(one.y), low: gap(one.low!), high: gap(one.high!) }] };
    expect(traces(lineFigure(broken, options)).filter((trace) => trace.fill).length).toBe(2);
  });

  it("is empty but has its axes, fields and change before the first run", () => {
    const figure = lineFigure(
      { ...lines, series: [], marks: lines.marks!.filter(({ kind }) => kind !== "level") },
      options,
    );
    expect(figure.data).toEqual([]);
    expect(figure.x.ticks).toEqual([0, 4, 8]);
    expect(figure.layout.shapes?.some((shape) => shape.type === "rect")).toBe(true);
  });

  it("keeps room for the names of changes only where they are named", () => {
    expect(lineFigure(lines, options).frame.top).toBe(30);
    expect(lineFigure(lines, { ...options, named: false }).frame.top).toBe(10);
    expect(lineFigure({ ...lines, marks: [] }, options).frame.top).toBe(10);
  });

  it("never asks Plotly for dragging, zooming or a mode bar", () => {
    const { layout, config } = lineFigure(lines, options);
    expect(layout.dragmode).toBe(false);
    expect(layout.xaxis?.fixedrange).toBe(true);
    expect(config.displayModeBar).toBe(false);
  });
});

describe("the labels at the ends of lines", () => {
  it("stand 1.5 em apart or more, carry the rounded end figure and stay inside the chart", () => {
    const figure = lineFigure(lines, options);
    const labels = endLabels(lines, figure);
    expect(labels.map(({ name, value }) => [name, value])).toEqual([
      ["never", "40.8"],
      ["window", "21.8"],
      ["weighted", "21.3"],
    ]);
    const heights = labels.map((label) => label.labelY).sort((a, b) => a - b);
    for (let i = 1; i < heights.length; i++) expect(heights[i]! - heights[i - 1]!).toBeGreaterThanOrEqual(19.5 - 1e-9);
    for (const label of labels) expect(label.labelX).toBeLessThan(figure.frame.width);
  });

  it("move with the moment", () => {
    const figure = lineFigure(lines, { ...options, moment: 2 });
    const [label] = endLabels(lineChartAt(lines, 2), figure);
    expect(label!.value).toBe("40.2");
    expect(label!.x).toBeCloseTo(44 + ((2 + 1.5) / 10) * (1036 - 44 - 188), 6);
  });
});

describe("the room of a chart", () => {
  it("has the margins of the design by width, so that charts, strips and scrubber share their edges", () => {
    const margins = (width: number, band: "wide" | "middle" | "narrow") => {
      const { left, right, direct } = chartFrame({ width, theme: "light", band });
      return [left, right, direct];
    };
    expect(margins(1036, "wide")).toEqual([44, 188, true]);
    expect(margins(657, "middle")).toEqual([44, 176, true]);
    expect(margins(328, "narrow")).toEqual([30, 12, false]);
  });

  it("has larger type the wider the screen it is presented on, and never smaller than unpresented", () => {
    const bands = ["narrow", "middle", "wide", "huge"] as const;
    for (const size of ["labelSize", "tickSize"] as const) {
      const sizes = bands.map((band) => chartFrame({ width: 700, theme: "projector", band })[size]);
      const plain = bands.map((band) => chartFrame({ width: 700, theme: "light", band })[size]);
      expect(sizes[0]).toBe(plain[0]);
      for (let i = 1; i < bands.length; i++) {
        expect(sizes[i]).toBeGreaterThan(sizes[i - 1]!);
        expect(sizes[i]).toBeGreaterThan(plain[i]!);
      }
    }
  });
});

describe("a pinned run", () => {
  const shifted = (by: number) => ({
    ...lines,
    series: lines.series.map((one) => ({ ...one, y: one.y.map((y) => y + by) })),
  });

  it("is named over the end of its lines, by number where there are several, and no two names touch", () => {
    const charts = [shifted(6), shifted(12)];
    const figure = lineFigure(lines, { ...options, pinned: charts });
    expect(new Set(ghostLabels(charts.slice(0, 1), figure).map(({ text }) => text))).toEqual(new Set(["pinned"]));
    const both = ghostLabels(charts, figure);
    expect(new Set(both.map(({ text }) => text))).toEqual(new Set(["pinned 1", "pinned 2"]));
    const heights = both.map(({ y }) => y).sort((a, b) => a - b);
    for (let i = 1; i < heights.length; i++) expect(heights[i]! - heights[i - 1]!).toBeGreaterThan(12);
  });
});

describe("bars over the time axis", () => {
  it("end at the moment shown, as lines do, in the picture and in the table", () => {
    const all = strips.rows.flatMap(({ x }) => x).sort((a, b) => a - b);
    const moment = all[Math.floor(all.length / 2) - 1]!;
    expect(moment).toBeLessThan(all.at(-1)!);
    expect(Math.max(...stripChartAt(strips, moment).rows.flatMap(({ x }) => x))).toBe(moment);
    expect(stripChartAt(strips, 1000)).toEqual(strips);
    const [table] = tablesOf(strips, moment);
    expect(table!.rows.every(([x]) => Number(x) <= moment)).toBe(true);
    expect(table!.rows.length).toBeGreaterThan(0);
  });
});

describe("markers", () => {
  it("stand on every fourth point from the role's own offset, and at the end", () => {
    expect(markerPositions(new Array(12).fill(1), 0)).toEqual([0, 4, 8, 11]);
    expect(markerPositions(new Array(12).fill(1), 2)).toEqual([2, 6, 11]);
    expect(markerPositions([Number.NaN, Number.NaN], 0)).toEqual([]);
  });
});

describe("moments", () => {
  it("are whole ones when playing stops between two", () => {
    const moments = { min: 0, max: 23, step: 1 };
    expect([0.5, 3, 22.99999, 99, -4].map((moment) => wholeMoment(moment, moments))).toEqual([0, 3, 22, 23, 0]);
  });
});

describe("a scatter chart as Plotly draws it", () => {
  it("has the surface, its level at a half, the points and the fitted line", () => {
    const data = traces(scatterFigure(scatter, { ...options, width: 480 }));
    expect(data.map((trace) => trace.type)).toEqual(["heatmap", "contour", "scatter", "scatter", "scatter"]);
    expect(data.at(-1)!.y).toEqual([5, 95]);
  });
});
