import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Draw } from "@/simulations/ui/chart/kinds/ranked/draw";
import type { RankedChart } from "@/simulations/ui/chart/kinds/ranked/model";

const chart = (text: string): RankedChart => ({
  kind: "ranked",
  id: "r",
  title: "Ranked",
  help: "",
  unit: "",
  digits: 0,
  x: { label: "days", max: 40 },
  items: ["Stale model", "Training–serving skew"].map((label, i) => ({
    id: label,
    label,
    value: 30 - i,
    demand: { text, met: true },
  })),
});

/** Where each text stands, by what it says. */
function places(text: string, width: number) {
  const shown = chart(text);
  const given = { shown, chart: shown, label: "r", width, theme: "light", band: "narrow", moment: 0 } as const;
  const drawn = renderToStaticMarkup(<Draw {...given} pinned={[]} uprights={[]} ticksBelow named />);
  const height = Number(/height="([\d.]+)"/.exec(drawn)![1]);
  const at = (words: string) =>
    [...drawn.matchAll(/<text[^>]* y="([\d.]+)"[^>]*>([^<]*)</g)]
      .filter(([, , said]) => said === words)
      .map(([, y]) => Number(y));
  return { height, label: at("Stale model")[0]!, demands: at(text) };
}

it("puts a demand that has no room beside the name under its bar, inside the picture", () => {
  const short = places("met", 320);
  expect(short.demands[0]).toBeCloseTo(short.label, 6);
  const long = places("outcome monitoring 3 % and retraining 97 %", 320);
  expect(long.demands[0]!).toBeGreaterThan(long.label + 20);
  expect(long.demands).toHaveLength(2);
  for (const y of long.demands) expect(y).toBeLessThan(long.height);
});
