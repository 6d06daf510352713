/** A chart as it stands at a moment. Table and downloads use the same cut as the picture. */
import { kindOf } from "./kinds";
import type { Chart } from "./model";

export const chartAt = (chart: Chart, moment: number): Chart => kindOf(chart).at?.(chart, moment) ?? chart;

/** The last moment of the grid that is not after `moment`: playing at half speed shows whole moments. */
export function wholeMoment(moment: number, moments: { min: number; max: number; step: number }): number {
  const steps = Math.floor((moment - moments.min) / moments.step + 1e-9);
  return Math.min(moments.max, Math.max(moments.min, Number((moments.min + steps * moments.step).toPrecision(12))));
}
