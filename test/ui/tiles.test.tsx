/** Tiles where the place decides the height: all of them on a phone's screen, each with its state. */
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Draw } from "@/simulations/ui/chart/kinds/tiles/draw";
import type { TileChart } from "@/simulations/ui/chart/kinds/tiles/model";

const chart: TileChart = {
  kind: "tiles",
  id: "t",
  title: "Today",
  help: "",
  unit: "",
  digits: 0,
  xLabel: "hour",
  tiles: Array.from({ length: 9 }, (_, i) => ({
    id: String(i),
    label: `Repeated searches ${i}`,
    short: `Repeats ${i}`,
    value: 12 + i,
    unit: "% of capacity",
    digits: 0,
    state: i === 4 ? "alarm" : "ok",
    note: "2.1 SD above usual",
  })),
};

function draw(width: number, plot: number | undefined) {
  const given = { chart, shown: chart, label: "t", width, theme: "light", band: "narrow", moment: 0, plot } as const;
  const drawn = renderToStaticMarkup(<Draw {...given} pinned={[]} uprights={[]} ticksBelow named />);
  return { drawn, height: Number(/height="([\d.]+)"/.exec(drawn)![1]) };
}

it("tiles in little room are short, and keep name, value and state", () => {
  const { drawn, height } = draw(328, 140);
  expect(height).toBeLessThan(200);
  for (let i = 0; i < 9; i++) {
    expect(drawn).toContain(`Repeats ${i}<`);
    expect(drawn).toContain(`>${12 + i}<`);
  }
  expect(drawn).not.toContain("SD above");
  // An alarm is an edge twice as strong, and a sign of its own.
  expect(drawn.match(/<rect[^>]*stroke-width="2"/g)).toHaveLength(1);
});

it("tiles with room say why", () => {
  const { drawn } = draw(900, 400);
  expect(drawn.match(/SD above/g)).toHaveLength(9);
  expect(drawn).toContain("Repeated searches 8");
});
