/** The bench in sentences: the question before it, the verdict after it, and what the charts show at a moment. */
import { leadOf, tallyWinners } from "../core/statistics/lead";
import { PEAK_HOUR } from "../core/worlds/traffic";
import { formatNumber, listText } from "../ui/ink/format";
import { countText } from "../ui/results/lead-words";
import type { Option, Outcome, Phrase } from "../ui/results/verdict";
import { latencyIntervals } from "./chart-latency";
import { periodParts, type ServingFrame } from "./frames";
import type { ServingValues } from "./knobs";
import { isUnstable, msText, partAt, percentText, unitOfTime } from "./period";
import type { ServingResults } from "./results";
import { batchCosts, closedFormOf, loadOf } from "./summary";
import { figures, framesByPart, optionOf, options, type ServingRun, spreadOf, unansweredShares, waits } from "./waits";

const small = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const count = (n: number, one: string): string => `${small[n] ?? formatNumber(n, 0)} ${one}${n === 1 ? "" : "s"}`;
const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);
const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const isOne = ({ servers, place }: ServingValues): boolean => place !== "device" && servers === 1;
const serversText = (values: ServingValues): string =>
  values.place === "device" ? "the devices" : isOne(values) ? "the server" : "the servers";

/** "One server needs 10 ms for a request on average." */
function serviceText(values: ServingValues): string[] {
  const { servers, batch, service, place, setupShare, batchWaitMs } = values;
  const { base, perItem } = batchCosts(values);
  const alone = `${msText(base + perItem)} for a request that comes alone${service === "exponential" ? ", on average" : ""}`;
  if (place === "device") return [`Each user’s own device needs ${alone}.`];
  const who = `${count(servers, "server")}${place === "edge" ? " in a shared edge box" : ""}`;
  const needs = `${capital(who)} ${servers === 1 ? "needs" : "need"} ${alone}.`;
  if (batch === 1) return [needs];
  const starts =
    batchWaitMs > 0
      ? `A batch that is not full starts after ${formatNumber(batchWaitMs, 0)}\u00a0ms`
      : "A free server starts at once with the requests that are there";
  return [needs, `A batch takes up to ${batch} requests; set-up is ${formatNumber(setupShare, 0)}\u00a0%. ${starts}.`];
}

export function question(values: ServingValues): string {
  const { qps, place, networkMs, outageShare, arrivals, queueLimit } = values;
  const sentences = [
    `${formatNumber(qps, 0)} ${qps === 1 ? "request arrives" : "requests arrive"} in a second${arrivals === "day" ? `, averaged over a day that is busiest at ${PEAK_HOUR}:00` : ""}, at random moments.`,
    ...serviceText(values),
  ];
  if (place === "cloud" && networkMs > 0) sentences.push(`The network adds ${formatNumber(networkMs, 0)}\u00a0ms.`);
  if (place === "cloud" && outageShare > 0)
    sentences.push(`The connection is down for ${percentText(outageShare)} of the time.`);
  if (place !== "device" && queueLimit > 0)
    sentences.push(
      queueLimit === 1
        ? "A request that arrives while another one is in the system is rejected."
        : `A request that arrives when ${formatNumber(queueLimit, 0)} are already in the system is rejected.`,
    );
  sentences.push("Within what time are 99 in 100 requests answered?");
  return sentences.join(" ");
}

function overload(values: ServingValues): string {
  const load = percentText(loadOf(values));
  if (values.place === "device")
    return `The busiest user sends ${load} of what one device can do. The queue on that device grows for as long as the service runs.`;
  const more = values.qps * (1 - 1 / loadOf(values));
  const grows =
    more < 0.05
      ? "The queue does not become shorter on average"
      : `The queue grows by ${formatNumber(more, more < 10 ? 1 : 0)} requests every second`;
  return `The requests bring ${load} of the work that ${serversText(values)} can do. ${grows} for as long as the service runs, so a measured latency only says how long we watched.`;
}

function causes(frames: readonly ServingFrame[]): string {
  const [rejected, lost] = (["rejected", "lost"] as const).map((name) => spreadOf(figures(frames, name)).middle);
  if (rejected! > 0 && lost! > 0) return "because the connection was down or the queue was full";
  return lost! > 0 ? "because the connection was down" : "because the queue was full";
}

function answerPhrases(run: ServingRun, values: ServingValues): Phrase[] {
  const never: Phrase = { strong: "There is no such time." };
  if (isUnstable(values)) return [never, ` ${overload(values)}`];
  const last = framesByPart(run).at(-1)!;
  const reached = waits(run).filter(Number.isFinite);
  const wait = spreadOf(reached).middle;
  const p50 = spreadOf(figures(last, "p50Ms")).middle;
  const p99 = spreadOf(figures(last, "p99Ms")).middle;
  const unanswered = spreadOf(unansweredShares(last)).middle;
  if (Number.isNaN(p99)) return [never, " No request is answered."];
  if (reached.length * 2 <= run.replicasDone)
    return [
      never,
      ` ${percentText(unanswered, 1)} of the requests are never answered, ${causes(last)}. Of those that are answered, 99 in 100 are answered within ${msText(p99)}.`,
    ];
  return [
    "99 in 100 requests are answered within ",
    { strong: msText(wait) },
    ` and half of them within ${msText(p50)}: p99 is ${formatNumber(wait / p50, 1)} times the median.`,
  ];
}

/** Which option came true most often, in words; several where they share the first place. */
export function tallyOf(came: readonly Option[], all: readonly Option[]): Outcome["tally"] {
  const standing = tallyWinners(
    came.map((option) => [all.indexOf(option)]),
    all.length,
  );
  const { leader } = leadOf(standing);
  const most = Math.max(...standing.shares);
  const first = leader === undefined ? all.filter((_, i) => standing.shares[i] === most) : [all[leader]!];
  return {
    options: came.map(({ id }) => id),
    caption: `${listText(first.map(({ label }) => label))}: ${countText(most, came.length)}${first.length > 1 ? " each" : ""}, one mark for each`,
    ...(leader !== undefined && { of: all[leader]!.id }),
  };
}

/** " Your guess, 30 to 100 ms, came true in 2 of 32 replicas." */
export function guessPhrases(came: readonly Option[], all: readonly Option[], guess: string | undefined): Phrase[] {
  const guessed = all.find(({ id }) => id === guess);
  if (!guessed) return [];
  const times = came.filter((option) => option === guessed).length;
  return [" Your guess, ", { guess: lower(guessed.label) }, `, came true in ${countText(times, came.length)}.`];
}

export function outcome({ run, values }: ServingResults, guess: string | undefined): Outcome {
  const came = waits(run).map(optionOf);
  if (came.length === 0) return { verdict: [] };
  const intervals = latencyIntervals(run, values);
  return {
    verdict: [...answerPhrases(run, values), ...guessPhrases(came, options, guess)],
    tally: tallyOf(came, options),
    ...(intervals ? { intervals } : {}),
  };
}

function latencyWords(run: ServingRun, values: ServingValues, frames: readonly ServingFrame[]): string[] {
  const at = (name: "p50Ms" | "p95Ms" | "p99Ms") => spreadOf(figures(frames, name)).middle;
  const inside = spreadOf(figures(frames, "inSystem")).middle;
  if (isUnstable(values))
    return [
      `There is no steady state. ${overload(values)}`,
      `At this moment ${formatNumber(inside, 0)} requests are in the system. Half of the latest answers took more than ${msText(spreadOf(figures(frames, "partP50Ms")).middle)}.`,
    ];
  if (Number.isNaN(at("p50Ms"))) return ["No request has been answered yet."];
  const sentences = [
    `Of the answers so far, half came within ${msText(at("p50Ms"))}, 95 in 100 within ${msText(at("p95Ms"))} and 99 in 100 within ${msText(at("p99Ms"))}.`,
  ];
  const exact = closedFormOf(values);
  if (exact)
    sentences.push(
      `Their mean is ${formatNumber(spreadOf(figures(frames, "meanMs")).middle, 1)}\u00a0ms; theory (${exact.name}) gives ${formatNumber(exact.meanMs, 1)}\u00a0ms.`,
    );
  const full = framesByPart(run).filter((part) => spreadOf(figures(part, "partUtilisation")).middle > 0.99).length;
  if (full > 0)
    sentences.push(
      `In ${full} of the ${periodParts} ${unitOfTime(values)}s ${serversText(values)} ${isOne(values) ? "is" : "are"} busy almost all the time. Latency then depends on how long this lasts.`,
    );
  return sentences;
}

export function words({ run, values }: ServingResults, moment: number): string {
  const part = partAt(moment);
  const frames = framesByPart(run)[part]!;
  if (frames.length === 0) return "";
  const busy = spreadOf(figures(frames, "utilisation")).middle;
  const rate = spreadOf(figures(frames, "throughput")).middle;
  const unanswered = spreadOf(unansweredShares(frames)).middle;
  const cost = spreadOf(figures(frames, "costPerMillion")).middle;
  const sentences = [
    `Up to the end of ${unitOfTime(values)} ${part + 1}, ${serversText(values)} ${isOne(values) ? "was" : "were"} busy ${percentText(busy, busy < 0.01 ? 2 : 0)} of the time and gave ${formatNumber(rate, rate < 10 ? 1 : 0)} answers a second.`,
    ...latencyWords(run, values, frames),
  ];
  if (unanswered > 0)
    sentences.push(`${percentText(unanswered, 1)} of the requests so far were never answered, ${causes(frames)}.`);
  if (values.place === "device")
    sentences.push("The devices belong to the users, so answers cost the service nothing.");
  else if (!Number.isNaN(cost)) sentences.push(`A million answers cost ${formatNumber(cost, 2)}\u00a0€.`);
  return sentences.join(" ");
}
