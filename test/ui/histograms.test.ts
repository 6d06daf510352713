/** Two histograms and a threshold: outlines, labels that give way, and what is told without a picture. */
import { describe, expect, it } from "vitest";
import { barPath, placePair, shownTicks } from "@/simulations/ui/chart/kinds/histograms/geometry";
import type { HistogramChart } from "@/simulations/ui/chart/kinds/histograms/model";
import { inWords } from "@/simulations/ui/chart/kinds/histograms/table";
import { tablesOf } from "@/simulations/ui/chart/table";

const chart: HistogramChart = {
  kind: "histograms",
  id: "scores",
  title: "Scores",
  help: "",
  unit: "share of each class",
  digits: 3,
  x: { label: "probability", min: 0.1, max: 0.9, logit: true },
  y: { max: 0.6 },
  edges: [0.1, 0.5, 0.9],
  split: 0.5,
  splitText: "threshold 0.5",
  groups: [
    {
      id: "negatives",
      label: "genuine payments",
      filling: "plain",
      shares: [0.95, 0.05],
      below: { label: "genuine, left alone (TN)", short: "TN: 1", count: 95 },
      above: { label: "false alarms (FP)", short: "FP: 1", count: 5 },
    },
    {
      id: "positives",
      label: "frauds",
      filling: "hatched",
      shares: [0.5, 0.5],
      below: { label: "frauds missed (FN)", short: "FN: 1", count: 2 },
      above: { label: "frauds caught (TP)", short: "TP: 1", count: 2 },
    },
  ],
};

describe("two histograms", () => {
  it("say every area in words, with its count", () => {
    expect(inWords(chart)).toContain(
      "At threshold 0.5: 95 genuine, left alone (TN), 5 false alarms (FP), 2 frauds missed (FN), 2 frauds caught (TP).",
    );
  });

  it("have a table of bins and one of areas", () => {
    const [bins, areas] = tablesOf(chart);
    expect(bins!.rows).toEqual([
      [0.1, 0.5, 0.95, 0.5],
      [0.5, 0.9, 0.05, 0.5],
    ]);
    expect(areas!.rows).toContainEqual(["false alarms (FP)", 5, 0.05]);
    expect(areas!.rows.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(104);
  });

  it("are outlined from the axis over all bars and back", () => {
    expect(barPath([40, 80], [0, 10, 20], 100)).toBe("M0.0,100V40.0H10.0V80.0H20.0V100Z");
  });
});

describe("labels on both sides of a threshold", () => {
  const request = { before: 100, after: 80, gap: 20, left: 0, right: 400 };
  it("stand beside it where there is room", () => {
    expect(placePair({ ...request, at: 200 })).toEqual([180, 220]);
  });
  it("move inwards together at an edge", () => {
    expect(placePair({ ...request, at: 5 })).toEqual([100, 140]);
    expect(placePair({ ...request, at: 395 })).toEqual([280, 320]);
  });
  it("give way altogether where there is no room for both", () => {
    expect(placePair({ ...request, at: 100, right: 200 })).toBeUndefined();
  });
  it("leaves out ticks whose text would touch the one before", () => {
    const shown = shownTicks([0.1, 0.2, 0.3, 0.9], (value) => value * 100, 12);
    expect(shown.map(({ text }) => text)).toEqual(["0.1", "0.9"]);
  });
});
