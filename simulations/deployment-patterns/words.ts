/** The release desk in sentences: the question, the answer once it may be told, and what is known at a moment. */

import { quantile } from "../core/statistics/quantile";
import type { IntervalChart, Table } from "../ui/chart/model";
import { roundUp } from "../ui/chart/round-up";
import { formatNumber } from "../ui/ink/format";
import type { Option, Outcome, Phrase } from "../ui/shell/presentation";
import {
  decidedAt,
  decisionsOf,
  isRolledBack,
  knownRate,
  limitOf,
  nextStep,
  ownFrame,
  type Rate,
  type ReleaseRun,
  sharesAt,
} from "./evidence";
import { type CandidateName, candidateNames, deadlineMs, lastMinute, minutesAfter } from "./frames";
import type { ReleaseValues } from "./knobs";
import type { ReleaseResults } from "./results";
import { endsOf, type ReplicaEnd, summarize } from "./summary";

const count = (value: number): string => formatNumber(value, 0);
const phones = (value: number): string => `${count(value)} ${value === 1 ? "phone" : "phones"}`;
const replicas = (value: number): string => `${value} ${value === 1 ? "replica" : "replicas"}`;

const candidateText: Readonly<Record<CandidateName, string>> = {
  better: "better than blue",
  same: "the same as blue",
  "slice-regression": "worse than blue on the new line and better on the others",
  worse: "worse than blue",
  slow: "as accurate as blue but too slow",
};

export function question(values: ReleaseValues): string {
  const { candidate, judge } = values;
  const what =
    candidate === "hidden"
      ? "You do not know whether it is better or worse than blue."
      : `It is ${candidateText[candidate]}. You know this; ${judge === "analysis" ? "the analysis does" : "the people at the belt do"} not.`;
  return `A new version, green, has passed its tests. ${what} How many phones will be misjudged because of this release within ${lastMinute(values)} minutes?`;
}

const ranges = [
  { id: "0", label: "Fewer than 10", from: 0 },
  { id: "10", label: "10 to 99", from: 10 },
  { id: "100", label: "100 to 299", from: 100 },
  { id: "300", label: "300 or more", from: 300 },
] as const;
export const options: readonly Option[] = ranges.map(({ id, label }) => ({ id, label }));
export const rangeOf = (harmed: number): string => ranges.findLast(({ from }) => harmed >= from)!.id;
const rangeText = (id: string): string => {
  const { label } = ranges.find((range) => range.id === id)!;
  return label[0]!.toLowerCase() + label.slice(1);
};

/** From the minute in which the learner's decision acts, or once the release is over. */
export function revealed({ run, values }: ReleaseResults, moment: number): boolean {
  return run.replicasDone > 0 && moment >= (decidedAt(values) ?? lastMinute(values));
}

export const awaiting = "The answer comes when you have promoted or rolled back, or when the release is over.";

function actText(values: ReleaseValues, end: ReplicaEnd): string {
  const decisions = decisionsOf(values).map(
    ({ act, time }) => `${act === "promote" ? "promoted it" : "rolled it back"} at minute ${time}`,
  );
  if (decisions.length > 0) return `You ${decisions.join(" and ")}. `;
  if (end.detectedAt >= 0) return `The analysis rolled it back at minute ${count(end.detectedAt)}. `;
  if (values.judge === "analysis")
    return end.promotedAt >= 0
      ? `The analysis found nothing and promoted it at minute ${count(end.promotedAt)}. `
      : "The analysis found nothing. ";
  return values.pattern === "shadow"
    ? "Nobody promoted it, so it stayed in shadow. "
    : "Nobody decided, so the steps followed the clock. ";
}

export function outcome({ run, values }: ReleaseResults, guess: string | undefined): Outcome {
  const ends = endsOf(run.frames);
  const own = ends[0]!;
  const last = lastMinute(values);
  const candidate = ownFrame(run, last)?.candidates?.[0];
  const results = ends.map(({ harmed }) => rangeOf(harmed));
  const harmed = ends.map((end) => end.harmed);
  const verdict: Phrase[] = [
    ...(candidate === undefined ? [] : ["Green was ", { strong: candidateText[candidateNames[candidate]!] }, ". "]),
    actText(values, own),
    { strong: phones(own.harmed) },
    ` ${own.harmed === 1 ? "was" : "were"} misjudged because of the release by minute ${last}`,
    own.saved > 0
      ? `, and ${phones(own.saved)} that blue would have misjudged ${own.saved === 1 ? "was" : "were"} judged correctly.`
      : ".",
  ];
  if (guess !== undefined && ranges.some(({ id }) => id === guess)) {
    const others = results.filter((result) => result === guess).length;
    verdict.push(
      " Your guess, ",
      { guess: rangeText(guess) },
      rangeOf(own.harmed) === guess ? ", was right" : ", was not right",
      ends.length === 1 ? "." : ` in your release. It was right in ${others} of ${replicas(ends.length)}.`,
    );
  }
  if (ends.length > 1) {
    const [low, high] = [count(quantile(harmed, 0.1)), count(quantile(harmed, 0.9))];
    const spread = low === high ? "" : `; 80 % of the replicas lie between ${low} and ${high}`;
    verdict.push(
      ` Your release is replica 1. The median of all replicas is ${phones(quantile(harmed, 0.5))}${spread}.`,
    );
  }
  return {
    verdict,
    tally: { options: results, caption: captionOf(results) },
    intervals: harmIntervals(run, values, ends),
  };
}

/** Marks of one kind have no key beside them: the caption says what they are. */
function captionOf(results: readonly string[]): string {
  const [first = "0", ...others] = new Set(results);
  const what = "phones misjudged because of the release: one mark for each replica";
  return others.length > 0
    ? `P${what.slice(1)}`
    : `${rangeText(first).replace(/^./, (letter) => letter.toUpperCase())} ${what}`;
}

/** What the release did to phones, over replicas: by what green was where that differs. */
function harmIntervals(run: ReleaseRun, values: ReleaseValues, ends: readonly ReplicaEnd[]): IntervalChart {
  const last = lastMinute(values);
  const drawn = run.frames
    .filter(({ moment }) => moment === last)
    .flatMap(({ candidates }) => Array.from(candidates ?? []));
  const kinds = candidateNames.filter((_, i) => drawn.includes(i));
  const row = (label: string, found: readonly number[]) => ({
    role: "green" as const,
    label,
    low: quantile(found, 0.1),
    middle: quantile(found, 0.5),
    high: quantile(found, 0.9),
  });
  const short: Readonly<Record<CandidateName, string>> = {
    better: "better",
    same: "the same",
    "slice-regression": "worse on one line",
    worse: "worse",
    slow: "slow",
  };
  const rows =
    kinds.length > 1
      ? kinds.map((name) => {
          const of = ends.filter((_, r) => candidateNames[drawn[r]!] === name);
          return row(
            `${short[name]} (${of.length})`,
            of.map(({ harmed }) => harmed),
          );
        })
      : [
          row(
            "misjudged",
            ends.map(({ harmed }) => harmed),
          ),
          row(
            "corrected",
            ends.map(({ saved }) => saved),
          ),
          row(
            "not corrected",
            ends.map(({ missed }) => missed),
          ),
        ];
  return {
    kind: "intervals",
    id: "harm",
    title: kinds.length > 1 ? "Misjudged because of the release, by kind of green" : "What the release did",
    help: `Misjudged: phones that green misjudged and blue would have judged correctly. Corrected: the reverse. Not corrected: phones that blue misjudged and green would have judged correctly. Counted until minute ${last}, which is ${minutesAfter} minutes after the planned end. Marker: median of the replicas; line: 10–90 %.${kinds.length > 1 ? " In brackets: how many replicas drew this kind." : ""}`,
    unit: "phones",
    digits: 0,
    x: { label: "", min: 0, max: roundUp(Math.max(10, ...rows.map(({ high }) => high)) * 1.05) },
    rows,
  };
}

/** Where the limit lies against green's interval. */
function limitText({ low, high }: Rate, limit: number, rolledBack: boolean): string {
  if (low > limit) return `The whole interval is above the limit of ${limit}.`;
  if (high < limit) return `The whole interval is below the limit of ${limit}.`;
  return `The limit of ${limit} is inside the interval: ${rolledBack ? "so few phones do not decide it" : "these phones do not decide it yet"}.`;
}

/** A step by its name in the plan, with what it does: "setWeight 25 (green gets 25 % of the phones)". */
function stepText(label: string): string {
  const [step, share] = label.split(" ");
  if (step === "setWeight") return `${label} (green gets ${share} % of the phones)`;
  if (step === "setMirrorRoute") return `${label} (green gets copies of ${share} % of the phones)`;
  return label;
}

export function words({ run, values }: ReleaseResults, moment: number): string {
  const frame = ownFrame(run, moment);
  if (!frame) return "";
  const { weight, mirror } = sharesAt(frame, values);
  const blue = knownRate(frame, "blue");
  const green = knownRate(frame, "green");
  const limit = limitOf(run);
  const sentences = [
    weight === 0 && mirror > 0
      ? `At minute ${moment} green judges every phone, but its verdicts are not used.`
      : weight === 0
        ? `At minute ${moment} no phone goes to green.`
        : weight === 100
          ? `At minute ${moment} every phone goes to green.`
          : `At minute ${moment} green gets ${count(weight)} % of the phones and blue gets the rest.`,
  ];
  if (green.audited === 0) sentences.push("Inspectors have not reviewed any of green’s phones yet.");
  else {
    const beside = blue.audited > 0 ? `, and blue ${count(blue.rate)} in 1,000` : "";
    sentences.push(
      `Inspectors have reviewed ${count(green.audited)} of green’s phones. Of these, green misjudged ${count(green.rate)} in 1,000${beside}. Green’s 95 % interval reaches from ${count(green.low)} to ${count(green.high)}.`,
    );
    if (limit !== undefined) sentences.push(limitText(green, limit, isRolledBack(run, moment)));
  }
  const [slow, usual] = [frame.greenP95Ms[0]!, frame.blueP95Ms[0]!];
  if (slow > deadlineMs)
    sentences.push(
      `5 % of green’s answers take longer than ${count(slow)} ms${usual >= 0 ? `, 5 % of blue’s longer than ${count(usual)} ms` : ""}. After ${deadlineMs} ms the belt moves on.`,
    );
  if (isRolledBack(run, moment))
    sentences.push(
      frame.rolledBackAt[0]! >= 0
        ? `Green was rolled back at minute ${count(frame.rolledBackAt[0]!)}.`
        : `The rollback began at minute ${count(frame.detectedAt[0]!)} and is not complete: blue is being started again.`,
    );
  const next = nextStep(run, values, moment);
  if (next) sentences.push(`The next step is ${stepText(next.label)} at minute ${count(next.minute)}.`);
  return sentences.join(" ");
}

/** Times and shares over the replicas, once they may be told. */
export function tables(results: ReleaseResults, moment: number): Table[] {
  if (!revealed(results, moment)) return [];
  const s = summarize(results.run.frames);
  const cell = (value: number | null, digits: number) => (value === null ? "–" : Number(value.toFixed(digits)));
  const row = (label: string, low: number | null, middle: number | null, high: number | null, digits = 0) => [
    label,
    cell(low, digits),
    cell(middle, digits),
    cell(high, digits),
  ];
  const share = (label: string, value: number | null) => [
    label,
    "",
    value === null ? "–" : Math.round(100 * value),
    "",
  ];
  return [
    {
      caption: `The release over ${replicas(results.run.replicasDone)}`,
      columns: ["measure", "10 %", "median or share", "90 %"],
      rows: [
        row("phones misjudged because of the release", s.harmedP10, s.harmed, s.harmedP90),
        row("phones corrected by the release", s.savedP10, s.saved, s.savedP90),
        row("phones that green would have corrected", s.missedP10, s.missed, s.missedP90),
        row("minutes until a check failed or you rolled back", s.timeToDetectP10, s.timeToDetect, s.timeToDetectP90),
        row("minutes until blue had all phones again", s.timeToRollbackP10, s.timeToRollback, s.timeToRollbackP90),
        row("minutes until green had all phones", s.timeToFullP10, s.timeToFull, s.timeToFullP90),
        row("unused verdicts per phone", s.extraComputeP10, s.extraCompute, s.extraComputeP90, 2),
        share("rolled back, % of replicas", s.rolledBackShare),
        share("good versions rolled back, % of good ones", s.falseRollbackShare),
        share("bad versions promoted, % of bad ones", s.missedShare),
      ],
    },
  ];
}
