/** How many of all users somebody can identify from the log: the answers to choose from. */
import type { Option } from "../ui/results/verdict";
import type { ServingValues } from "./knobs";
import type { Figure } from "./results-part";

/** Upper ends of the shares to choose from. */
const bounds = [0, 0.05, 0.2, 0.5, 1];

export const logOptions: readonly Option[] = [
  { id: "nobody", label: "Nobody" },
  { id: "few", label: `Up to ${100 * bounds[1]!} in 100` },
  { id: "some", label: `${100 * bounds[1]!} to ${100 * bounds[2]!} in 100` },
  { id: "many", label: `${100 * bounds[2]!} to ${100 * bounds[3]!} in 100` },
  { id: "most", label: "More than half of them" },
];

export const logOptionOf = (share: number): Option => logOptions[bounds.findIndex((bound) => share <= bound)]!;

/** The figure that says it: all whose name stands in a raw row, or those alone with their fields. */
export const identifiedBy = ({ logForm }: ServingValues): Figure =>
  logForm === "raw" ? "namedShare" : "singledOutShare";
