/** The five degrees as they are named and drawn, and which of them costs least in each replica. */
import type { Run } from "../runtime/experiment-state";
import type { Role } from "../ui/chart/model";
import type { Option } from "../ui/presentation";
import { type AutomationFrame, type DegreeName, degreeNames, momentOf } from "./frames";
import type { AutomationValues } from "./knobs";
import { figuresAt } from "./summary";

export type AutomationRun = Run<AutomationFrame>;

export const degrees: Readonly<Record<DegreeName, { readonly role: Role; readonly label: string }>> = {
  human: { role: "human", label: "Human only" },
  shadow: { role: "never", label: "Shadow" },
  assistance: { role: "window", label: "Assistance" },
  partial: { role: "weighted", label: "Partial" },
  full: { role: "all", label: "Full" },
};

export const options: readonly (Option & { readonly id: DegreeName })[] = [
  { id: "human", role: "human", label: "Human only" },
  { id: "shadow", role: "never", label: "Shadow: the model is not listened to" },
  { id: "assistance", role: "window", label: "Assistance: a second look where they disagree" },
  { id: "partial", role: "weighted", label: "Partial: the model where it is sure" },
  { id: "full", role: "all", label: "Full automation" },
];

/** The degree that costs least at the chosen threshold, per replica; of equals the one with less automation. */
export function cheapestOf({ frames }: AutomationRun, { threshold }: AutomationValues): DegreeName[] {
  const costs = degreeNames.map((degree) => figuresAt(frames, momentOf(threshold), "cost", degree));
  return (costs[0] ?? []).map((_, r) => {
    const least = Math.min(...costs.map((cost) => cost[r]!));
    return degreeNames[costs.findIndex((cost) => cost[r] === least)]!;
  });
}
