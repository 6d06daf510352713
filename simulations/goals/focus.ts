/** What a cell is about: the knobs that are in sight there, and the presets it offers. */
import { type Focus, focusedOn } from "../runtime/focus";
import { knobs, presets } from "./knobs";

export const focuses = {
  capacity: {
    knobs: ["capacity", "examples", "noise"],
    presets: ["navigational", "clean", "noisy", "more-examples"],
  },
  value: { knobs: ["navigationalValue", "examples", "noise"], presets: ["navigational", "equal"] },
  tries: { knobs: ["tries", "examples", "noise"], presets: ["one-try", "many-tries"] },
} as const satisfies Record<string, Focus<typeof knobs, typeof presets>>;

export type FocusName = keyof typeof focuses;

export const partsOf = (focus: FocusName) => focusedOn(focuses[focus], { knobs, presets });
