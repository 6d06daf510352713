/** The four that race: how they are named, what they cost each replica, and who leads. */
import { type Lead, leadOf, type Tally, tally } from "../core/statistics/lead";
import { cast } from "../course/cast";
import type { Role } from "../ui/chart/model";
import type { Option } from "../ui/results/verdict";
import { type Contestant, contestantsOf, type RetrainingFrame } from "./frames";
import type { RetrainingValues } from "./knobs";
import { changeMonth, errorsFrom } from "./summary";

/** Role in the charts and name, the same in charts, options and sentences; `explained` where the name alone says too little. */
export const strategies: Readonly<
  Record<Contestant, { role: Role; label: string; plural?: true; explained?: string }>
> = {
  never: { role: cast.never, label: "Never retrained" },
  all: { role: cast.all, label: "All data" },
  weighted: { role: cast.weighted, label: "Weighted", explained: "Weighted: newer counts more" },
  window: { role: cast.window, label: "Recent window" },
  yours: { role: cast.you, label: "Your weights", plural: true },
};

/** Those that race, in the order of the frames. */
export const strategyOptions = (values: Pick<RetrainingValues, "rule">): readonly Option[] =>
  contestantsOf(values).map((id) => {
    const { label, role, plural } = strategies[id];
    return { id, label, role, ...(plural ? { plural } : {}) };
  });

/** Does anything change within the months shown? */
export const changes = ({ shape, strength, onset, months }: RetrainingValues): boolean =>
  shape !== "none" && strength > 0 && onset < months;

/** Who was cheapest since the change, replica by replica; options are numbered as in `contestantsOf`. */
export interface Contest extends Tally, Lead {
  /** Mean error since the change: [strategy][replica]. */
  readonly since: readonly (readonly number[])[];
}

export function contestOf(frames: readonly RetrainingFrame[], values: RetrainingValues): Contest | undefined {
  const since = errorsFrom(frames, changeMonth(values));
  if (!since[0]?.length) return undefined;
  const counted = tally(since);
  return { since, ...counted, ...leadOf(counted) };
}
