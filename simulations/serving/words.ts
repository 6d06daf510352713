/** The bench in sentences: the question before it, the verdict after it, and what the charts show at a moment. */
import { formatNumber } from "../ui/format";
import type { Outcome, Phrase } from "../ui/presentation";
import { latencyIntervals } from "./chart-latency";
import { periodParts, type ServingFrame } from "./frames";
import type { ServingValues } from "./knobs";
import { isUnstable, msText, partAt, unitOfTime } from "./period";
import { batchCosts, closedFormOf, driftLevel, loadOf } from "./summary";
import { figures, framesByPart, optionOf, options, type ServingRun, spreadOf, unansweredShares, waits } from "./waits";

const percent = (share: number, digits = 0): string => `${formatNumber(share, digits, "percent")}\u00a0%`;
const small = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const count = (n: number, one: string): string => `${small[n] ?? formatNumber(n, 0)} ${one}${n === 1 ? "" : "s"}`;
const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);

/** "One server takes 10 ms for each on average, up to 16 at once." */
function serviceText(values: ServingValues): string {
  const { servers, batch, service, place, setupShare } = values;
  const { base, perItem } = batchCosts(values);
  const alone = msText(base + perItem);
  const average = service === "exponential" ? " on average" : "";
  const together =
    batch > 1
      ? ` and up to ${batch} at once, of which all share the set-up (${formatNumber(setupShare, 0)} % of that time)`
      : "";
  const who = `${count(servers, "server")}${place === "edge" ? " at the edge" : ""}`;
  return `${capital(who)} ${servers === 1 ? "takes" : "take"} ${alone} for a request${average}${together}.`;
}

export function question(values: ServingValues): string {
  const { qps, place, networkMs, outageShare, arrivals, queueLimit } = values;
  const sentences = [
    `${formatNumber(qps, 0)} ${qps === 1 ? "request comes" : "requests come"} in a second${arrivals === "day" ? ", averaged over a day with its rush at 14 h" : ""}, at random moments.`,
    serviceText(values),
  ];
  if (place === "cloud" && (networkMs > 0 || outageShare > 0)) {
    const network = networkMs > 0 ? `The network adds ${formatNumber(networkMs, 0)} ms` : "The network adds nothing";
    sentences.push(outageShare > 0 ? `${network}, and is out for ${percent(outageShare)} of the time.` : `${network}.`);
  }
  if (queueLimit > 0) sentences.push(`Who comes when ${count(queueLimit, "request")} are inside is turned away.`);
  sentences.push("Within what time do 99 in 100 requests have their answer?");
  return sentences.join(" ");
}

/** How many requests a second more arrive than can be answered. */
const surplus = (values: ServingValues): number => values.qps * (1 - 1 / loadOf(values));

function overload(values: ServingValues): string {
  const more = surplus(values);
  const grows =
    more < 0.05
      ? "The line has no reason ever to shrink"
      : `The line grows by ${formatNumber(more, more < 10 ? 1 : 0)} requests every second`;
  return `${percent(loadOf(values))} of what ${values.servers === 1 ? "the server" : "the servers"} can do arrives. ${grows}, for as long as it runs: a figure would only say how long we watched.`;
}

function causes(frames: readonly ServingFrame[]): string {
  const [rejected, lost] = (["rejected", "lost"] as const).map((name) => spreadOf(figures(frames, name)).middle);
  if (rejected! > 0 && lost! > 0) return "lost while the connection was out, or turned away from a full line";
  return lost! > 0 ? "lost while the connection was out" : "turned away from a full line";
}

function answerPhrases(run: ServingRun, values: ServingValues): Phrase[] {
  const never: Phrase = { strong: "There is no such time." };
  if (isUnstable(values)) return [never, ` ${overload(values)}`];
  const last = framesByPart(run).at(-1)!;
  const wait = spreadOf(waits(run).filter(Number.isFinite)).middle;
  const p50 = spreadOf(figures(last, "p50Ms")).middle;
  const p99 = spreadOf(figures(last, "p99Ms")).middle;
  const unanswered = spreadOf(unansweredShares(last)).middle;
  if (Number.isNaN(p99)) return [never, " No request has an answer."];
  const reached = waits(run).filter(Number.isFinite).length;
  if (reached * 2 <= run.replicasDone)
    return [
      never,
      ` ${percent(unanswered, 1)} of the requests never have an answer, ${causes(last)}. Of those that do, 99 in 100 have it within ${msText(p99)}.`,
    ];
  return [
    "99 in 100 requests have their answer within ",
    { strong: msText(wait) },
    `, half of them within ${msText(p50)}: the tail is ${formatNumber(wait / p50, 1)} times the median.`,
  ];
}

export function outcome(run: ServingRun, values: ServingValues, guess: string | undefined): Outcome {
  const came = waits(run).map((wait) => optionOf(wait).id);
  if (came.length === 0) return { verdict: [] };
  const times = (id: string) => came.filter((option) => option === id).length;
  const commonest = [...options].sort((a, b) => times(b.id) - times(a.id))[0]!;
  const guessed = options.find(({ id }) => id === guess);
  const of = `${times(commonest.id)} of ${came.length} replicas`;
  const intervals = latencyIntervals(run, values);
  return {
    verdict: [
      ...answerPhrases(run, values),
      ...(guessed
        ? [
            " Your guess, ",
            { guess: guessed.label.charAt(0).toLowerCase() + guessed.label.slice(1) },
            guessed.id === commonest.id ? `, holds in ${of}.` : `, holds in ${times(guessed.id)}.`,
          ]
        : []),
    ],
    tally: { options: came, caption: `${commonest.label}: ${of}, one mark each` },
    ...(intervals ? { intervals } : {}),
  };
}

function latencyWords(run: ServingRun, values: ServingValues, frames: readonly ServingFrame[]): string[] {
  const at = (name: "p50Ms" | "p95Ms" | "p99Ms") => spreadOf(figures(frames, name)).middle;
  const inside = spreadOf(figures(frames, "inSystem")).middle;
  if (isUnstable(values))
    return [
      `There is no steady state: ${percent(loadOf(values))} of what ${values.servers === 1 ? "it" : "they"} can do arrives.`,
      `By then ${formatNumber(inside, 0)} requests are in the system, and the latest half of the answers took more than ${msText(spreadOf(figures(frames, "partP50Ms")).middle)}; both grow on.`,
    ];
  if (Number.isNaN(at("p50Ms"))) return ["No request has had an answer yet."];
  const sentences = [
    `Of the answers so far half came within ${msText(at("p50Ms"))}, 95 in 100 within ${msText(at("p95Ms"))} and 99 in 100 within ${msText(at("p99Ms"))}.`,
  ];
  const exact = closedFormOf(values);
  if (exact)
    sentences.push(
      `Their mean is ${formatNumber(spreadOf(figures(frames, "meanMs")).middle, 1)} ms; theory (${exact.name}) says ${formatNumber(exact.meanMs, 1)}.`,
    );
  const full = framesByPart(run).filter((part) => spreadOf(figures(part, "partUtilisation")).middle > 0.99).length;
  if (full > 0)
    sentences.push(
      `In ${full} of the ${periodParts} ${unitOfTime(values)}s the servers hardly rest, so what is measured then depends on how long the rush lasts.`,
    );
  return sentences;
}

function logWords(values: ServingValues, frames: readonly ServingFrame[]): string {
  const rows = spreadOf(figures(frames, "logRows")).middle;
  if (values.logForm === "nothing" || rows === 0)
    return "Nothing of the input is in a log: it gives nobody away, and no drift can be found in it.";
  const drift = figures(frames, "driftP");
  const found = drift.filter((p) => p <= driftLevel).length;
  const alarms = figures(frames, "calmP").filter((p) => p <= driftLevel).length;
  const [named, alone] = (["namedShare", "singledOutShare"] as const).map(
    (name) => spreadOf(figures(frames, name)).middle,
  );
  const shows =
    values.driftSize > 0
      ? `show the drift in ${found} of ${drift.length} replicas, and ring in ${alarms} where there is none`
      : `ring in ${found} of ${drift.length} replicas, though nothing drifted`;
  return `The log’s ${formatNumber(rows, 0)} rows ${shows}; they name ${percent(named!, 1)} of all people and single out ${percent(alone!, 1)}.`;
}

export function words(run: ServingRun, values: ServingValues, moment: number): string {
  const part = partAt(moment);
  const frames = framesByPart(run)[part]!;
  if (frames.length === 0) return "";
  const busy = spreadOf(figures(frames, "utilisation")).middle;
  const rate = spreadOf(figures(frames, "throughput")).middle;
  const unanswered = spreadOf(unansweredShares(frames)).middle;
  const cost = spreadOf(figures(frames, "costPerMillion")).middle;
  const sentences = [
    `By the end of ${unitOfTime(values)} ${part + 1} the ${values.servers === 1 ? "server has" : "servers have"} been busy ${percent(busy)} of the time and given ${formatNumber(rate, rate < 10 ? 1 : 0)} answers a second.`,
    ...latencyWords(run, values, frames),
  ];
  if (unanswered > 0)
    sentences.push(`${percent(unanswered, 1)} of the requests so far never have an answer, ${causes(frames)}.`);
  if (!Number.isNaN(cost)) sentences.push(`A million answers cost ${formatNumber(cost, 2)} €.`);
  sentences.push(logWords(values, frames));
  return sentences.join(" ");
}
