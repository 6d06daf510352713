/** What a lesson's cell is about: the three knobs that are in sight there, and the presets it offers. All other knobs stay under More. */
import type { Knobs, Presets } from "../runtime/knobs";
import { knobs, presets } from "./knobs";

type KnobName = keyof typeof knobs;
type PresetName = keyof typeof presets;

interface Focus {
  /** In the order shown. */
  readonly knobs: readonly [KnobName, KnobName, KnobName];
  readonly presets: readonly PresetName[];
}

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
} as const satisfies Record<string, Focus>;

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
