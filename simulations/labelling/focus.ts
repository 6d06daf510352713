/** What a lesson's cell is about: the knobs that are in sight there, and the presets it offers. All other knobs stay under More. */
import { type Focus, focusedOn } from "../runtime/focus";
import { knobs, presets } from "./knobs";

const focuses = {
  labels: { knobs: ["consistent", "clips", "silence"], presets: ["usual", "agreed", "divided", "slips"] },
  recording: { knobs: ["silence", "normalise", "clips"], presets: ["close", "loose", "raw"] },
} as const satisfies Record<string, Focus<typeof knobs, typeof presets>>;

export type FocusName = keyof typeof focuses;

export const partsOf = (focus: FocusName) => focusedOn(focuses[focus], { knobs, presets });
