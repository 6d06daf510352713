import { counted, type Draws, type Sample } from "../../sample";
import type { State, Tile, TileChart } from "./model";

export function sample(draws: Draws): Sample<TileChart> {
  const hours = counted(24);
  const tile = (
    id: string,
    label: string,
    unit: string,
    digits: number,
    level: number,
    [warn, alarm]: [number, number],
  ): Tile => {
    const y = hours.map((hour) => level * (1 + hour / 40) + draws.normal(0, level / 12));
    const value = y.at(-1)!;
    const state: State = value > alarm ? "alarm" : value > warn ? "warning" : "ok";
    return { id, label, value, unit, digits, state, note: `limit ${alarm}`, recent: { x: hours, y } };
  };
  const tiles = [
    tile("latency", "Latency, p95", "ms", 0, 55, [90, 120]),
    tile("nulls", "Null answers", "%", 1, 2.6, [2, 3.5]),
    tile("memory", "Memory", "% used", 0, 48, [70, 85]),
    tile("length", "Input length", "s", 2, 1.8, [4, 5]),
  ];
  const chart: TileChart = {
    kind: "tiles",
    id: "tiles",
    title: "Now",
    help: "Each state has a word and a shape of its own. The small line is the last day.",
    unit: "",
    digits: 1,
    xLabel: "hour",
    tiles,
  };
  return { charts: [chart], rows: [tiles.length * (1 + hours.length)] };
}
