/** What the charts of print("0") share: the model's line with its band, and what line and band mean. */
import { quantile } from "../core/statistics/quantile";
import type { Series } from "../ui/chart/model";
import { lineMeaning as meaningOfLine } from "../ui/ink/format";
import type { SkewValues } from "./knobs";
import type { SkewRun } from "./results";

export const fifths = [0, 0.2, 0.4, 0.6, 0.8, 1];

export const lineMeaning = (run: SkewRun | undefined, values: SkewValues): string =>
  meaningOfLine(run?.replicasDone ?? values.replicas);

/** @param replicas [replica][x]; what is not a number is left out of median and band */
export function modelSeries(
  x: readonly number[],
  replicas: readonly (readonly number[])[],
  figure: string | undefined,
): Series {
  const at = (q: number) =>
    x.map((_, i) => {
      const here = replicas.map((line) => line[i]!).filter(Number.isFinite);
      return here.length > 0 ? quantile(here, q) : Number.NaN;
    });
  return {
    id: "model",
    role: "all",
    label: "Model",
    x,
    y: at(0.5),
    low: at(0.1),
    high: at(0.9),
    ...(figure === undefined ? {} : { figure }),
    replicas,
  };
}
