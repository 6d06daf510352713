/**
 * The release in a few numbers, over replicas.
 *
 * harmed        phones green answered wrongly that blue would have got right, from the release to half an hour after it was
 *               due; `saved` counts the reverse, `missed` the phones blue answered wrongly while green would have got them right
 * detectedShare replicas in which a check of the analysis failed or the learner rolled back; `timeToDetect` their minutes
 * timeToRollback minutes until every phone was back with blue
 * extraCompute  verdicts computed that nobody used, per phone, while the release was under way: 1 is double computation
 * timeToFull    minutes until green had every phone for good
 *
 * Times are medians over the replicas to which it happened, null when it happened to none. `falseRollbackShare` is the share of
 * rolled-back replicas among those whose green was good (better or the same), `missedShare` the share of those whose green
 * was bad that ended with it in place; null when there are none or the hidden version is not told yet.
 */
import { type Band, bandOf, type Named, namedBand } from "../core/statistics/band";
import { type CandidateName, candidateNames, isBad, type ReleaseFrame } from "./frames";

export interface ReleaseSummary
  extends Named<"harmed" | "saved" | "missed" | "extraCompute">,
    Named<"timeToDetect" | "timeToRollback" | "timeToFull", number | null> {
  readonly detectedShare: number;
  readonly rolledBackShare: number;
  readonly promotedShare: number;
  readonly falseRollbackShare: number | null;
  readonly missedShare: number | null;
}

const none: { readonly [Key in keyof Band]: null } = { low: null, middle: null, high: null };

/** Of the replicas to which it happened. */
function times<Name extends string>(name: Name, minutes: readonly number[]): Named<Name, number | null> {
  const happened = minutes.filter((minute) => minute >= 0);
  return namedBand<Name, number | null>(name, happened.length > 0 ? bandOf(happened) : none);
}

const shareOf = <T>(values: readonly T[], holds: (value: T) => boolean): number | null =>
  values.length === 0 ? null : values.filter(holds).length / values.length;

/** Each replica at the end. */
export interface ReplicaEnd {
  readonly harmed: number;
  readonly saved: number;
  readonly missed: number;
  readonly extraCompute: number;
  readonly detectedAt: number;
  readonly rolledBackAt: number;
  readonly promotedAt: number;
  readonly fullSince: number;
  /** What green was; undefined while a hidden version is not told. */
  readonly green?: CandidateName;
}

/** @throws RangeError without a frame */
export function endsOf(frames: readonly ReleaseFrame[]): ReplicaEnd[] {
  if (frames.length === 0) throw new RangeError("frames must hold at least one frame, got none");
  const end = Math.max(...frames.map(({ moment }) => moment));
  return frames
    .filter(({ moment }) => moment === end)
    .flatMap((frame) =>
      Array.from(frame.harmed, (harmed, r) => ({
        harmed,
        saved: frame.saved[r]!,
        missed: frame.missed[r]!,
        extraCompute: frame.releasePhones[r]! > 0 ? frame.extraVerdicts[r]! / frame.releasePhones[r]! : 0,
        detectedAt: frame.detectedAt[r]!,
        rolledBackAt: frame.rolledBackAt[r]!,
        promotedAt: frame.promotedAt[r]!,
        fullSince: frame.fullSince[r]!,
        ...(frame.candidates && { green: candidateNames[frame.candidates[r]!]! }),
      })),
    );
}

export function summarize(ends: readonly ReplicaEnd[]): ReleaseSummary {
  const all = (name: Exclude<keyof ReplicaEnd, "green">) => ends.map((replica) => replica[name]);
  const rolledBack = ({ rolledBackAt }: ReplicaEnd) => rolledBackAt >= 0;
  return {
    ...namedBand("harmed", bandOf(all("harmed"))),
    detectedShare: shareOf(all("detectedAt"), (minute) => minute >= 0)!,
    ...times("timeToDetect", all("detectedAt")),
    ...times("timeToRollback", all("rolledBackAt")),
    rolledBackShare: shareOf(ends, rolledBack)!,
    promotedShare: shareOf(all("promotedAt"), (minute) => minute >= 0)!,
    ...namedBand("extraCompute", bandOf(all("extraCompute"))),
    ...namedBand("saved", bandOf(all("saved"))),
    ...namedBand("missed", bandOf(all("missed"))),
    ...times("timeToFull", all("fullSince")),
    falseRollbackShare: shareOf(
      ends.filter(({ green }) => green !== undefined && !isBad(green)),
      rolledBack,
    ),
    missedShare: shareOf(
      ends.filter(({ green }) => green !== undefined && isBad(green)),
      ({ promotedAt }) => promotedAt >= 0,
    ),
  };
}
