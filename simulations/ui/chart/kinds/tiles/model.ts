/** Status tiles: named values, each with a state said by word and shape, and its recent past as a small line. */
import type { ChartBase } from "../../base";

export type State = "ok" | "warning" | "alarm";

export interface Tile {
  readonly id: string;
  readonly label: string;
  /** Its name in little room, a word. */
  readonly short?: string;
  readonly value: number;
  readonly unit: string;
  readonly digits: number;
  readonly state: State;
  /** Why it has this state, e.g. "limit 100 ms". */
  readonly note?: string;
  /** The recent past, the value last. */
  readonly recent?: { readonly x: readonly number[]; readonly y: readonly number[] };
}

export interface TileChart extends ChartBase {
  readonly kind: "tiles";
  /** What x of the small lines is called in the table. */
  readonly xLabel: string;
  readonly tiles: readonly Tile[];
  readonly marks?: readonly never[];
}
