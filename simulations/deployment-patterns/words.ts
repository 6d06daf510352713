/** The release desk in sentences: the question, the answer once it may be told, and what is known at a moment. */
import { quantile } from "../core/statistics/quantile";
import type { IntervalChart, Table } from "../ui/chart/model";
import { roundUp } from "../ui/chart/round-up";
import { formatNumber } from "../ui/format";
import type { Option, Outcome, Phrase } from "../ui/presentation";
import {
  decidedAt,
  isRolledBack,
  knownRate,
  lastMinute,
  limitOf,
  nextStep,
  ownFrame,
  type ReleaseRun,
  sharesAt,
} from "./evidence";
import { type CandidateName, candidateNames } from "./frames";
import type { ReleaseValues } from "./knobs";
import { endsOf, type ReplicaEnd, summarize } from "./summary";

const count = (value: number): string => formatNumber(value, 0);

const candidateText: Readonly<Record<CandidateName, string>> = {
  better: "better",
  same: "the same as blue",
  "slice-regression": "worse on the newly lit line and better elsewhere",
  worse: "worse",
  slow: "too slow",
};

export function question({ candidate, judge }: ReleaseValues): string {
  const what =
    candidate === "hidden"
      ? "What is wrong with it, if anything, nobody has told you."
      : `It is ${candidateText[candidate]}, and only you know.`;
  const until = judge === "none" ? "before you act" : "before the analysis acts, if it does";
  return `A new version has passed its tests. ${what} How many phones will be misjudged because of this release ${until}?`;
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

/** The consequences are seen for so many minutes before the answer comes. */
const minutesSeen = 10;

/** Once the learner has decided and seen what came of it, or the release is over. */
export function revealed(run: ReleaseRun, values: ReleaseValues, moment: number): boolean {
  const decided = decidedAt(values);
  const last = lastMinute(values);
  return run.replicasDone > 0 && moment >= (decided === undefined ? last : Math.min(decided + minutesSeen, last));
}

export const awaiting = "The answer comes when you have promoted or rolled back, or when the release is over.";

function actText(values: ReleaseValues, end: ReplicaEnd): string {
  const decided = decidedAt(values);
  if (decided !== undefined)
    return values.decision === "promote"
      ? `You promoted it at minute ${decided}. `
      : `You rolled it back at minute ${decided}. `;
  if (end.detectedAt >= 0) return `The analysis failed at minute ${count(end.detectedAt)} and green was rolled back. `;
  if (values.judge === "analysis")
    return end.promotedAt >= 0
      ? `The analysis let it through at minute ${count(end.promotedAt)}. `
      : "The analysis found nothing. ";
  return values.pattern === "shadow"
    ? "Nobody decided, so it stayed in shadow. "
    : "Nobody decided, so the steps went by the clock. ";
}

export function outcome(run: ReleaseRun, values: ReleaseValues, guess: string | undefined): Outcome {
  const ends = endsOf(run.frames);
  const own = ends[0]!;
  const candidate = ownFrame(run, lastMinute(values))?.candidates?.[0];
  const results = ends.map(({ harmed }) => rangeOf(harmed));
  const of = (id: string) => results.filter((result) => result === id).length;
  const first = [...ranges].sort((a, b) => of(b.id) - of(a.id))[0]!;
  const harmed = ends.map((end) => end.harmed);
  const verdict: Phrase[] = [
    ...(candidate === undefined ? [] : ["Green was ", { strong: candidateText[candidateNames[candidate]!] }, ". "]),
    actText(values, own),
    { strong: count(own.harmed) },
    own.harmed === 1 ? " phone was" : " phones were",
    " misjudged because of the release",
    own.saved > 0
      ? `, and ${count(own.saved)} that blue would have misjudged ${own.saved === 1 ? "was" : "were"} put right.`
      : ".",
  ];
  if (guess !== undefined && ranges.some(({ id }) => id === guess)) {
    const right = rangeOf(own.harmed) === guess;
    const share = `${of(guess)} of ${ends.length} replicas`;
    verdict.push(
      " You said ",
      { guess: rangeText(guess) },
      right ? `: right, as in ${share}.` : `: so it was in ${share}.`,
    );
  }
  if (ends.length > 1)
    verdict.push(
      ` Over all replicas it is ${count(quantile(harmed, 0.5))} in the median, from ${count(quantile(harmed, 0.1))} to ${count(quantile(harmed, 0.9))} in the middle 80 %.`,
    );
  return {
    verdict,
    tally: {
      options: results,
      caption: `${first.label} phones: ${of(first.id)} of ${ends.length} replicas, one mark each`,
    },
    intervals: harmIntervals(run, values, ends),
  };
}

/** What the release did to phones, over replicas: by what green was where that differs. */
function harmIntervals(run: ReleaseRun, values: ReleaseValues, ends: readonly ReplicaEnd[]): IntervalChart {
  const last = lastMinute(values);
  const drawn = run.frames
    .filter(({ moment }) => moment === last)
    .flatMap(({ candidates }) => Array.from(candidates ?? []));
  const kinds = candidateNames.filter((_, i) => drawn.includes(i));
  const row = (label: string, figures: readonly number[]) => ({
    role: "green" as const,
    label,
    low: quantile(figures, 0.1),
    middle: quantile(figures, 0.5),
    high: quantile(figures, 0.9),
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
            "put right",
            ends.map(({ saved }) => saved),
          ),
          row(
            "not put right",
            ends.map(({ missed }) => missed),
          ),
        ];
  return {
    kind: "intervals",
    id: "harm",
    title: kinds.length > 1 ? "Misjudged because of it, by what green was" : "What the release did",
    help: "Misjudged: phones that green answered wrongly and blue would have got right. Put right: the reverse. Not put right: phones that blue answered wrongly and green would have got right. Counted until half an hour after the planned end. Marker: median of the replicas; line: 10–90 %.",
    unit: "phones",
    digits: 0,
    x: { label: "", min: 0, max: roundUp(Math.max(10, ...rows.map(({ high }) => high)) * 1.05) },
    rows,
  };
}

export function words(run: ReleaseRun, values: ReleaseValues, moment: number): string {
  const frame = ownFrame(run, moment);
  if (!frame) return "";
  const { weight, mirror } = sharesAt(frame, values);
  const blue = knownRate(frame, "blue");
  const green = knownRate(frame, "green");
  const limit = limitOf(run);
  const sentences = [
    weight === 0 && mirror > 0
      ? `At minute ${moment} green is shown every phone and nobody listens to it.`
      : weight === 0
        ? `At minute ${moment} no phone goes to green.`
        : weight === 100
          ? `At minute ${moment} every phone goes to green.`
          : `At minute ${moment} green gets ${count(weight)} % of the phones, blue the rest.`,
  ];
  if (green.audited === 0) sentences.push("Inspectors have seen none of green’s phones yet.");
  else {
    const beside = blue.audited > 0 ? `, blue ${count(blue.rate)}` : "";
    sentences.push(
      `Of those that inspectors looked at it has misjudged ${count(green.rate)} in 1,000${beside}. They looked at ${count(green.audited)} of green’s phones, and the interval reaches from ${count(green.low)} to ${count(green.high)}.`,
    );
    if (limit !== undefined)
      sentences.push(
        green.low > limit
          ? `All of it lies above the limit of ${limit}.`
          : green.high < limit
            ? `All of it lies below the limit of ${limit}.`
            : `The limit of ${limit} lies inside it: ${isRolledBack(run, moment) ? "so few phones do not settle it" : "nothing is decided yet"}.`,
      );
  }
  const [slow, usual] = [frame.greenP95Ms[0]!, frame.blueP95Ms[0]!];
  if (slow > 100)
    sentences.push(
      `One answer in twenty of green takes longer than ${count(slow)} ms${usual >= 0 ? `, of blue ${count(usual)} ms` : ""}; the belt moves on after 100.`,
    );
  if (isRolledBack(run, moment))
    sentences.push(
      frame.rolledBackAt[0]! >= 0
        ? `Green was rolled back at minute ${count(frame.rolledBackAt[0]!)}.`
        : `Green is being rolled back since minute ${count(frame.detectedAt[0]!)}.`,
    );
  const next = nextStep(run, values, moment);
  if (next) sentences.push(`Next comes ${next.label} at minute ${count(next.minute)}.`);
  return sentences.join(" ");
}

/** Times and shares over the replicas, once they may be told. */
export function tables(run: ReleaseRun, values: ReleaseValues, moment: number): Table[] {
  if (!revealed(run, values, moment)) return [];
  const s = summarize(run.frames);
  const figure = (value: number | null, digits: number) => (value === null ? "–" : Number(value.toFixed(digits)));
  const row = (label: string, low: number | null, middle: number | null, high: number | null, digits = 0) => [
    label,
    figure(low, digits),
    figure(middle, digits),
    figure(high, digits),
  ];
  const share = (label: string, value: number | null) => [
    label,
    "",
    value === null ? "–" : Math.round(100 * value),
    "",
  ];
  return [
    {
      caption: `The release over ${run.replicasDone} replicas`,
      columns: ["figure", "10 %", "median or value", "90 %"],
      rows: [
        row("phones misjudged because of it", s.harmedP10, s.harmed, s.harmedP90),
        row("phones put right by it", s.savedP10, s.saved, s.savedP90),
        row("phones it would have put right", s.missedP10, s.missed, s.missedP90),
        row("minutes to detect", s.timeToDetectP10, s.timeToDetect, s.timeToDetectP90),
        row("minutes until rolled back", s.timeToRollbackP10, s.timeToRollback, s.timeToRollbackP90),
        row("minutes until green had all phones", s.timeToFullP10, s.timeToFull, s.timeToFullP90),
        row("verdicts nobody used, per phone", s.extraComputeP10, s.extraCompute, s.extraComputeP90, 2),
        share("rolled back, % of replicas", s.rolledBackShare),
        share("good versions rolled back, %", s.falseRollbackShare),
        share("bad versions promoted, %", s.missedShare),
      ],
    },
  ];
}
