/** Things in order, each with its value as a bar, e.g. the answers to a query or the features that moved most. */
import type { ChartBase, Role } from "../../base";

export interface RankedItem {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  readonly role?: Role;
  /** What is demanded of it, in words, and whether that holds: "must be right". */
  readonly demand?: { readonly text: string; readonly met: boolean };
}

export interface RankedChart extends ChartBase {
  readonly kind: "ranked";
  /** Bars begin at 0. */
  readonly x: { readonly label: string; readonly max: number };
  /** First first. */
  readonly items: readonly RankedItem[];
  readonly marks?: readonly never[];
}
