/** Speed of the measuring instruments: detectors value by value, curves over many scores, two-sample statistics. */
import { createAdwin } from "@/simulations/core/detectors/adwin";
import { createDdm } from "@/simulations/core/detectors/ddm";
import type { DriftDetector } from "@/simulations/core/detectors/detector";
import { createEddm } from "@/simulations/core/detectors/eddm";
import { createKswin } from "@/simulations/core/detectors/kswin";
import { createPageHinkley } from "@/simulations/core/detectors/page-hinkley";
import { averagePrecisionOf, precisionRecallOf, rankingCounts, rocAucOf } from "@/simulations/core/metrics/ranking";
import { createRandom } from "@/simulations/core/random";
import { ksTwoSampleSorted } from "@/simulations/core/statistics/ks";
import { psiQuantileBins } from "@/simulations/core/statistics/psi";
import { wassersteinSorted } from "@/simulations/core/statistics/wasserstein";

export interface BenchRow {
  name: string;
  value: string;
}

const UPDATES = 100_000;
const SCORES = 1_000_000;
const SAMPLE = 5_000;

function milliseconds(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

const inMilliseconds = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;

function detectorRow(name: string, create: () => DriftDetector, stream: ArrayLike<number>): BenchRow {
  const feed = (count: number) => {
    const detector = create();
    for (let i = 0; i < count; i++) detector.update(stream[i]!);
  };
  feed(5_000);
  const taken = milliseconds(() => feed(UPDATES));
  const perUpdate = ((taken / UPDATES) * 1000).toFixed(2);
  return { name: `${name}, ${UPDATES} updates`, value: `${inMilliseconds(taken)} (${perUpdate} µs each)` };
}

export async function benchInstruments(): Promise<{ rows: BenchRow[] }> {
  const random = createRandom(1, "bench", "instruments");
  const errors = Uint8Array.from({ length: UPDATES }, () => Number(random.chance(0.2)));
  const noise = Float64Array.from({ length: UPDATES }, () => random.normal());
  const rows = [
    detectorRow("Page-Hinkley", createPageHinkley, errors),
    detectorRow("DDM", createDdm, errors),
    detectorRow("EDDM", createEddm, errors),
    detectorRow("ADWIN", createAdwin, errors),
    detectorRow("ADWIN on real values", createAdwin, noise),
    detectorRow("KSWIN", createKswin, noise),
  ];

  const yTrue = Uint8Array.from({ length: SCORES }, () => Number(random.chance(0.01)));
  const scores = Float64Array.from(yTrue, (label) => random.normal(1.5 * label));
  const curve = milliseconds(() => {
    precisionRecallOf(rankingCounts(yTrue, scores));
  });
  const areas = milliseconds(() => {
    const counts = rankingCounts(yTrue, scores);
    averagePrecisionOf(counts);
    rocAucOf(counts);
  });
  rows.push({ name: `precision-recall curve of ${SCORES} scores`, value: inMilliseconds(curve) });
  rows.push({ name: `average precision and ROC AUC of ${SCORES} scores`, value: inMilliseconds(areas) });

  const reference = noise.slice(0, SAMPLE).sort();
  const current = noise.slice(SAMPLE, 2 * SAMPLE).sort();
  const times = 100;
  const each = (run: () => void) => {
    const taken = milliseconds(() => {
      for (let i = 0; i < times; i++) run();
    });
    return inMilliseconds(taken / times);
  };
  const size = `${SAMPLE} against ${SAMPLE}`;
  rows.push({ name: `KS, sorted, exact p, ${size}`, value: each(() => ksTwoSampleSorted(reference, current)) });
  rows.push({ name: `Wasserstein, sorted, ${size}`, value: each(() => wassersteinSorted(reference, current)) });
  rows.push({ name: `PSI on quantile bins, ${size}`, value: each(() => psiQuantileBins(reference, current)) });
  return { rows };
}
