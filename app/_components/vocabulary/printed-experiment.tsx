import { onPaper } from "@/simulations/paper";
import type { AnyValues } from "@/simulations/runtime/knobs";
import type { SimulationName } from "@/simulations/titles";

interface Props {
  readonly simulation: SimulationName;
  readonly original?: AnyValues;
}

/** On paper: what an experiment's knobs are; of one that nobody opened, its question and settings too. Put there by the notebook. */
export function PrintedExperiment({ simulation, original = {} }: Props) {
  const { question, settings, knobs } = onPaper(simulation, original);
  return (
    <div className="print-only printed-experiment">
      <div className="printed-closed">
        <p>{question}</p>
        <p>Settings: {settings}.</p>
      </div>
      {knobs.map(({ label, help }) => (
        <p key={label}>
          <strong>{label}.</strong> {help}
        </p>
      ))}
    </div>
  );
}
