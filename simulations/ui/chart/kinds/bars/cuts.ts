import { type Cut, cutsOf } from "../../cuts";
import type { BarChart } from "./model";

/** Bars, or what lies between replicas on them, that are higher than the picture. */
export const barCuts = ({ bars, y, digits }: BarChart): Cut[] =>
  bars.flatMap(({ from, to, height, high = 0 }) =>
    cutsOf([(from + to) / 2], [Math.max(height, high)], [0, y.max], { digits, format: y.format }),
  );
