/** The five degrees as they are named and drawn, and which of them costs least in each replica. */
import { leadOf, tally } from "../core/statistics/lead";
import { cast } from "../course/cast";
import type { Role } from "../ui/chart/model";
import type { Standing } from "../ui/results/lead-words";
import type { Option } from "../ui/results/verdict";
import { type AutomationFrame, type DegreeName, degreeNames, momentOf } from "./frames";
import type { AutomationValues } from "./knobs";
import { valuesAt } from "./summary";

/** `label` stands in sentences, `short` at a line or row of a chart. */
export const degrees: Readonly<
  Record<DegreeName, { readonly role: Role; readonly label: string; readonly short: string }>
> = {
  human: { role: cast.human, label: "Human only", short: "Human only" },
  shadow: { role: cast.shadow, label: "Shadow", short: "Shadow" },
  assistance: { role: cast.assistance, label: "Assistance", short: "Assistance" },
  partial: { role: cast.partial, label: "Partial automation", short: "Partial" },
  full: { role: cast.full, label: "Full automation", short: "Full" },
};

/** As verdict and marks name them. */
export const namedDegrees: readonly (Option & { readonly id: DegreeName })[] = degreeNames.map((id) => ({
  id,
  role: degrees[id].role,
  label: degrees[id].label,
}));

const explained: Readonly<Record<DegreeName, string>> = {
  human: "Human only",
  shadow: "Shadow: the model’s verdict is not used",
  assistance: "Assistance: a second review where inspector and model disagree",
  partial: "Partial automation: the model decides where it is sure",
  full: "Full automation: the model decides everything",
};

/** As the question offers them. */
export const options: readonly (Option & { readonly id: DegreeName })[] = namedDegrees.map((option) => ({
  ...option,
  label: explained[option.id],
}));

/** How the degrees stand at the chosen threshold: which one costs least, replica by replica. */
export function standingOf(frames: readonly AutomationFrame[], { threshold }: AutomationValues): Standing {
  const counted = tally(degreeNames.map((degree) => valuesAt(frames, momentOf(threshold), "cost", degree)));
  return { ...counted, ...leadOf(counted) };
}
