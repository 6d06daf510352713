import { type Cut, cutsOf, farthest } from "../../cuts";
import type { WaveformChart } from "./model";

/** The loudest sample on each side of silence that the picture does not reach. */
export const sampleCuts = ({ samples, start, rate, level, digits }: WaveformChart): Cut[] =>
  farthest(
    cutsOf(
      samples.map((_, i) => start + i / rate),
      samples,
      [-level, level],
      { digits },
    ),
  );
