/** What the missing parts yield: one frame, all of a year. */
import type { FaultKind } from "../core/worlds/parts";
import type { Frame } from "../runtime/simulation";
import type { PartName } from "./knobs";

/** A fault of one replica and how it went. */
export interface FaultSeen {
  readonly replica: number;
  readonly name: FaultKind;
  readonly day: number;
  /** Days until a part noticed or prevented it; NaN: nobody did. */
  readonly daysToNotice: number;
  readonly caughtBy?: PartName;
  /** Bad answers while it lasted, from its day to its end. */
  readonly badAnswers: number;
}

export interface MissingPartsFrame extends Frame {
  readonly moment: 0;
  readonly faults: readonly FaultSeen[];
  /** [replica]: bad answers of the year. */
  readonly badAnswers: Float32Array;
  /** [part, replica]: bad answers of the year on the same draws with that part switched off (or as it is, where it is off). */
  readonly without: Float32Array;
}
