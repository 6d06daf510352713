/** How the cases of each data set are spoken of, and a share in words. */
import { formatNumber } from "../ui/format";
import type { SkewValues } from "./knobs";

export const wordsOf = {
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

/** A share of 0 … 1 in per cent, with the digits that tell 99.9 from 100. */
export function percent(share: number): string {
  const digits = share > 0.985 && share < 1 ? (share > 0.9985 ? 2 : 1) : share < 0.1 ? 1 : 0;
  return `${formatNumber(share, digits, "percent")}\u00a0%`;
}

/** A threshold or a cost, short. */
export const short = (value: number): string => formatNumber(value, value < 0.1 ? 3 : 2).replace(/\.?0+$/, "");
