/** What a lesson's cell is about: the knobs that are in sight there, and the presets it offers. All other knobs stay under More. */
import type { Knobs, Presets } from "./knobs";

export interface Focus<K extends Knobs = Knobs, P extends Presets = Presets> {
  /** In the order shown. */
  readonly knobs: readonly (keyof K & string)[];
  readonly presets: readonly (keyof P & string)[];
}

/** All knobs, those of the focus first and in sight; and its presets. */
export function focusedOn(
  { knobs, presets }: Focus,
  all: { readonly knobs: Knobs; readonly presets: Presets },
): { readonly knobs: Knobs; readonly presets: Presets } {
  const rest = Object.entries(all.knobs).filter(([name]) => !knobs.includes(name));
  return {
    knobs: Object.fromEntries([
      ...knobs.map((name) => [name, { ...all.knobs[name]!, primary: true as const }] as const),
      ...rest.map(([name, knob]) => {
        const { primary: _, ...other } = knob;
        return [name, other] as const;
      }),
    ]) as Knobs,
    presets: Object.fromEntries(presets.map((name) => [name, all.presets[name]!])),
  };
}
