/** Claims of the lessons: exact ones from closed forms, the others from our own repetitions. */
import { createAdwin } from "@/simulations/core/detectors/adwin";
import { createDdm } from "@/simulations/core/detectors/ddm";
import { type DriftDetector, driftPositions } from "@/simulations/core/detectors/detector";
import { createEddm } from "@/simulations/core/detectors/eddm";
import { createKswin, randomSampler } from "@/simulations/core/detectors/kswin";
import { createPageHinkley } from "@/simulations/core/detectors/page-hinkley";
import { binormalAveragePrecision, binormalBestThreshold, binormalRocAuc } from "@/simulations/core/metrics/binormal";
import { binaryMetrics } from "@/simulations/core/metrics/threshold-metrics";
import { createRandom } from "@/simulations/core/random";
import { ksTwoSampleSorted } from "@/simulations/core/statistics/ks";
import { psiOnEdges, quantileEdges } from "@/simulations/core/statistics/psi";
import { wassersteinSorted } from "@/simulations/core/statistics/wasserstein";
import type { Adapters } from "../adapter";
import { Relaid, Repeated, Roughly } from "../compare";
import { type GoldenCase, num, nums, paramsOf } from "../files";

function repeated(values: readonly number[]): Repeated {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return new Repeated(mean, Math.sqrt(squares / (values.length - 1) / values.length), values.length);
}

const rate = (flags: readonly boolean[]) => repeated(flags.map(Number));

const times = <T>(count: number, run: (repetition: number) => T) => Array.from({ length: count }, (_, i) => run(i));

function populationSd(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}

/** Reference and current sample of n normal values each, compared in every way. */
function compareNormals(one: GoldenCase, n: number, shift: number, repetition: number) {
  const random = createRandom(1, one.id, n, repetition);
  const reference = Float64Array.from({ length: n }, () => random.normal()).sort();
  const current = Float64Array.from({ length: n }, () => random.normal(shift)).sort();
  return {
    ksRejects: ksTwoSampleSorted(reference, current, "exact").pValue <= 0.05,
    psi: psiOnEdges(quantileEdges(reference, 10), reference, current).psi,
    wasserstein: wassersteinSorted(reference, current) / Math.max(populationSd(reference), 0.001),
  };
}

function twoSampleVsN(one: GoldenCase) {
  const shift = num(one.input.shift_in_sd);
  const sizes = nums(one.input.n_each);
  const repetitions = num(one.input.repetitions);
  const { columns, rows } = one.expect as { columns: string[]; rows: number[][] };
  const table = sizes.map((n) => {
    const runs = times(repetitions, (i) => compareNormals(one, n, shift, i));
    const computed: Record<string, Repeated> = {
      ks_reject_rate: rate(runs.map((run) => run.ksRejects)),
      psi_mean: repeated(runs.map((run) => run.psi)),
      "psi_ge_0.1_rate": rate(runs.map((run) => run.psi >= 0.1)),
      wasserstein_norm_mean: repeated(runs.map((run) => run.wasserstein)),
      "wasserstein_ge_0.1_rate": rate(runs.map((run) => run.wasserstein >= 0.1)),
    };
    return { n, computed };
  });
  // Pairs of columns (value, "se") become one entry, so that it can be compared within standard errors.
  const names = columns.filter((name) => name !== "n" && name !== "se");
  const pairsOf = (row: number[]) =>
    Object.fromEntries(names.map((name) => [name, row.slice(columns.indexOf(name), columns.indexOf(name) + 2)]));
  const wanted = {
    sizes: rows.map((row) => row[0]!),
    by_size: rows.map(pairsOf),
    psi_expected_no_drift: one.expect.psi_expected_no_drift ?? null,
  };
  const actual = {
    sizes: table.map(({ n }) => n),
    by_size: table.map(({ computed }) => computed),
    psi_expected_no_drift: shift === 0 ? sizes.map((n) => (10 - 1) * (2 / n)) : null,
  };
  return new Relaid(actual, wanted);
}

/** More repetitions than the reference had, so that most of the noise in a comparison is the reference's. */
const MORE = 8;
const NOISE_RUNS = 45;

const DETECTORS: Record<string, () => DriftDetector> = {
  DDM: createDdm,
  EDDM: createEddm,
  ADWIN: createAdwin,
  PageHinkley: createPageHinkley,
};

function errorsOf(one: GoldenCase, repetition: number, rateAt: (i: number) => number): Uint8Array {
  const random = createRandom(1, one.id, repetition);
  return Uint8Array.from({ length: num(one.input.n) }, (_, i) => Number(random.chance(rateAt(i))));
}

function falseAlarms(one: GoldenCase) {
  const { error_rate, n, repetitions } = one.input;
  const streams = times(MORE * num(repetitions), (i) => errorsOf(one, i, () => num(error_rate)));
  const noise = times(NOISE_RUNS, (i) => {
    const random = createRandom(1, one.id, "noise", i);
    const stream = Float64Array.from({ length: num(n) }, () => random.normal());
    return driftPositions(createKswin({ sampler: randomSampler(random) }), stream).length;
  });
  const alarms = (create: () => DriftDetector) =>
    repeated(streams.map((stream) => driftPositions(create(), stream).length));
  return {
    alarms_per_run: Object.fromEntries(Object.entries(DETECTORS).map(([name, create]) => [name, alarms(create)])),
    kswin_on_normal_noise: repeated(noise),
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function delays(one: GoldenCase) {
  const { before, after, repetitions } = one.input;
  const changeAt = num(one.input.change_at);
  const streams = times(MORE * num(repetitions), (i) => errorsOf(one, i, (t) => num(t < changeAt ? before : after)));
  const of = (create: () => DriftDetector) => {
    const runs = streams.map((stream) => driftPositions(create(), stream));
    const delay = runs.flatMap((run) => {
      const first = run.find((position) => position >= changeAt);
      return first === undefined ? [] : [first - changeAt];
    });
    return {
      run_with_false_alarm_rate: rate(runs.map((run) => run.some((position) => position < changeAt))),
      detected_rate: rate(runs.map((run) => run.some((position) => position >= changeAt))),
      median_delay_when_detected: new Roughly(median(delay), num(one.tol.median_delay_rel)),
    };
  };
  return Object.fromEntries(Object.entries(DETECTORS).map(([name, create]) => [name, of(create)]));
}

export const teachingClaims: Adapters = {
  always_negative(one) {
    paramsOf(one);
    const prevalence = num(one.input.prevalence);
    const m = binaryMetrics({ tn: 1 - prevalence, fp: 0, fn: prevalence, tp: 0 });
    return {
      accuracy: m.accuracy,
      balanced_accuracy: m.balancedAccuracy,
      recall: m.recall,
      mcc: m.mcc,
      kappa: m.cohenKappa,
      // Scores that do not tell the classes apart.
      average_precision_random: binormalAveragePrecision(0, prevalence),
    };
  },
  binormal_auc_ap(one) {
    paramsOf(one);
    const separation = num(one.input.separation);
    return {
      roc_auc: binormalRocAuc(separation),
      average_precision: nums(one.input.prevalences).map((share) => binormalAveragePrecision(separation, share)),
    };
  },
  binormal_best_threshold(one) {
    paramsOf(one);
    const { separation, prevalence, cost_ratio_fn_over_fp } = one.input;
    const best = binormalBestThreshold(num(separation), num(prevalence), num(cost_ratio_fn_over_fp));
    return {
      score_threshold: best.threshold,
      expected_cost: best.expectedCost,
      recall: best.recall,
      fpr: best.falsePositiveRate,
    };
  },
  two_sample_vs_n: twoSampleVsN,
  detector_false_alarms: falseAlarms,
  detector_delay: delays,
};
