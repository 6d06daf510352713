/**
 * Hours of a voice-search service: requests with a daily and weekly rhythm, the answers of a recogniser, and faults with their
 * time and size. Every metric is computed from the requests of its hour; none is drawn as a curve.
 *
 *   requests of an hour   Poisson, mean = 60 · day · week; a Sunday has 0.6 of a weekday's, a holiday is a Sunday
 *   load                  requests an hour / capacity (150)
 *   latency               95 % quantile of waiting and service, 50 + 60 ms, Lindley's recursion (1952) over 60 arrivals at that load
 *   memory                half of the machine and what leaked; above 90 % the service needs three times as long
 *   input                 mean length and level of the clips, share of requests without a clip
 *   output                share of null answers (the recogniser is not sure enough), share of searches that are repeated:
 *                         6 in 10 after a wrong or slow answer, 1 in 20 after a right one
 *
 * What a fault of size 1 does, once it has grown to its size:
 *   load         60 % more requests
 *   leak         memory grows by 0.6 points an hour
 *   microphone   every phone has the firmware that makes clips quieter; at size 0.3, three phones in ten have it
 *   nulls        12 % more of the requests come without a clip
 *   drift        who says a word whose meaning moves wants something else
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
  /** How large it gets, above 0 up to 1. */
  readonly size: number;
  /** Hours in which it grows from nothing to its size, evenly. */
  readonly growth: number;
}

/** How large an event is at an hour, 0 while it is not there. */
export function sizeAt({ from, to, size, growth }: ServiceEvent, hour: number): number {
  if (hour < from || hour >= to) return 0;
  return size * Math.min(1, (hour - from + 1) / Math.max(1, growth));
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
  /** [hours × 60]: levels of the first clips of each hour in dB, for tests of the distribution; `levelCounts` of them are there. */
  readonly levels: Float32Array;
  readonly levelCounts: Uint8Array;
  /** [hours × 20]: whether the search was repeated, of twenty requests of each hour; `signCounts` of them are there. */
  readonly signs: Uint8Array;
  readonly signCounts: Uint8Array;
  /** Share of the hour's requests that were slow (over 1 s) or came without a clip. */
  readonly failed: Float32Array;
}

const meanRequests = 60;
const capacity = 150;
/** ms */
const slowLimit = 1000;
export const levelsAnHour = 60;
export const signsAnHour = 20;

/** Requests of an hour of the week relative to the mean; the week begins on a Monday. */
export function rhythm(hour: number, holiday: boolean): number {
  const ofDay = hour % 24;
  const isSunday = holiday || Math.floor(hour / 24) % 7 === 6;
  const day = 1 + 0.6 * Math.cos((2 * Math.PI * (ofDay - 15)) / 24);
  return day * (isSunday ? 0.6 : 1);
}

/** Arrivals of an hour that wait and are served; the 95 % quantile of their times is the third longest. */
const arrivals = 60;

/** 95 % quantile in ms of the time in the system over the arrivals at a load, and the share of them that is slow. */
function latencyOf(random: Random, load: number, slower: number): { readonly latency: number; readonly slow: number } {
  const service = 60 * slower;
  const between = service / Math.min(load, 1.5);
  let waiting = 0;
  let slow = 0;
  let [first, second, third] = [0, 0, 0];
  for (let i = 0; i < arrivals; i++) {
    const taken = service * random.exponential(1);
    const time = 50 + waiting + taken;
    if (time > slowLimit) slow++;
    if (time > third) {
      if (time > first) [first, second, third] = [time, first, second];
      else if (time > second) [second, third] = [time, second];
      else third = time;
    }
    waiting = Math.max(0, waiting + taken - between * random.exponential(1));
  }
  return { latency: third, slow: slow / arrivals };
}

export function runService(random: Random, { hours, events, usual, quieter }: ServiceOptions): Service {
  checkWholeNumber("hours", hours, 1);
  const metrics = Object.fromEntries(metricNames.map((name) => [name, new Float32Array(hours)])) as Record<
    MetricName,
    Float32Array
  >;
  const requests = new Int32Array(hours);
  const levels = new Float32Array(hours * levelsAnHour);
  const levelCounts = new Uint8Array(hours);
  const signs = new Uint8Array(hours * signsAnHour);
  const signCounts = new Uint8Array(hours);
  const failed = new Float32Array(hours);
  const sizes = new Float64Array(events.length);
  for (let hour = 0; hour < hours; hour++) {
    events.forEach((event, e) => {
      sizes[e] = sizeAt(event, hour);
    });
    const now = (name: EventName) => {
      let size = 0;
      for (let e = 0; e < events.length; e++) if (events[e]!.name === name) size += sizes[e]!;
      return size;
    };
    const [crowd, quiet, lost, moved] = [now("load"), now("microphone"), now("nulls"), now("drift")];
    const mean = meanRequests * rhythm(hour, now("holiday") > 0) * (1 + 0.6 * crowd);
    const count = Math.max(1, random.poisson(mean));
    requests[hour] = count;
    const load = count / capacity;
    const leaked = events.reduce(
      (sum, event, e) => sum + (event.name === "leak" ? 0.6 * sizes[e]! * (hour - event.from) : 0),
      0,
    );
    const memory = Math.min(99, 50 + 2 * random.normal() + leaked);
    const { latency, slow } = latencyOf(random, load, memory > 90 ? 3 : 1);
    let missing = 0;
    let seconds = 0;
    let level = 0;
    let nulls = 0;
    let repeats = 0;
    const withoutClip = 0.003 + 0.12 * lost;
    for (let i = 0; i < count; i++) {
      // As many draws for every request, whatever happens to it.
      const isMissing = random.uniform() < withoutClip;
      const clip = Math.floor(random.uniform() * usual.count);
      const clips = random.uniform() < quiet ? quieter : usual;
      const isMoved = random.uniform() < moved;
      const isSlow = random.uniform() < slow;
      const again = random.uniform();
      let right = false;
      if (isMissing) missing++;
      else {
        const heard = i - missing;
        seconds += clips.seconds[clip]!;
        level += clips.level[clip]!;
        if (heard < levelsAnHour) levels[hour * levelsAnHour + heard] = clips.level[clip]!;
        right =
          clips.right[clip] === 1 && clips.answered[clip] === 1 && !isSlow && !(isMoved && clips.moves[clip] === 1);
      }
      if (isMissing || clips.answered[clip] === 0) nulls++;
      const repeated = again < (right ? 0.05 : 0.6);
      if (repeated) repeats++;
      if (i < signsAnHour) signs[hour * signsAnHour + i] = Number(repeated);
    }
    const heard = Math.max(1, count - missing);
    levelCounts[hour] = Math.min(count - missing, levelsAnHour);
    signCounts[hour] = Math.min(count, signsAnHour);
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
  return { requests, metrics, levels, levelCounts, signs, signCounts, failed };
}
