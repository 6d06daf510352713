/** A sample of every kind of chart, for the gallery of the development server and for the test of all kinds. */
import { createRandom } from "./core/random";
import type { ChartOf } from "./ui/chart/model";
import type { Draws, Sample } from "./ui/chart/sample";

export type Kind = keyof typeof import("./ui/chart/kinds").kinds;

/** The same seed gives the same sample. */
export async function sampleOf<K extends Kind>(kind: K, seed = 7): Promise<Sample<ChartOf<K>>> {
  const { sample } = (await import(`./ui/chart/kinds/${kind}/sample.ts`)) as {
    sample: (draws: Draws) => Sample<ChartOf<K>>;
  };
  return sample(createRandom(seed, "gallery", kind));
}
