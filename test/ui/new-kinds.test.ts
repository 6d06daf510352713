/** What the drawings of waveform, spectrogram, event lanes and small multiples are made of: nothing is lost, nothing covers another. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleOf } from "@/simulations/gallery";
import { placeNames } from "@/simulations/ui/chart/kinds/events/names";
import { columnsOf, panelGrid, roomOf } from "@/simulations/ui/chart/kinds/multiples/grid";
import { panelAxis } from "@/simulations/ui/chart/kinds/multiples/panel-axis";
import { cellsByShade, opacityOf, shadeCount, shadeOf } from "@/simulations/ui/chart/kinds/spectrogram/shades";
import { envelopeOf } from "@/simulations/ui/chart/kinds/waveform/envelope";
import { bandPath, linePath } from "@/simulations/ui/chart/paths";

const finite = (options: { min: number; max: number }) => fc.double({ ...options, noNaN: true });

describe("the envelope of a waveform", () => {
  it("holds every sample, in as many stretches as asked for or as there are samples", () => {
    fc.assert(
      fc.property(
        fc.array(finite({ min: -1, max: 1 }), { minLength: 1, maxLength: 300 }),
        fc.integer({ min: 1, max: 80 }),
        (samples, most) => {
          const { x, step, low, high } = envelopeOf({ samples, start: 2, rate: 100 }, most);
          expect(x).toHaveLength(Math.min(most, samples.length));
          expect(Math.max(...high)).toBe(Math.max(...samples));
          expect(Math.min(...low)).toBe(Math.min(...samples));
          samples.forEach((value, i) => {
            const stretch = Math.min(x.length - 1, Math.floor((i / samples.length) * x.length + 1e-9));
            expect(value).toBeGreaterThanOrEqual(low[stretch]!);
            expect(value).toBeLessThanOrEqual(high[stretch]!);
          });
          expect(x.at(-1)! + step).toBeCloseTo(2 + samples.length / 100, 9);
        },
      ),
    );
  });

  it("of no samples is empty", () => {
    expect(envelopeOf({ samples: [], start: 0, rate: 10 }, 50)).toEqual({ x: [], step: 0, low: [], high: [] });
  });
});

describe("the tones of a spectrogram", () => {
  const shades = { min: -60, max: -10, unit: "dB" };

  it("grow darker with the value, from the surface to full ink", () => {
    const tones = Array.from({ length: 90 }, (_, i) => shadeOf(-80 + i, shades));
    expect(tones[0]).toBe(0);
    expect(tones.at(-1)).toBe(shadeCount - 1);
    expect(tones.every((tone, i) => i === 0 || tone >= tones[i - 1]!)).toBe(true);
    expect(new Set(tones).size).toBe(shadeCount);
    expect([opacityOf(0), opacityOf(shadeCount - 1)]).toEqual([0, 1]);
    expect(shadeOf(Number.NaN, shades)).toBe(0);
  });

  it("cover every cell once, each in its own tone", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(finite({ min: -90, max: 10 }), { minLength: 3, maxLength: 3 }), { maxLength: 20 }),
        (values) => {
          const bands = [1, 2, 3].map((to) => ({ from: to - 1, to }));
          const seen = cellsByShade({ values, bands, shades }).flatMap((cells, shade) =>
            cells.flatMap(({ frame, band, length }) =>
              Array.from({ length }, (_, i) => {
                expect(shadeOf(values[frame + i]![band]!, shades)).toBe(shade);
                return `${frame + i}/${band}`;
              }),
            ),
          );
          expect(seen).toHaveLength(values.length * 3);
          expect(new Set(seen).size).toBe(seen.length);
        },
      ),
    );
  });
});

describe("the names of events in a lane", () => {
  it("stand in or after their own bar, before the next one, and never over each other", () => {
    const lane = fc.array(
      fc.tuple(finite({ min: 0, max: 90 }), finite({ min: 0, max: 90 }), finite({ min: 5, max: 90 })),
      {
        minLength: 1,
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(lane, (given) => {
        let free = 0;
        const events = given.map(([gap, long, width]) => {
          const from = free + gap;
          free = from + long;
          return { from, to: free, width };
        });
        const right = free + 40;
        const names = placeNames(events, 8, right);
        let taken = Number.NEGATIVE_INFINITY;
        names.forEach((start, i) => {
          if (start === undefined) return;
          const { from, width } = events[i]!;
          expect(start).toBeGreaterThan(from);
          expect(start).toBeGreaterThanOrEqual(taken);
          expect(start + width).toBeLessThanOrEqual(right);
          taken = start + width;
          const next = events[i + 1];
          if (next) expect(taken).toBeLessThanOrEqual(next.from);
        });
      }),
    );
  });

  it("are all there where there is room", () => {
    const events = [0, 200, 400].map((from) => ({ from, to: from + 20, width: 60 }));
    expect(placeNames(events, 8, 600).every((start) => start !== undefined)).toBe(true);
  });
});

describe("small multiples", () => {
  it.each([280, 360, 900, 1600])("stand side by side within %i px, in rows as equally filled as can be", (width) => {
    for (let count = 1; count <= 12; count++) {
      const places = panelGrid(count, width, 100, columnsOf(count, width, 1));
      expect(places).toHaveLength(count);
      for (const { left, width: wide } of places) expect(left + wide).toBeLessThanOrEqual(width + 1e-9);
      const rows = [...new Set(places.map(({ top }) => top))].map((top) => places.filter((place) => place.top === top));
      const columns = Math.max(...rows.map((row) => row.length));
      expect(columns * (rows.length - 1)).toBeLessThan(count);
      expect(places.filter(({ lowest }) => lowest)).toHaveLength(columns);
      if (columns > 1) expect(places[0]!.width).toBeGreaterThanOrEqual(190 - 1e-9);
    }
  });
});

describe("room for small multiples", () => {
  it("is what they like where nothing limits it, and three in a row without ticks where little is given", () => {
    expect(roomOf(9, 700, 113, 1)).toEqual({ columns: 3, row: 113, small: false });
    expect(roomOf(9, 700, 113, 1, 285)).toEqual({ columns: 3, row: 95, small: false });
    expect(roomOf(9, 330, 113, 1, 165)).toEqual({ columns: 3, row: 55, small: true });
    expect(roomOf(2, 330, 113, 1, 165)).toEqual({ columns: 1, row: 82.5, small: false });
  });
});

describe("the axis of a small multiple", () => {
  it("says each tick exactly, with more digits than the values where it needs them", async () => {
    const [chart] = (await sampleOf("multiples")).charts;
    if (chart?.kind !== "multiples") throw new Error("the sample of multiples is one");
    for (const y of [
      { min: -0.25, max: 0.5 },
      { min: 2.5, max: 7.5 },
      { min: 0.6, max: 0.64 },
    ]) {
      const { ticks, texts } = panelAxis(chart, { ...chart.panels[0]!, digits: 0, y });
      expect(texts.map((text) => Number(text.replace("−", "-")))).toEqual(ticks);
    }
  });
});

describe("paths", () => {
  it("leave a gap where there is no figure", () => {
    expect(linePath([0, 1, 2, 3], [5, Number.NaN, 7, 8])).toBe("M0,5M2,7L3,8");
    expect(bandPath([0, 1, 2, 3], [1, 1, Number.NaN, 1], [2, 2, 2, 2])).toBe("M0,2L1,2L1,1L0,1Z");
  });
});
