/** The bench in sentences: the question before it, the verdict after it, and what the charts show at a moment. */
import type { Lead, Tally } from "../core/statistics/lead";
import { PEAK_HOUR } from "../core/worlds/traffic";
import { formatNumber, listText } from "../ui/ink/format";
import { countText, marksOf } from "../ui/results/lead-words";
import type { Option, Outcome, Phrase } from "../ui/results/verdict";
import { latencyIntervals } from "./chart-latency";
import { partAt, periodParts } from "./frames";
import type { ServingValues } from "./knobs";
import { batchCosts, closedFormOf, isUnstable, loadOf } from "./load";
import { msText, percentText, unitOfTime } from "./period";
import type { ServingResults } from "./results";
import type { Figure, PartResults } from "./results-part";
import { options } from "./waits";

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

function causes({ band }: PartResults): string {
  const [rejected, lost] = [band("rejected").middle, band("lost").middle];
  if (rejected > 0 && lost > 0) return "because the connection was down or the queue was full";
  return lost > 0 ? "because the connection was down" : "because the queue was full";
}

function answerPhrases({ run, values, end, reached }: ServingResults): Phrase[] {
  const never: Phrase = { strong: "There is no such time." };
  if (isUnstable(values)) return [never, ` ${overload(values)}`];
  const middle = (name: Figure) => end.band(name).middle;
  if (Number.isNaN(middle("p99Ms"))) return [never, " No request is answered."];
  if (reached.replicas * 2 <= run.replicasDone)
    return [
      never,
      ` ${percentText(middle("unanswered"), 1)} of the requests are never answered, ${causes(end)}. Of those that are answered, 99 in 100 are answered within ${msText(middle("p99Ms"))}.`,
    ];
  const wait = reached.wait.middle;
  return [
    "99 in 100 requests are answered within ",
    { strong: msText(wait) },
    ` and half of them within ${msText(middle("p50Ms"))}: p99 is ${formatNumber(wait / middle("p50Ms"), 1)} times the median.`,
  ];
}

/** Which option came true most often, in words; several where they share the first place. */
export function tallyOf(standing: Tally & Lead, all: readonly Option[]): Outcome["tally"] {
  const { leader, shares, replicas } = standing;
  const most = Math.max(...shares);
  const first = leader === undefined ? all.filter((_, i) => shares[i] === most) : [all[leader]!];
  return {
    options: marksOf(standing, all),
    caption: `${listText(first.map(({ label }) => label))}: ${countText(most, replicas)}${first.length > 1 ? " each" : ""}, one mark for each`,
    ...(leader !== undefined && { of: all[leader]!.id }),
  };
}

/** " Your guess, 30 to 100 ms, came true in 2 of 32 replicas." */
export function guessPhrases({ shares, replicas }: Tally, all: readonly Option[], guess: string | undefined): Phrase[] {
  const guessed = all.findIndex(({ id }) => id === guess);
  if (guessed < 0) return [];
  return [
    " Your guess, ",
    { guess: lower(all[guessed]!.label) },
    `, came true in ${countText(shares[guessed]!, replicas)}.`,
  ];
}

export function outcome(results: ServingResults, guess: string | undefined): Outcome {
  const { end, standing } = results;
  if (end.replicas === 0) return { verdict: [] };
  const intervals = latencyIntervals(results);
  return {
    verdict: [...answerPhrases(results), ...guessPhrases(standing, options, guess)],
    tally: tallyOf(standing, options),
    ...(intervals ? { intervals } : {}),
  };
}

function latencyWords({ values, fullParts }: ServingResults, middle: (name: Figure) => number): string[] {
  if (isUnstable(values))
    return [
      `There is no steady state. ${overload(values)}`,
      `At this moment ${formatNumber(middle("inSystem"), 0)} requests are in the system. Half of the latest answers took more than ${msText(middle("partP50Ms"))}.`,
    ];
  if (Number.isNaN(middle("p50Ms"))) return ["No request has been answered yet."];
  const sentences = [
    `Of the answers so far, half came within ${msText(middle("p50Ms"))}, 95 in 100 within ${msText(middle("p95Ms"))} and 99 in 100 within ${msText(middle("p99Ms"))}.`,
  ];
  const exact = closedFormOf(values);
  if (exact)
    sentences.push(
      `Their mean is ${formatNumber(middle("meanMs"), 1)}\u00a0ms; theory (${exact.name}) gives ${formatNumber(exact.meanMs, 1)}\u00a0ms.`,
    );
  if (fullParts > 0)
    sentences.push(
      `In ${fullParts} of the ${periodParts} ${unitOfTime(values)}s ${serversText(values)} ${isOne(values) ? "is" : "are"} busy almost all the time. Latency then depends on how long this lasts.`,
    );
  return sentences;
}

export function words(results: ServingResults, moment: number): string {
  const { values } = results;
  const part = results.at(moment);
  if (part.replicas === 0) return "";
  const middle = (name: Figure) => part.band(name).middle;
  const [busy, rate] = [middle("utilisation"), middle("throughput")];
  const [unanswered, cost] = [middle("unanswered"), middle("costPerMillion")];
  const sentences = [
    `Up to the end of ${unitOfTime(values)} ${partAt(moment) + 1}, ${serversText(values)} ${isOne(values) ? "was" : "were"} busy ${percentText(busy, busy < 0.01 ? 2 : 0)} of the time and gave ${formatNumber(rate, rate < 10 ? 1 : 0)} answers a second.`,
    ...latencyWords(results, middle),
  ];
  if (unanswered > 0)
    sentences.push(`${percentText(unanswered, 1)} of the requests so far were never answered, ${causes(part)}.`);
  if (values.place === "device")
    sentences.push("The devices belong to the users, so answers cost the service nothing.");
  else if (!Number.isNaN(cost)) sentences.push(`A million answers cost ${formatNumber(cost, 2)}\u00a0€.`);
  return sentences.join(" ");
}
