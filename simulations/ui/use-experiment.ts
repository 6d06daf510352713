/** Makes an experiment's store once for as long as its place on the page lives. */
import { useState } from "react";
import type { AnyValues } from "../runtime/knobs";
import type { Pool } from "../runtime/pool";
import type { Frame } from "../runtime/simulation";
import { createExperiment, type Experiment } from "../runtime/store";
import type { Presentation } from "./presentation";

/** What a lesson says of an experiment it embeds. */
export interface EmbeddedExperiment {
  /** Name of this experiment in links; unique in its lesson. */
  readonly id: string;
  /** The values the lesson opens with, where they differ from the knobs' defaults. */
  readonly original?: AnyValues;
}

export function useExperiment<F extends Frame, V>(
  presentation: Presentation<F, V>,
  { id, original = {} }: EmbeddedExperiment,
  createPool: () => Pool,
): Experiment<F> {
  const [experiment] = useState(() =>
    createExperiment<F>({
      id,
      simulation: presentation.simulation,
      knobs: presentation.knobs,
      presets: presentation.presets,
      original,
      moments: (values) => presentation.moments(values as V),
      pool: createPool(),
    }),
  );
  return experiment;
}
