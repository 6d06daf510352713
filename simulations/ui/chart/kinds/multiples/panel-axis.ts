/** The axis of values of one panel, taken from the whole run: it stands still while time goes by. Pure. */
import { digitsOfStep, formatNumber } from "../../../ink/format";
import { niceRange, niceTicks } from "../../scale";
import type { MultiplesChart, Panel } from "./model";

export interface PanelAxis {
  readonly range: readonly [number, number];
  readonly ticks: readonly number[];
  readonly texts: readonly string[];
}

export function panelAxis(chart: MultiplesChart, { y, series, levels = [], digits }: Panel): PanelAxis {
  const given = chart.y ?? y;
  const values = series.flatMap((one) => [...one.y, ...(one.low ?? []), ...(one.high ?? [])]);
  const range: [number, number] = given
    ? [given.min, given.max]
    : niceRange([...values, ...levels.map(({ at }) => at)], {});
  const ticks = [...new Set([range[0], ...niceTicks(range[0], range[1], 2).slice(-1)])];
  return {
    range,
    ticks,
    // A tick says exactly where it is, with more digits than the values where it needs them.
    texts: ticks.map((tick) =>
      formatNumber(tick, Number.isInteger(tick) ? 0 : Math.max(1, digits, digitsOfStep(Math.abs(tick)))),
    ),
  };
}
