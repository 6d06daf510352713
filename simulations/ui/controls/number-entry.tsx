/**
 * A number typed exactly. Enter or leaving the field takes it, the arrows step it. A text that means no allowed number changes
 * nothing, and a sentence under the field says so, as it says what a number between two steps was rounded to.
 */
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { type NumberKnob, snap } from "../../runtime/knobs";
import { readNumber } from "./read-number";

interface NumberEntryProps {
  readonly knob: NumberKnob;
  readonly label: string;
  readonly value: number;
  readonly disabled?: boolean;
  readonly onChange: (value: number) => void;
}

export interface EntryParts {
  readonly field: ReactNode;
  /** What could not be read, or was rounded; stands under the whole row. */
  readonly note: ReactNode;
}

const decimals = (step: number): number => String(step).split(".")[1]?.length ?? 0;

const STEPS: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 };

/** The value `steps` steps on; what stands between two steps goes to the next one. */
export function stepped(knob: NumberKnob, value: number, steps: number): number {
  return snap(knob, Math.min(knob.max, Math.max(knob.min, value + steps * knob.step)));
}

/** Field and note apart, so that the note can stand under the whole row. */
export function useNumberEntry({ knob, label, value, disabled = false, onChange }: NumberEntryProps): EntryParts {
  /** What is being typed; undefined: the value as it is. */
  const [draft, setDraft] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const [rounded, setRounded] = useState<string>();
  /** The value that was taken from the field last. */
  const taken = useRef<number>(undefined);
  const id = useId();

  // Changed elsewhere, by the slider or Undo: that is the answer to whatever was typed.
  useEffect(() => {
    setDraft(undefined);
    setProblem(undefined);
    if (value !== taken.current) setRounded(undefined);
    taken.current = undefined;
  }, [value]);

  const forget = () => {
    setProblem(undefined);
    setRounded(undefined);
  };

  const take = () => {
    if (draft === undefined) return;
    setDraft(undefined);
    if (draft.trim() === "" || draft === String(value)) return forget();
    const read = readNumber(knob, draft);
    setProblem("problem" in read ? `${read.problem} Nothing was changed.` : undefined);
    setRounded("value" in read ? read.rounded : undefined);
    if ("problem" in read || read.value === value) return;
    taken.current = read.value;
    onChange(read.value);
  };

  const press = (event: KeyboardEvent) => {
    const steps = STEPS[event.key];
    if (event.key === "Enter") take();
    else if (event.key === "Escape") {
      setDraft(undefined);
      forget();
    } else if (steps !== undefined) {
      event.preventDefault();
      const read = draft === undefined ? { value } : readNumber(knob, draft);
      onChange(stepped(knob, "value" in read ? read.value : value, steps));
    } else return;
    // Enter belongs to the field here, not to a form or a dialog around it.
    event.stopPropagation();
  };

  const told = problem ?? rounded;
  const width = Math.min(5.25, Math.max(3.6, String(knob.max).length * 0.62 + decimals(knob.step) * 0.5 + 1.6));
  const field = (
    <span className="dl-entry">
      <input
        type="text"
        // A phone's keyboard of figures has no minus.
        inputMode={knob.min < 0 ? "text" : knob.step % 1 === 0 && knob.min % 1 === 0 ? "numeric" : "decimal"}
        autoComplete="off"
        spellCheck={false}
        aria-label={label}
        aria-invalid={problem !== undefined}
        aria-describedby={told === undefined ? undefined : id}
        disabled={disabled}
        value={draft ?? String(value)}
        onChange={(event) => {
          setDraft(event.target.value.slice(0, 40));
          forget();
        }}
        onKeyDown={press}
        onBlur={take}
        style={{ width: `${width}em` }}
      />
    </span>
  );
  const note = (
    <div role="status" className="dl-entry-note">
      {told !== undefined && (
        <p id={id} className="dl-small">
          {told}
        </p>
      )}
    </div>
  );
  return { field, note };
}

/** Both together, where there is no row of its own. */
export function NumberEntry(props: NumberEntryProps) {
  const { field, note } = useNumberEntry(props);
  return (
    <>
      {field}
      {note}
    </>
  );
}
