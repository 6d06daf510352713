import {
  kingmanWaitingTime,
  mg1,
  mm1,
  mm1k,
  mmc,
  type QueueMeans,
  type Unstable,
} from "@/simulations/core/serving/closed-forms";
import { erlangB, erlangC } from "@/simulations/core/serving/erlang";
import { md1 } from "@/simulations/core/serving/md1";
import type { Adapters } from "../adapter";
import { attempt } from "../compare";
import { type GoldenCase, num, paramsOf } from "../files";

const inputs = (one: GoldenCase, ...names: string[]) => {
  paramsOf(one);
  return names.map((name) => num(one.input[name])) as [number, number, number, number];
};

/** Common keys and, when the line is stable, those of `more`. */
function means<T extends QueueMeans>(queue: T | Unstable, more: (queue: T) => object = () => ({})) {
  if (!queue.stable) return { unstable: true };
  return {
    rho: queue.rho,
    L: queue.inSystem,
    Lq: queue.waiting,
    W: queue.timeInSystem,
    Wq: queue.waitingTime,
    p0: queue.emptyProbability,
    ...more(queue),
  };
}

/** Quantiles at the levels the case asks for. */
const quantilesAsked = (one: GoldenCase, key: string, quantile: (q: number) => number) =>
  Object.fromEntries(Object.keys(one.expect[key] ?? {}).map((q) => [q, quantile(Number(q))]));

export const queueing: Adapters = {
  mm1(one) {
    const [arrivalRate, serviceRate] = inputs(one, "arrival_rate", "service_rate");
    return means(mm1(arrivalRate, serviceRate), (queue) => ({
      p: ((one.expect.p as number[] | undefined) ?? []).map((_, n) => queue.probability(n)),
      response_quantiles: quantilesAsked(one, "response_quantiles", queue.responseQuantile),
      wait_quantiles: quantilesAsked(one, "wait_quantiles", queue.waitQuantile),
    }));
  },
  mmc(one) {
    const [arrivalRate, serviceRate, servers] = inputs(one, "arrival_rate", "service_rate", "servers");
    const times = (one.expect.tail_times as number[] | undefined) ?? [];
    return means(mmc(arrivalRate, serviceRate, servers), (queue) => ({
      offered_load: queue.offeredLoad,
      erlang_b: queue.erlangB,
      erlang_c: queue.erlangC,
      tail_times: times,
      wait_tail: times.map(queue.waitTail),
      response_tail: times.map(queue.responseTail),
      wait_quantiles: quantilesAsked(one, "wait_quantiles", queue.waitQuantile),
    }));
  },
  md1(one) {
    const [arrivalRate, serviceTime] = inputs(one, "arrival_rate", "service_time");
    const times = (one.expect.wait_cdf as { t: number[] } | undefined)?.t ?? [];
    return means(md1(arrivalRate, serviceTime), (queue) => ({
      wait_cdf: { t: times, p: times.map(queue.waitCdf) },
    }));
  },
  mg1(one) {
    const [arrivalRate, meanService, scv] = inputs(one, "arrival_rate", "mean_service", "scv");
    return means(mg1(arrivalRate, meanService, scv));
  },
  mm1k(one) {
    const [arrivalRate, serviceRate, capacity] = inputs(one, "arrival_rate", "service_rate", "capacity");
    const { blocking, throughput, inSystem, timeInSystem, probabilities } = mm1k(arrivalRate, serviceRate, capacity);
    return { blocking, throughput, L: inSystem, W: timeInSystem, p: probabilities };
  },
  erlang(one) {
    const [servers, load] = inputs(one, "servers", "offered_load");
    return { erlang_b: attempt(() => erlangB(servers, load)), erlang_c: attempt(() => erlangC(servers, load)) };
  },
  kingman(one) {
    const names = ["arrival_rate", "mean_service", "scv_arrival", "scv_service"];
    const [arrivalRate, meanService, scvArrival, scvService] = inputs(one, ...names);
    const Wq_approx = kingmanWaitingTime(arrivalRate, meanService, scvArrival, scvService);
    return { rho: arrivalRate * meanService, Wq_approx };
  },
};
