/** A value with its meaning, under its control. */
import { formatNumber } from "../ui/ink/format";
import type { ServingValues } from "./knobs";
import { batchCosts, capacity, loadOf } from "./load";
import { msText, percentText } from "./period";

/** What a knob's value means with the others as they are. */
export function meaningOf(knob: string, values: ServingValues): string | undefined {
  const { base, perItem } = batchCosts(values);
  const isDevice = values.place === "device";
  if (knob === "qps") return `load ${percentText(loadOf(values))}${isDevice ? " on the busiest device" : ""}`;
  if (knob === "servers" && !isDevice) return `at most ${formatNumber(capacity(values), 0)} answers a second`;
  if (knob === "batch" && !isDevice && values.batch > 1)
    return `a full batch takes ${msText(base + perItem * values.batch)}`;
  if (knob === "serviceMs" && values.place !== "cloud") return `${msText(base + perItem)} on the small chip`;
  return undefined;
}
