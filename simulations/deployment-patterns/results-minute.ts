/** What the learner may know at the end of a minute: of their own release, only the phones that inspectors looked at. */
import type { Band } from "../core/statistics/band";
import { wilsonInterval } from "../core/statistics/wilson";
import { lazily } from "../runtime/results";
import { lineNames, phaseNames, type ReleaseFrame, type ShownPhones } from "./frames";
import type { ReleaseValues } from "./knobs";

export const versions = ["blue", "green"] as const;
export type Version = (typeof versions)[number];

/** Misjudged phones in 1,000 of those audited, with the 95 % interval of Wilson (1927); NaN while none is audited. */
export interface Rate extends Band {
  readonly wrong: number;
  readonly audited: number;
}

type Rates = Readonly<Record<Version, Rate>>;

/** Percent of the phones whose verdict is the inspectors', blue's, green's; and how many green judges in shadow. */
export interface Shares {
  readonly human: number;
  readonly blue: number;
  readonly green: number;
  readonly weight: number;
  readonly mirror: number;
}

export interface MinuteResults {
  readonly minute: number;
  readonly shares: Shares;
  /** How many phones have had their verdict from an inspector, from blue, from green. */
  readonly phones: Readonly<Record<"human" | Version, number>>;
  /** 95th percentile of this minute's answers in ms; −1 without any. */
  readonly p95Ms: Readonly<Record<Version, number>>;
  /** What each version has misjudged since the release. */
  readonly rates: Rates;
  /** The same of each production line, in the order of `lineNames`. */
  readonly byLine: readonly Rates[];
  /** The highest rate of all phones up to here that enough audited phones tell of; 0 before. */
  readonly highestRate: number;
  /** Green has been called back, or is being called back, and was not promoted since. */
  readonly rolledBack: boolean;
  /** Minutes at which a check failed or the learner rolled back, and at which blue had all phones again; −1: not yet. */
  readonly detectedAt: number;
  readonly rolledBackAt: number;
  /** Some of this minute's phones. */
  readonly shown: ShownPhones | undefined;
}

/** With fewer audited phones a rate says nothing about how high the axis must be. */
const enoughAudited = 40;

function rateOf(wrong: number, audited: number): Rate {
  if (audited === 0) return { wrong, audited, low: Number.NaN, middle: Number.NaN, high: Number.NaN };
  const [low, high] = wilsonInterval(wrong, audited);
  return { wrong, audited, low: 1000 * low, middle: (1000 * wrong) / audited, high: 1000 * high };
}

/** @param row as in `rowNames`, 0 for all phones */
function ratesOf(frame: ReleaseFrame, row: number): Rates {
  const at = row * (frame.replicas.to - frame.replicas.from);
  return {
    blue: rateOf(frame.blueWrong[at]!, frame.blueAudited[at]!),
    green: rateOf(frame.greenWrong[at]!, frame.greenAudited[at]!),
  };
}

function sharesOf(frame: ReleaseFrame, { auditShare }: ReleaseValues): Shares {
  const [weight, mirror] = [frame.weight[0]!, frame.mirror[0]!];
  const rest = 100 - auditShare;
  return { human: auditShare, blue: (rest * (100 - weight)) / 100, green: (rest * weight) / 100, weight, mirror };
}

/**
 * @param frame one whose first replica is the learner's own
 * @param before the minute before, where there is one
 */
export function minuteOf(frame: ReleaseFrame, values: ReleaseValues, before: MinuteResults | undefined): MinuteResults {
  const minute: MinuteResults = lazily<MinuteResults>({
    minute: () => frame.moment,
    shares: () => sharesOf(frame, values),
    phones: () => ({ human: frame.human[0]!, blue: frame.blue[0]!, green: frame.green[0]! }),
    p95Ms: () => ({ blue: frame.blueP95Ms[0]!, green: frame.greenP95Ms[0]! }),
    rates: () => ratesOf(frame, 0),
    byLine: () => lineNames.map((_, line) => ratesOf(frame, line + 1)),
    highestRate() {
      const told = versions.map((version) => minute.rates[version]).filter(({ audited }) => audited >= enoughAudited);
      return Math.max(before?.highestRate ?? 0, ...told.map(({ middle }) => middle));
    },
    rolledBack() {
      const phase = phaseNames[frame.phase[0]!];
      return phase === "RollingBack" || phase === "Degraded";
    },
    detectedAt: () => frame.detectedAt[0]!,
    rolledBackAt: () => frame.rolledBackAt[0]!,
    shown: () => frame.shown,
  });
  return minute;
}
