/**
 * Exact results for waiting lines in their steady state (Kleinrock 1975): arrivals at rate λ in random order, first come first
 * served. Times are in the unit of 1/λ, whatever it is.
 *
 *   M/M/1  one server, exponential service at rate μ:  W = 1/(μ − λ),  P(time in system > t) = e^{−(μ − λ)t}
 *   M/M/c  c such servers:  P(wait) = Erlang C (Erlang 1917),  Wq = C/(cμ − λ)
 *   M/D/1  constant service time D:  Wq = ρD/(2(1 − ρ)), half of M/M/1
 *   M/G/1  any service time (Pollaczek 1930; Khinchine 1932):  Wq = ρ·mean·(1 + scv)/(2(1 − ρ))
 *
 * L = λW and Lq = λWq by Little (1961). With ρ ≥ 1 the line grows for ever: the answer is then `{ stable: false, rho }`.
 *
 * @example mm1(0.9, 1) // { stable: true, rho: 0.9, timeInSystem: 10, … }
 */
import { checkBetween, checkNotNegative, checkPositive, checkWholeNumber } from "../check";
import { erlangB, erlangC } from "./erlang";

export interface Unstable {
  stable: false;
  /** Offered work per server, at least 1. */
  rho: number;
}

export interface QueueMeans {
  stable: true;
  /** Share of time a server is busy. */
  rho: number;
  /** L, mean number in the system. */
  inSystem: number;
  /** Lq, mean number waiting. */
  waiting: number;
  /** W, mean time in the system. */
  timeInSystem: number;
  /** Wq, mean time waiting. */
  waitingTime: number;
  /** Chance of finding the system empty. */
  emptyProbability: number;
}

export interface Mm1 extends QueueMeans {
  /** Chance of n in the system. */
  probability(n: number): number;
  responseQuantile(q: number): number;
  waitQuantile(q: number): number;
}

export interface Mmc extends QueueMeans {
  /** λ/μ, in servers' worth of work. */
  offeredLoad: number;
  erlangB: number;
  /** Chance of having to wait. */
  erlangC: number;
  /** P(wait > t). */
  waitTail(t: number): number;
  /** P(time in system > t). */
  responseTail(t: number): number;
  waitQuantile(q: number): number;
}

function means(rho: number, arrivalRate: number, meanService: number, waitingTime: number): QueueMeans {
  const timeInSystem = waitingTime + meanService;
  return {
    stable: true,
    rho,
    inSystem: arrivalRate * timeInSystem,
    waiting: arrivalRate * waitingTime,
    timeInSystem,
    waitingTime,
    emptyProbability: 1 - rho,
  };
}

/** @param arrivalRate λ > 0  @param serviceRate μ > 0 */
export function mm1(arrivalRate: number, serviceRate: number): Mm1 | Unstable {
  checkPositive("arrivalRate", arrivalRate);
  checkPositive("serviceRate", serviceRate);
  const rho = arrivalRate / serviceRate;
  if (rho >= 1) return { stable: false, rho };
  const slack = serviceRate - arrivalRate;
  return {
    ...means(rho, arrivalRate, 1 / serviceRate, rho / slack),
    probability(n) {
      checkWholeNumber("n", n);
      return (1 - rho) * rho ** n;
    },
    responseQuantile(q) {
      checkQuantile(q);
      return -Math.log1p(-q) / slack;
    },
    waitQuantile(q) {
      checkQuantile(q);
      return Math.max(0, Math.log(rho / (1 - q)) / slack);
    },
  };
}

/** @param servers c, a whole number of at least 1 */
export function mmc(arrivalRate: number, serviceRate: number, servers: number): Mmc | Unstable {
  checkPositive("arrivalRate", arrivalRate);
  checkPositive("serviceRate", serviceRate);
  checkWholeNumber("servers", servers, 1);
  const offeredLoad = arrivalRate / serviceRate;
  const rho = offeredLoad / servers;
  if (rho >= 1) return { stable: false, rho };
  const slack = servers * serviceRate - arrivalRate;
  const waits = erlangC(servers, offeredLoad);
  return {
    ...means(rho, arrivalRate, 1 / serviceRate, waits / slack),
    emptyProbability: emptyProbability(servers, offeredLoad),
    offeredLoad,
    erlangB: erlangB(servers, offeredLoad),
    erlangC: waits,
    waitTail(t) {
      checkNotNegative("t", t);
      return waits * Math.exp(-slack * t);
    },
    responseTail(t) {
      checkNotNegative("t", t);
      // Written with the slower of the two rates in front, so that it holds when they meet (offered load c − 1) and far out.
      const slower = Math.min(slack, serviceRate);
      const gap = Math.abs(slack - serviceRate);
      const waited = gap * t < 1e-12 ? t : -Math.expm1(-gap * t) / gap;
      return Math.exp(-serviceRate * t) + waits * serviceRate * waited * Math.exp(-slower * t);
    },
    waitQuantile(q) {
      checkQuantile(q);
      return Math.max(0, Math.log(waits / (1 - q)) / slack);
    },
  };
}

function emptyProbability(servers: number, offeredLoad: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; k < servers; k++) {
    term *= offeredLoad / k;
    sum += term;
  }
  term *= offeredLoad / servers;
  return 1 / (sum + term / (1 - offeredLoad / servers));
}

/** @param meanService mean service time  @param scv its variance divided by its squared mean */
export function mg1(arrivalRate: number, meanService: number, scv: number): QueueMeans | Unstable {
  checkPositive("arrivalRate", arrivalRate);
  checkPositive("meanService", meanService);
  checkNotNegative("scv", scv);
  const rho = arrivalRate * meanService;
  if (rho >= 1) return { stable: false, rho };
  return means(rho, arrivalRate, meanService, (rho * meanService * (1 + scv)) / (2 * (1 - rho)));
}

/** Heavy-traffic approximation of Wq for any arrivals and service (Kingman 1961). */
export function kingmanWaitingTime(
  arrivalRate: number,
  meanService: number,
  scvArrival: number,
  scvService: number,
): number {
  checkPositive("arrivalRate", arrivalRate);
  checkPositive("meanService", meanService);
  checkNotNegative("scvArrival", scvArrival);
  checkNotNegative("scvService", scvService);
  const rho = arrivalRate * meanService;
  if (rho >= 1) throw new RangeError(`arrivalRate · meanService must be below 1 for a steady state, got ${rho}`);
  return (rho / (1 - rho)) * ((scvArrival + scvService) / 2) * meanService;
}

export interface Mm1k {
  /** Chance that an arrival is turned away. */
  blocking: number;
  /** Rate of accepted arrivals. */
  throughput: number;
  inSystem: number;
  /** Mean time in the system of those accepted. */
  timeInSystem: number;
  /** Chance of 0 … capacity in the system. */
  probabilities: number[];
}

/** M/M/1 with room for `capacity`, the one in service included; it has a steady state at any load. */
export function mm1k(arrivalRate: number, serviceRate: number, capacity: number): Mm1k {
  checkPositive("arrivalRate", arrivalRate);
  checkPositive("serviceRate", serviceRate);
  checkWholeNumber("capacity", capacity, 1);
  const rho = arrivalRate / serviceRate;
  const weights = Array.from({ length: capacity + 1 }, (_, n) => rho ** n);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const probabilities = weights.map((weight) => weight / total);
  const blocking = probabilities[capacity]!;
  const throughput = arrivalRate * (1 - blocking);
  const inSystem = probabilities.reduce((sum, probability, n) => sum + n * probability, 0);
  return { blocking, throughput, inSystem, timeInSystem: inSystem / throughput, probabilities };
}

function checkQuantile(q: number): void {
  checkBetween("q", q, 0, 1 - Number.EPSILON);
}
