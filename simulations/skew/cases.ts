/** How the cases of each data set are spoken of, and a share in words. */
import { formatApart, formatNumber } from "../ui/ink/format";
import type { SkewValues } from "./knobs";

const wordsOf = {
  synthetic: { one: "payment", many: "payments", positive: "fraud", positives: "frauds", negative: "genuine" },
  messages: { one: "e-mail", many: "e-mails", positive: "spam", positives: "spam messages", negative: "wanted" },
} as const;

export const caseWords = ({ data }: Pick<SkewValues, "data">) => wordsOf[data];

/** 0.01 → "one in 100", 0.5 → "one in 2"; shares that are no simple fraction as "37 in 1,000". */
export function oneIn(share: number): string {
  const inverse = 1 / share;
  if (Math.abs(inverse - Math.round(inverse)) < 1e-6) return `one in ${formatNumber(inverse, 0)}`;
  return `${formatNumber(share * 1000, 0)} in 1,000`;
}

/** Told from 0 and from 1: 0.999 is never read as 1. */
const apart = (share: number, digits: number, format?: "percent"): string => formatApart(share, digits, [0, 1], format);

/** A share of 0 … 1 in per cent, with the digits that tell 99.9 from 100. */
export function percent(share: number): string {
  const digits = share > 0.985 && share < 1 ? (share > 0.9985 ? 2 : 1) : share < 0.1 ? 1 : 0;
  return `${apart(share, digits, "percent")}\u00a0%`;
}

/** A cost or an area, short. */
export const short = (value: number): string => trimmed(apart(value, value < 0.1 ? 3 : 2));

/** A threshold, to the step of its knob. */
export const thresholdText = (value: number): string => trimmed(apart(value, 3));

const trimmed = (text: string): string => (text.includes(".") ? text.replace(/\.?0+$/, "") : text);

/** "20 false alarms", "1 false alarm". */
export const missText = (missCost: number): string =>
  missCost === 1 ? "1 false alarm" : `${formatNumber(missCost, 0)} false alarms`;
