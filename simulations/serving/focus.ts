/** What a lesson's cell is about: the three knobs that are in sight there, and the presets it offers. All other knobs stay under More. */
import { type Focus, focusedOn } from "../runtime/focus";
import { knobs, presets } from "./knobs";

export const focuses = {
  queue: {
    knobs: ["qps", "servers", "batch"],
    presets: ["comfortable", "near-full", "overload", "overload-limited"],
  },
  batching: {
    knobs: ["qps", "batch", "batchWaitMs"],
    presets: ["batch-busy", "batch-quiet", "batch-no-timer"],
  },
  place: {
    knobs: ["place", "qps", "servers"],
    presets: ["cloud-outage", "edge-outage", "device-outage"],
  },
  log: {
    knobs: ["logForm", "logRate", "driftSize"],
    presets: ["raw-log", "larger-log", "hashed-log"],
  },
} as const satisfies Record<string, Focus<typeof knobs, typeof presets>>;

export type FocusName = keyof typeof focuses;

export const partsOf = (focus: FocusName) => focusedOn(focuses[focus], { knobs, presets });
