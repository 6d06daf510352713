/** What the missing parts yield: one frame, all of a year. */
import type { FaultKind } from "../core/worlds/parts";
import type { Frame } from "../runtime/simulation";
import { type PartName, partNames } from "./knobs";

/** A fault of one replica and how it went with the parts as they are set. */
export interface FaultSeen {
  readonly replica: number;
  readonly name: FaultKind;
  readonly day: number;
  /** The first day without it. */
  readonly until: number;
  /** Days until a part noticed or prevented it; none: nobody did. */
  readonly daysToNotice?: number;
  readonly caughtBy?: PartName;
  /** Bad answers of a year with this fault alone, less those of the same year without any. */
  readonly badAnswers: number;
}

export interface MissingPartsFrame extends Frame {
  readonly moment: 0;
  readonly faults: readonly FaultSeen[];
  /** [selection, replica]: bad answers of the year on the same draws, for every selection of parts. */
  readonly badAnswers: Float32Array;
}

/** A selection of parts is a number: bit p is set where part p is switched on. */
export const selections = 2 ** partNames.length;
export const isIn = (selection: number, part: number): boolean => ((selection >> part) & 1) === 1;
export const selectionOf = (values: Readonly<Record<PartName, "on" | "off">>): number =>
  partNames.reduce((sum, name, p) => sum + (values[name] === "on" ? 2 ** p : 0), 0);
