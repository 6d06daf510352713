/** A number typed exactly: arrows step it, text that is no number goes back to what it was. Localised by react-aria. */
import { Input } from "react-aria-components/Input";
import { NumberField } from "react-aria-components/NumberField";
import type { NumberKnob } from "../runtime/knobs";

interface NumberEntryProps {
  readonly knob: NumberKnob;
  readonly label: string;
  readonly value: number;
  readonly disabled?: boolean;
  readonly onChange: (value: number) => void;
}

const decimals = (step: number): number => String(step).split(".")[1]?.length ?? 0;

export function NumberEntry({ knob, label, value, disabled = false, onChange }: NumberEntryProps) {
  return (
    <NumberField
      className="dl-entry"
      aria-label={label}
      value={value}
      minValue={knob.min}
      maxValue={knob.max}
      step={knob.step}
      isDisabled={disabled}
      formatOptions={{ maximumFractionDigits: decimals(knob.step), useGrouping: false }}
      onChange={(next) => {
        if (Number.isFinite(next)) onChange(next);
      }}
    >
      <Input
        style={{
          width: `${Math.min(5.25, Math.max(3.6, String(knob.max).length * 0.62 + decimals(knob.step) * 0.5 + 1.6))}em`,
        }}
      />
    </NumberField>
  );
}
