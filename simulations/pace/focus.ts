/** What a lesson's cell is about: the calendar as a whole, or one's own retrains. */
import { type Focus, focusedOn } from "../runtime/focus";
import { knobs, presets } from "./knobs";

const focuses = {
  calendar: { knobs: ["pace", "retrainCost", "labelDelay"], presets: ["consumer", "factory", "shock"] },
  hand: { knobs: ["drift", "pace", "retrainCost"], presets: ["hand-walk", "hand-factory", "hand-delay"] },
} as const satisfies Record<string, Focus<typeof knobs, typeof presets>>;

export type FocusName = keyof typeof focuses;

export const partsOf = (focus: FocusName) => focusedOn(focuses[focus], { knobs, presets });
