import { onPaper } from "@/simulations/paper";
import type { AnyValues } from "@/simulations/runtime/knobs";

interface Props {
  readonly simulation: string;
  readonly original?: AnyValues;
}

/** On paper: what an experiment's knobs are; of one that nobody opened, its question and settings too. Put there by the notebook. */
export async function PrintedExperiment({ simulation, original = {} }: Props) {
  const { question, settings, knobs } = await onPaper(simulation, original);
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
