/** What a lesson's cell is about: the knobs that are in sight there, and the presets it offers. All other knobs stay under More. */
import type { Knobs, Presets } from "../runtime/knobs";
import { knobs, presets } from "./knobs";

const focuses = {
  labels: { knobs: ["consistent", "clips", "silence"], presets: ["usual", "agreed", "divided", "slips"] },
  recording: { knobs: ["silence", "normalise", "clips"], presets: ["close", "loose", "raw"] },
} as const satisfies Record<
  string,
  { readonly knobs: readonly (keyof typeof knobs)[]; readonly presets: readonly (keyof typeof presets)[] }
>;

export type FocusName = keyof typeof focuses;

/** All knobs: those of the focus first and in sight. */
export function knobsOf(focus: FocusName): Knobs {
  const inSight: readonly string[] = focuses[focus].knobs;
  const all: Knobs = knobs;
  const rest = Object.entries(all).filter(([name]) => !inSight.includes(name));
  return Object.fromEntries([
    ...inSight.map((name) => [name, { ...all[name]!, primary: true as const }] as const),
    ...rest.map(([name, knob]) => {
      const { primary: _, ...other } = knob;
      return [name, other] as const;
    }),
  ]) as Knobs;
}

export const presetsOf = (focus: FocusName): Presets =>
  Object.fromEntries(focuses[focus].presets.map((name) => [name, presets[name]]));
