/** What is read at the end of one part of the period, over replicas. */
import { type Band, bandOf, bandOfKnown } from "../core/statistics/band";
import { wilsonInterval } from "../core/statistics/wilson";
import { kept, lazily } from "../runtime/results";
import { driftLevel, latencyBins, type ServingFrame } from "./frames";
import { waitOf99 } from "./waits";

/** Figures of a frame that hold one number per replica. */
type Recorded = Exclude<
  { [Name in keyof ServingFrame]: ServingFrame[Name] extends Float32Array ? Name : never }[keyof ServingFrame],
  "histogram"
>;

/** Shares of all requests so far, and of those that arrived in this part. */
type Share = "unanswered" | "rejectedShare" | "lostShare" | "partRejectedShare" | "partLostShare";

export type Figure = Recorded | Share;

/** In how many replicas the test says that the logged inputs differ from training's. */
export interface Found {
  readonly count: number;
  readonly replicas: number;
  readonly share: number;
  /** The share with its 95 % interval (Wilson 1927). */
  readonly band: Band;
}

export interface PartResults {
  /** How many replicas have come so far. */
  readonly replicas: number;
  /** A figure of every replica, in order; NaN where there is none yet. */
  readonly figures: (name: Figure) => readonly number[];
  /** The same figure over replicas; NaN where none has it. */
  readonly band: (name: Figure) => Band;
  /** By latency bin: its share of the requests answered so far. */
  readonly latencies: readonly Band[];
  /** Within what time 99 of 100 requests so far are answered, replica by replica, in ms. */
  readonly waits: readonly number[];
  /** What the test finds in the log (`driftP`), and on the same rows without drift (`calmP`). */
  readonly found: (pValues: "driftP" | "calmP") => Found;
}

function figuresOf(frames: readonly ServingFrame[], before: PartResults | undefined): PartResults["figures"] {
  const outcomes = ["answered", "rejected", "lost"] as const;
  type Outcome = (typeof outcomes)[number];
  const addUp = (counts: readonly (readonly number[])[]) =>
    counts[0]!.map((_, r) => counts.reduce((sum, count) => sum + count[r]!, 0));
  const shareSoFar = (...without: Outcome[]) => {
    const all = addUp(outcomes.map(figures));
    return addUp(without.map(figures)).map((count, r) => count / Math.max(1, all[r]!));
  };
  const inPart = (name: Outcome) => {
    const earlier = before?.figures(name) ?? [];
    return figures(name).map((count, r) => count - (earlier[r] ?? 0));
  };
  const shareInPart = (name: Outcome) => {
    const all = addUp(outcomes.map(inPart));
    return inPart(name).map((count, r) => (all[r]! > 0 ? count / all[r]! : Number.NaN));
  };
  const shares: Readonly<Record<Share, () => readonly number[]>> = {
    unanswered: () => shareSoFar("rejected", "lost"),
    rejectedShare: () => shareSoFar("rejected"),
    lostShare: () => shareSoFar("lost"),
    partRejectedShare: () => shareInPart("rejected"),
    partLostShare: () => shareInPart("lost"),
  };
  const recorded = (name: Recorded) =>
    frames.flatMap((frame) => Array.from(frame[name], (value) => (value < 0 ? Number.NaN : value)));
  const figures: PartResults["figures"] = kept((name) =>
    name in shares ? shares[name as Share]() : recorded(name as Recorded),
  );
  return figures;
}

/** Every bin's share of a replica's answered requests, as a band over replicas. */
const latenciesOf = (frames: readonly ServingFrame[]): Band[] =>
  Array.from({ length: latencyBins }, (_, bin) =>
    bandOf(
      frames.flatMap((frame) => {
        const replicas = frame.answered.length;
        return Array.from(
          frame.answered,
          (answered, r) => frame.histogram[bin * replicas + r]! / Math.max(1, answered),
        );
      }),
    ),
  );

function foundIn(pValues: readonly number[]): Found {
  const replicas = pValues.length;
  const count = pValues.filter((p) => p <= driftLevel).length;
  const share = count / replicas;
  const [low, high] = wilsonInterval(count, replicas);
  return { count, replicas, share, band: { low, middle: share, high } };
}

/** @param before the part before, where there is one */
export function partOf(frames: readonly ServingFrame[], before?: PartResults): PartResults {
  const figures = figuresOf(frames, before);
  return lazily<PartResults>({
    replicas: () => frames.reduce((sum, { answered }) => sum + answered.length, 0),
    figures: () => figures,
    band: () => kept((name) => bandOfKnown(figures(name))),
    latencies: () => (frames.length > 0 ? latenciesOf(frames) : []),
    waits: () => frames.flatMap((frame) => Array.from(frame.answered, (_, r) => waitOf99(frame, r))),
    found: () => kept((pValues) => foundIn(figures(pValues))),
  });
}
