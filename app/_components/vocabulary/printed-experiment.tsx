import { onPaper } from "@/simulations/paper";
import type { AnyValues } from "@/simulations/runtime/knobs";
import type { SimulationName } from "@/simulations/titles";

interface Props {
  readonly simulation: SimulationName;
  readonly original?: AnyValues;
}

/** On paper, an experiment that nobody opened: what it asks, and at which settings. Put beside it by the notebook. */
export function PrintedExperiment({ simulation, original = {} }: Props) {
  const { question, settings } = onPaper(simulation, original);
  return (
    <div className="print-only printed-experiment">
      <p>{question}</p>
      <p>Settings: {settings}.</p>
    </div>
  );
}
