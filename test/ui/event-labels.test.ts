/** Names of single marks: finite places, and none over another. */
import { describe, expect, it } from "vitest";
import { lineFigure } from "@/simulations/ui/chart/kinds/lines/figure";
import { eventLabels } from "@/simulations/ui/chart/marks/event-labels";
import type { EventMark, LineChart } from "@/simulations/ui/chart/model";
import { estimateWidth } from "@/simulations/ui/ink/format";

const chart = (events: readonly EventMark[]): LineChart => ({
  kind: "lines",
  id: "cost",
  title: "Cost",
  help: "",
  unit: "",
  digits: 1,
  x: { label: "threshold", min: 0.001, max: 1, log: true },
  y: { min: 0, max: 10 },
  series: [],
  marks: events,
  timeline: false,
});

type Event = Omit<EventMark, "kind">;

function placed(given: readonly Event[], width = 340) {
  const events = given.map((one): EventMark => ({ kind: "event", ...one }));
  return eventLabels(events, lineFigure(chart(events), { theme: "light", band: "narrow", width }));
}

describe("marks", () => {
  it("stand at the edge when they lie beyond the axis, also at a threshold of 0 on a logarithmic one", () => {
    for (const x of [0, -3, 7]) {
      const [mark] = placed([{ x, y: 40, role: "alarm", label: "cheapest" }]);
      expect(mark!.x).toBeGreaterThanOrEqual(30);
      expect(mark!.x).toBeLessThanOrEqual(340);
      expect(mark!.y).toBeGreaterThanOrEqual(0);
    }
  });

  it("are left out when they have no height", () => {
    expect(placed([{ x: 0.1, y: Number.NaN, role: "alarm", label: "cheapest" }])).toEqual([]);
  });

  it.each([320, 340, 700, 1100])("do not print names over each other at %i px", (width) => {
    for (const x of [0.001, 0.01, 0.3, 0.58, 0.6, 0.9, 1])
      for (const other of [0.001, 0.59, 0.6, 1]) {
        const marks = placed(
          [
            { x, y: 3, role: "alarm", label: "cheapest 0.588" },
            { x: other, y: 3.2, role: "you", label: "0.59" },
          ],
          width,
        );
        const boxes = marks.flatMap(({ label, event }) => {
          if (!label) return [];
          const long = estimateWidth(event.label, 12, 600);
          const left = label.anchor === "start" ? label.x : label.x - long;
          return [{ left, right: left + long, y: label.y }];
        });
        expect(boxes.length).toBeGreaterThan(0);
        for (const { left, right } of boxes) {
          expect(left).toBeGreaterThanOrEqual(0);
          // Where names of lines stand beside the plot, those of marks end before it.
          expect(right).toBeLessThanOrEqual(width >= 560 ? width - 176 : width);
        }
        const [a, b] = boxes;
        if (a && b) expect(a.right < b.left || b.right < a.left || Math.abs(a.y - b.y) > 12).toBe(true);
      }
  });
});
