/** What the charts of print("0") share: the model's line with its band, and what line and band mean. */
import { bandOf } from "../core/statistics/band";
import type { Series } from "../ui/chart/model";
import { lineMeaning as meaningOfLine } from "../ui/ink/format";
import type { SkewValues } from "./knobs";
import type { SkewResults } from "./results";

export const fifths = [0, 0.2, 0.4, 0.6, 0.8, 1];

export const lineMeaning = (results: SkewResults | undefined, values: SkewValues): string =>
  meaningOfLine(results?.run.replicasDone ?? values.replicas);

/** @param replicas [replica][x]; what is not a number is left out of median and band */
export function modelSeries(
  x: readonly number[],
  replicas: readonly (readonly number[])[],
  figure: string | undefined,
): Series {
  const bands = x.map((_, i) => {
    const here = replicas.map((line) => line[i]!).filter(Number.isFinite);
    return here.length > 0 ? bandOf(here) : { low: Number.NaN, middle: Number.NaN, high: Number.NaN };
  });
  return {
    id: "model",
    role: "blue",
    label: "Model",
    x,
    y: bands.map(({ middle }) => middle),
    low: bands.map(({ low }) => low),
    high: bands.map(({ high }) => high),
    ...(figure === undefined ? {} : { figure }),
    replicas,
  };
}
