/** What the serving bench can be asked for besides a run. */
import type { Asks } from "../runtime/asks";

export const asks = {
  /** Times a small real model on this device. */
  measure: async () => (await import("./ask-measure")).measure,
} satisfies Asks;
