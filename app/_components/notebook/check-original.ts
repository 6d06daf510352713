/** What a lesson says an experiment opens with, held against the simulation's knobs when the site is built. */
import { type Knobs, parseValues } from "@/simulations/runtime/knobs";

export interface Original {
  /** The experiment's name in links. */
  readonly id: string;
  /** Folder of the simulation. */
  readonly simulation: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** @throws RangeError naming the lesson, the experiment, the knob, the value and what is allowed */
export function checkOriginal(lesson: string, { id, values }: Original, knobs: Knobs): void {
  const [issue] = parseValues(knobs, values).issues;
  if (issue?.allowed === "not a knob")
    throw new RangeError(`${lesson}: experiment ${id}: original.${issue.knob} is not a knob of this simulation`);
  if (issue)
    throw new RangeError(
      `${lesson}: experiment ${id}: original.${issue.knob} must be ${issue.allowed}, got ${issue.given}`,
    );
}
