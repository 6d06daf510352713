/** Points and a decision surface or fitted line at one moment. */
import type { Axis, ChartBase, Role } from "../../base";

export interface ScatterChart extends ChartBase {
  readonly kind: "scatter";
  readonly x: Axis;
  readonly y: Axis;

  readonly points: readonly {
    readonly role: Role;
    readonly label: string;
    readonly marker: "circle" | "square" | "cross" | "triangle" | "open-circle";
    readonly x: readonly number[];
    readonly y: readonly number[];
    /** A thing by itself, not one of a cloud: larger, and drawn over the lines. */
    readonly large?: true;
  }[];
  readonly lines?: readonly {
    readonly role: Role;
    readonly label: string;
    readonly x: readonly number[];
    readonly y: readonly number[];
  }[];
  /** z[row][column] in 0 … 1 over the grid; level lines at 0.5. */
  readonly surface?: {
    readonly label: string;
    readonly x: readonly number[];
    readonly y: readonly number[];
    readonly z: readonly (readonly number[])[];
  };
}
