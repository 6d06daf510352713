/** The serving bench without a page: settings in, summary out. Small and without a log unless told otherwise: claims need no more. */
import { defaultsOf } from "@/simulations/runtime/knobs";
import { chunksOf } from "@/simulations/runtime/simulation";
import { run } from "@/simulations/serving/engine";
import { knobs, type ServingValues } from "@/simulations/serving/knobs";
import { type ServingSummary, summarize } from "@/simulations/serving/summary";

export function serve(values: Partial<ServingValues>): ServingSummary {
  const all = { ...defaultsOf(knobs), requests: 10_000, replicas: 8, logForm: "nothing", ...values } as ServingValues;
  const frames = chunksOf(all.replicas).flatMap((range) => [...run(all, range)]);
  return summarize(frames, all);
}
