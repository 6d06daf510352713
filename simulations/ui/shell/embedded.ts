import type { AnyValues } from "../../runtime/knobs";

/** What a lesson says of an experiment it embeds. */
export interface EmbeddedExperiment {
  /** Name of this experiment in links; unique in its lesson. */
  readonly id: string;
  /** The values the lesson opens with, where they differ from the knobs' defaults. */
  readonly original?: AnyValues;
  /** The chart it opens with, by id; the first one unless given. */
  readonly view?: string;
}
