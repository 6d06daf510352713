/** Where a slider can stand. On a logarithmic knob the stops are equal ratios apart; the number field takes any step. */
import { type NumberKnob, snap } from "../../runtime/knobs";

const LOG_STOPS = 80;

/** The values a logarithmic slider steps through, each different, both ends included. */
export function logStops(knob: NumberKnob): number[] {
  const from = knob.min > 0 ? knob.min : knob.step;
  const stops = new Set<number>([knob.min]);
  for (let i = 0; i <= LOG_STOPS; i++) stops.add(snap(knob, from * (knob.max / from) ** (i / LOG_STOPS)));
  stops.add(knob.max);
  return [...stops].sort((a, b) => a - b);
}

/** Position of a value among the stops, between two of them where it is not one: 0 … stops.length − 1. */
export function stopPosition(stops: readonly number[], value: number): number {
  const above = stops.findIndex((stop) => stop >= value);
  if (above < 0) return stops.length - 1;
  if (above === 0) return 0;
  const low = stops[above - 1]!;
  const high = stops[above]!;
  return above - 1 + (value - low) / (high - low);
}
