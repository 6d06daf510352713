/** How the golden cases of queueing.json and canary.json that concern serving reach our functions. */
import {
  type Conditions,
  judgeMeasurement,
  type MeasurementPhase,
  type MetricSpec,
  recordMeasurement,
  startMetric,
} from "@/simulations/core/serving/analysis";
import { type FlaggerParams, flaggerTimeline } from "@/simulations/core/serving/flagger";
import { simulateQueue } from "@/simulations/core/serving/queue";
import { summariseQueue } from "@/simulations/core/serving/queue-summary";
import { approximateWeight } from "@/simulations/core/serving/replicas";

type Adapter = (input: unknown, params: unknown, expect: unknown) => unknown;

const PHASE_OF_LETTER: Record<string, MeasurementPhase> = {
  S: "Successful",
  F: "Failed",
  I: "Inconclusive",
  E: "Error",
};

export const servingAdapters: Record<string, Adapter> = {
  fifo_trace(input) {
    const { arrival_times, service_times, servers } = input as {
      arrival_times: number[];
      service_times: number[];
      servers: number;
    };
    const trace = simulateQueue({ arrivals: arrival_times, service: service_times, servers });
    const summary = summariseQueue(trace);
    return {
      start_times: [...trace.start],
      waits: [...trace.start].map((start, i) => start - arrival_times[i]!),
      end_times: [...trace.finish],
      mean_wait: summary.meanWait,
      mean_response: summary.meanResponse,
      p95_response: summary.p95,
      last_departure: summary.lastDeparture,
      time_average_in_system: summary.meanInSystem,
    };
  },

  argo_metric(input, params) {
    const { measurements } = input as { measurements: string };
    const { interval, ...limits } = (params ?? {}) as Omit<MetricSpec, "name" | "interval"> & { interval?: string };
    const spec: MetricSpec = { name: "metric", ...limits, interval: interval === undefined ? undefined : 60 };
    let run = startMetric();
    const phases: string[] = [];
    for (const letter of measurements) {
      run = recordMeasurement(spec, run, PHASE_OF_LETTER[letter]!);
      phases.push(run.phase);
      if (run.phase !== "Running") break;
    }
    return { status_after_each: phases, final: run.phase };
  },

  argo_measurement(input, params) {
    const { result } = input as { result: number };
    const { success_condition, failure_condition } = params as Record<string, string | null>;
    const conditions: Conditions = {
      successCondition: success_condition ?? undefined,
      failureCondition: failure_condition ?? undefined,
    };
    return { status: judgeMeasurement(conditions, result) };
  },

  argo_replicas(input) {
    const { replicas, max_surge, weights } = input as { replicas: number; max_surge: number; weights: number[] };
    return {
      canary_stable: weights.map((weight) => {
        const { canary, stable } = approximateWeight(replicas, max_surge, weight);
        return [canary, stable];
      }),
    };
  },

  flagger_timeline(input, params) {
    const timeline = flaggerTimeline((input as { checks: string }).checks, params as FlaggerParams);
    return {
      columns: ["tick", "event", "canary_weight", "failed_checks", "phase"],
      rows: timeline.map((row) => [row.tick, row.event, row.canaryWeight, row.failedChecks, row.phase]),
    };
  },
};
