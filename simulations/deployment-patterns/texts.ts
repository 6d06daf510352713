/** Counts in words, and what green can be. */
import { formatNumber } from "../ui/ink/format";
import type { CandidateName } from "./frames";

export const numberText = (value: number): string => formatNumber(value, 0);
export const phonesText = (value: number): string => `${numberText(value)} ${value === 1 ? "phone" : "phones"}`;
export const replicasText = (value: number): string => `${value} ${value === 1 ? "replica" : "replicas"}`;

export const candidateText: Readonly<Record<CandidateName, string>> = {
  better: "better than blue",
  same: "the same as blue",
  "slice-regression": "worse than blue on the new line and better on the others",
  worse: "worse than blue",
  slow: "as accurate as blue but too slow",
};
