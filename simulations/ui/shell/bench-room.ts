/**
 * How the screen is shared between the eye (verdict, main chart) and the hand (knobs). Pure; px.
 *
 * From `columns` on, both stand side by side and the main chart takes what verdict, tally, axes and transport leave. Below it
 * the eye stays at the top of the screen while the knobs pass beneath, so its chart must leave room for a knob and the way there.
 */

import { isPresented, type Theme } from "../design/tokens";
import type { Band } from "../design/type-scale";
import { presentedScale, widths } from "../design/type-scale";

export interface Screen {
  readonly width: number;
  readonly height: number;
}

export interface BenchRoom {
  /** Knobs beside the chart. */
  readonly columns: boolean;
  /** Height of the main chart between its axes. */
  readonly plot: number;
}

/** The site bar, and what stands above and below the plot of the main chart in one column of the bench. */
const BAR = 60;
const AROUND = 300;
/** Name of the experiment, question and padding: with them the bench is one screen before anything scrolls. */
const ABOVE = 200;
const LEAST_PLOT = 140;
/** What an eye that stays leaves at least: a row of buttons, or a knob. */
const LEAST_HAND = 60;

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));

export function benchRoom({ width, height }: Screen, theme: Theme, band: Band): BenchRoom {
  const columns = width >= widths.columns;
  if (!columns)
    return { columns, plot: height >= 700 ? (width < widths.middle ? 140 : 160) : height >= 560 ? 124 : 100 };
  const presented = isPresented(theme);
  const scale = presented ? presentedScale[band] : 1;
  const free = height - BAR * scale - AROUND * scale;
  if (presented) return { columns, plot: Math.round(clamp(free, LEAST_PLOT, 460)) };
  return { columns, plot: Math.round(clamp(Math.min(free, Math.max(160, height - AROUND - ABOVE)), LEAST_PLOT, 340)) };
}

/** Whether an eye of this height may stay at the top of the screen: what scrolls beneath it must be seen, and the eye itself whole. */
export const eyeStays = (eye: number, screen: number): boolean => eye <= screen - BAR - LEAST_HAND;
