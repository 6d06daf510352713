/**
 * The labelling desk in a few numbers: medians over replicas with the 10th and 90th percentile, shares between 0 and 1.
 *
 * `clipsWorth` is how many clips with labels as given reach the accuracy of `clips` checked ones, divided by `clips`; null where
 * 1,600 clips do not reach it in half of the replicas. `ceiling` is the most that an answer by word alone reaches against the labels of
 * one annotator, `agreement` the share of clips on which two annotators agree.
 */
import { type Band, bandOf, type Named, namedBand } from "../core/statistics/band";
import { checkedSizes, curveSizes, type FigureName } from "./frames";
import type { LabellingValues } from "./knobs";

/** `clean`: labels checked against what was spoken. `noisy`: labels as given. */
type Point = { readonly clips: number } & Named<"clean" | "noisy">;

export interface LabellingSummary
  extends Named<"kappa" | "agreement" | "ceiling" | "measuredAgainstNoisy" | "humanLevel">,
    Named<"clipsWorth", number | null> {
  /** At each size that has both, and at the chosen number of clips. */
  readonly curve: readonly Point[];
  /** Share of wrong answers among the quietest fifth of the clips. */
  readonly quietClipsError: Named<"normalised" | "raw">;
  readonly finder: Named<"precisionAtTop" | "baseRate">;
}

/** What is summed up: figures of all replicas, by row. */
interface Figures {
  readonly values: LabellingValues;
  readonly each: (name: FigureName, row?: number) => readonly number[];
  readonly band: (name: FigureName, row?: number) => Band;
  readonly clipsWorth: readonly number[];
}

export function summarize(figures: Figures): LabellingSummary {
  const { each, band, values, clipsWorth } = figures;
  const point = (clips: number, clean: readonly number[], noisy: readonly number[]): Point => ({
    clips,
    ...namedBand("clean", bandOf(clean)),
    ...namedBand("noisy", bandOf(noisy)),
  });
  const sizes: readonly number[] = curveSizes.slice(0, checkedSizes);
  const curve = sizes.map((clips, s) => point(clips, each("checked", s), each("given", s)));
  if (!sizes.includes(values.clips)) curve.push(point(values.clips, each("checkedHere"), each("givenHere")));
  const finite = (value: number) => (Number.isFinite(value) ? value : null);
  const worth = bandOf(clipsWorth);
  return {
    curve: curve.sort((a, b) => a.clips - b.clips),
    ...namedBand("kappa", band("kappa")),
    ...namedBand("agreement", band("agreement")),
    ...namedBand("ceiling", band("ceiling")),
    ...namedBand("measuredAgainstNoisy", band("measured")),
    ...namedBand("humanLevel", band("human")),
    quietClipsError: {
      ...namedBand("normalised", band("levelsNormalised")),
      ...namedBand("raw", band("levelsRaw")),
    },
    finder: {
      ...namedBand("precisionAtTop", band("precisionAtTop")),
      ...namedBand("baseRate", band("baseRate")),
    },
    ...namedBand("clipsWorth", { low: finite(worth.low), middle: finite(worth.middle), high: finite(worth.high) }),
  };
}
