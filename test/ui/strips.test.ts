/** Rows of bars: what lies over what. */
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Draw } from "@/simulations/ui/chart/kinds/strips/draw";
import { strips } from "./sample-charts";

/** The lowest edge of a bar, and the line of x under all rows. */
function edges(handled: boolean, plot: number | undefined) {
  const chart = handled ? { ...strips, handle: { knob: "onset", label: "Month of the change" } } : strips;
  const props = { chart, shown: chart, label: "", width: 340, theme: "light", band: "narrow", moment: 8 } as const;
  const more = { pinned: [], uprights: [], ticksBelow: true, named: false, plot };
  const markup = renderToStaticMarkup(createElement(Draw, { ...props, ...more }));
  const bars = [...markup.matchAll(/<rect [^>]*y="([\d.]+)"[^>]*height="([\d.]+)"/g)];
  expect(bars).toHaveLength(3);
  const base = Number(
    /<line x1="[\d.]+" x2="[\d.]+" y1="([\d.]+)" y2="[\d.]+"[^>]*stroke-width="1"><\/line><text[^>]*text-anchor/.exec(
      markup,
    )?.[1],
  );
  return { foot: Math.max(...bars.map(([, y, height]) => Number(y) + Number(height))), base };
}

it("the grip of a handle, 24 px above the foot of the chart, hides no bar of the last row, however low the chart is", () => {
  for (const plot of [undefined, 40, 110, 300]) {
    const { foot, base } = edges(true, plot);
    expect(base - foot).toBeGreaterThanOrEqual(24);
  }
  const { foot, base } = edges(false, 40);
  expect(base - foot).toBeLessThan(24);
});
