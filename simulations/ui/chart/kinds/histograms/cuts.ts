import { type Cut, cutsOf } from "../../cuts";
import type { HistogramChart } from "./model";

/** Bars higher than the picture, at the middle of their bin. */
export const histogramCuts = ({ groups, edges, y }: HistogramChart): Cut[] =>
  groups.flatMap(({ shares }) =>
    shares.flatMap((share, bin) =>
      cutsOf([middle(edges[bin]!, edges[bin + 1]!)], [share], [0, y.max], { digits: 0, format: "percent" }),
    ),
  );

const middle = (from: number, to: number): number => (from + to) / 2;
