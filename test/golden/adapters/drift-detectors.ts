import { type AdwinParams, createAdwin } from "@/simulations/core/detectors/adwin";
import { createDdm } from "@/simulations/core/detectors/ddm";
import { type DriftDetector, driftPositions } from "@/simulations/core/detectors/detector";
import { createEddm } from "@/simulations/core/detectors/eddm";
import { createKswin, type OlderSampler } from "@/simulations/core/detectors/kswin";
import { createPageHinkley } from "@/simulations/core/detectors/page-hinkley";
import type { Adapter, Adapters } from "../adapter";
import { type GoldenCase, type JsonObject, paramsOf, streamOf } from "../files";

const WARNING_PARAMS = ["warm_start", "warning_threshold", "drift_threshold", "alpha", "beta"];

const drifts =
  (create: (one: GoldenCase) => DriftDetector): Adapter =>
  (one, file) => ({ drift: driftPositions(create(one), streamOf(file, one)) });

const warns =
  (create: typeof createDdm | typeof createEddm): Adapter =>
  (one, file) => {
    const detector = create(paramsOf(one, ...WARNING_PARAMS));
    const drift: number[] = [];
    const ranges: [number, number][] = [];
    streamOf(file, one).forEach((value, i) => {
      if (detector.update(value)) drift.push(i);
      if (!detector.warning) return;
      const last = ranges[ranges.length - 1];
      if (last?.[1] === i - 1) last[1] = i;
      else ranges.push([i, i]);
    });
    return { drift, warning_ranges: ranges };
  };

const adwin: Adapter = (one, file) => {
  const params = paramsOf(one, "delta", "clock", "max_buckets", "min_window_length", "grace_period");
  const detector = createAdwin(params as AdwinParams);
  const wanted = one.expect.snapshots as { columns: string[]; rows: number[][] } | undefined;
  const columns: Record<string, () => number> = {
    width: () => detector.width,
    total: () => detector.total,
    sum_sq_dev: () => detector.sumOfSquaredDeviations,
  };
  const after = new Set(wanted?.rows.map(([index]) => index));
  const drift: number[] = [];
  const rows: number[][] = [];
  streamOf(file, one).forEach((value, i) => {
    if (detector.update(value)) drift.push(i);
    if (after.has(i)) rows.push(wanted!.columns.map((name) => (name === "index" ? i : columns[name]!())));
  });
  return { drift, snapshots: { columns: wanted?.columns, rows } };
};

const KSWIN_PARAMS = ["alpha", "window_size", "stat_size"];

/** The fixed positions of the golden README. */
const fixedSampler: OlderSampler = (call, older, count) =>
  Array.from({ length: count }, (_, j) => (3 * j + 7 * call) % older);

const kswinExplicit: Adapter = (one, file) => {
  const listed = new Map((one.input.sampled_positions as [number, number[]][]) ?? []);
  let index = 0;
  const sampler: OlderSampler = () => {
    const positions = listed.get(index);
    if (!positions) throw new Error(`no sampled positions for index ${index}`);
    return positions;
  };
  const detector = createKswin({ ...paramsOf(one, ...KSWIN_PARAMS), sampler });
  const asked = new Set(((one.expect.p_values as number[][] | undefined) ?? []).map(([at]) => at));
  const drift: number[] = [];
  const pValues: number[][] = [];
  for (const value of streamOf(file, one)) {
    if (detector.update(value)) drift.push(index);
    if (asked.has(index)) pValues.push([index, detector.pValue]);
    index++;
  }
  return { drift, p_values: pValues };
};

export const driftDetectors: Adapters = {
  PageHinkley: drifts((one) => {
    const params: JsonObject = paramsOf(one, "min_instances", "delta", "threshold", "alpha", "mode");
    return createPageHinkley(params);
  }),
  DDM: warns(createDdm),
  EDDM: warns(createEddm),
  ADWIN: adwin,
  KSWIN: drifts((one) => createKswin({ ...paramsOf(one, ...KSWIN_PARAMS), sampler: fixedSampler })),
  KSWIN_explicit: kswinExplicit,
};
