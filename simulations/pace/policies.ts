/** The policies: how they are named and drawn, and which of them a question compares. */
import { cast } from "../course/cast";
import type { Role } from "../ui/ink/roles";
import type { Option } from "../ui/results/verdict";
import type { PaceValues } from "./knobs";
import type { PolicyName } from "./plan";

export const policies: Readonly<Record<PolicyName, { readonly role: Role; readonly label: string }>> = {
  never: { role: cast.never, label: "Never" },
  schedule: { role: cast.schedule, label: "Schedule" },
  trigger: { role: cast.trigger, label: "Trigger" },
  hand: { role: cast.you, label: "You" },
  optimum: { role: cast.hindsight, label: "Hindsight" },
};

export const isByHand = ({ policy }: Pick<PaceValues, "policy">): boolean => policy === "hand";

/** Those that the question is about. */
export const rivals = (values: Pick<PaceValues, "policy">): readonly PolicyName[] =>
  isByHand(values) ? ["hand", "schedule", "trigger"] : ["never", "schedule", "trigger"];

/** In the order of `rivals`. */
export const optionsOf = (values: PaceValues): readonly Option[] =>
  rivals(values).map((id) => ({ id, label: policies[id].label, role: policies[id].role }));
