/**
 * Hours of a voice-search service: requests with a daily and weekly rhythm, the answers of a recogniser, and faults with their
 * time and size. Every metric is computed from the requests of its hour; none is drawn as a curve.
 *
 *   requests of an hour   Poisson, mean = 60 · day · week; a Sunday has 0.6 of a weekday's, a holiday is a Sunday
 *   load                  requests an hour / capacity (110)
 *   latency               95 % quantile of waiting and service, 50 + 60 ms, Lindley's recursion (1952) over 60 arrivals at that load
 *   memory                half of the machine and what leaked; above 90 % the service needs three times as long
 *   input                 mean length and level of the clips, share of requests without a clip
 *   output                share of null answers (the recogniser is not sure enough), share of searches that are repeated:
 *                         6 in 10 after a wrong answer, 1 in 20 after a right one
 *
 * @example metricNames.length // 9
 */
import { checkWholeNumber } from "../check";
import type { Random } from "../random";

export const softwareMetrics = ["load", "latency", "memory", "throughput"] as const;
export const inputMetrics = ["length", "volume", "missing"] as const;
export const outputMetrics = ["nulls", "repeats"] as const;
export const metricNames = [...softwareMetrics, ...inputMetrics, ...outputMetrics] as const;
export type MetricName = (typeof metricNames)[number];

export const faultNames = ["load", "leak", "microphone", "nulls", "drift"] as const;
export type FaultName = (typeof faultNames)[number];
/** A holiday is an event that is no fault. */
export type EventName = FaultName | "holiday";

/** From hour `from` (included) to hour `to`. */
export interface ServiceEvent {
  readonly name: EventName;
  readonly from: number;
  readonly to: number;
}

/** Clips that the recogniser has answered beforehand: requests draw from them. */
export interface AnsweredClips {
  readonly count: number;
  readonly seconds: Float32Array;
  /** dB */
  readonly level: Float32Array;
  /** 1 where the recogniser was sure enough to answer. */
  readonly answered: Uint8Array;
  /** 1 where it understood the word. */
  readonly right: Uint8Array;
  /** 1 where the word is one whose meaning changes under drift. */
  readonly moves: Uint8Array;
}

export interface ServiceOptions {
  readonly hours: number;
  readonly events: readonly ServiceEvent[];
  /** As the microphones usually are. */
  readonly usual: AnsweredClips;
  /** The same clips after the firmware that halves the volume. */
  readonly quieter: AnsweredClips;
}

export interface Service {
  /** Requests of each hour. */
  readonly requests: Int32Array;
  /** [hours] each; a share where it is a share, seconds, dB, ms, % of the machine, answers an hour. */
  readonly metrics: Readonly<Record<MetricName, Float32Array>>;
  /** Of each hour, [hours × 60]: levels of some of its clips in dB, for tests of the distribution. */
  readonly levels: Float32Array;
  /** Wrong or repeated, of six requests of each hour, [hours × 6]: what detectors of errors are fed. */
  readonly signs: Uint8Array;
  /** Share of the hour's requests that were slow (over 400 ms) or came without a clip. */
  readonly failed: Float32Array;
}

const meanRequests = 60;
const capacity = 110;
const sampled = 60;
export const signsAnHour = 6;

/** Requests of an hour of the week relative to the mean; the week begins on a Monday. */
export function rhythm(hour: number, holiday: boolean): number {
  const ofDay = hour % 24;
  const isSunday = holiday || Math.floor(hour / 24) % 7 === 6;
  const day = 1 + 0.6 * Math.cos((2 * Math.PI * (ofDay - 15)) / 24);
  return day * (isSunday ? 0.6 : 1);
}

/** 95 % quantile of the time in the system over 60 arrivals at a load, in ms. */
function latencyOf(random: Random, load: number, slower: number, out: Float64Array): number {
  const service = 60 * slower;
  let waiting = 0;
  for (let i = 0; i < out.length; i++) {
    const taken = service * random.exponential(1);
    out[i] = 50 + waiting + taken;
    waiting = Math.max(0, waiting + taken - (service / Math.min(load, 1.5)) * random.exponential(1));
  }
  out.sort();
  return out[Math.floor(0.95 * out.length)]!;
}

export function runService(random: Random, { hours, events, usual, quieter }: ServiceOptions): Service {
  checkWholeNumber("hours", hours, 1);
  const metrics = Object.fromEntries(metricNames.map((name) => [name, new Float32Array(hours)])) as Record<
    MetricName,
    Float32Array
  >;
  const requests = new Int32Array(hours);
  const levels = new Float32Array(hours * sampled);
  const signs = new Uint8Array(hours * signsAnHour);
  const failed = new Float32Array(hours);
  const times = new Float64Array(sampled);
  for (let hour = 0; hour < hours; hour++) {
    const now = (name: EventName) => events.find((one) => one.name === name && hour >= one.from && hour < one.to);
    const leak = now("leak");
    const clips = now("microphone") ? quieter : usual;
    const drifts = now("drift") !== undefined;
    const mean = meanRequests * rhythm(hour, now("holiday") !== undefined) * (now("load") ? 1.6 : 1);
    const count = Math.max(1, random.poisson(mean));
    requests[hour] = count;
    const load = count / capacity;
    const memory = Math.min(99, 50 + 2 * random.normal() + (leak ? 0.6 * (hour - leak.from) : 0));
    const latency = latencyOf(random, load, memory > 90 ? 3 : 1, times);
    const slow = times.reduce((sum, time) => sum + Number(time > 400), 0) / sampled;
    let missing = 0;
    let seconds = 0;
    let level = 0;
    let nulls = 0;
    let repeats = 0;
    const withoutClip = now("nulls") ? 0.12 : 0.003;
    for (let i = 0; i < count; i++) {
      const isMissing = random.uniform() < withoutClip;
      const clip = Math.floor(random.uniform() * clips.count);
      const again = random.uniform();
      let right = 0;
      if (isMissing) missing++;
      else {
        seconds += clips.seconds[clip]!;
        level += clips.level[clip]!;
        if (i < sampled) levels[hour * sampled + i] = clips.level[clip]!;
        right = clips.right[clip]! && clips.answered[clip]! && !(drifts && clips.moves[clip]!) ? 1 : 0;
      }
      if (isMissing || !clips.answered[clip]) nulls++;
      const repeated = again < (right ? 0.05 : 0.6);
      if (repeated) repeats++;
      if (i < signsAnHour) signs[hour * signsAnHour + i] = Number(repeated);
    }
    // Fewer requests than are kept: the ones that came stand for the others.
    const heard = Math.max(1, count - missing);
    for (let i = count; i < sampled; i++) levels[hour * sampled + i] = levels[hour * sampled + (i % count)]!;
    metrics.load[hour] = load;
    metrics.latency[hour] = latency;
    metrics.memory[hour] = memory;
    metrics.throughput[hour] = Math.min(count, capacity) * (1 - slow);
    metrics.length[hour] = seconds / heard;
    metrics.volume[hour] = level / heard;
    metrics.missing[hour] = missing / count;
    metrics.nulls[hour] = nulls / count;
    metrics.repeats[hour] = repeats / count;
    failed[hour] = Math.min(1, slow + missing / count);
  }
  return { requests, metrics, levels, signs, failed };
}
