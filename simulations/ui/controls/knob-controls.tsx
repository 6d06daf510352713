/** The control of one knob, made from its declaration. */
import { type CSSProperties, memo, type ReactNode, useId, useMemo } from "react";
import { allowedText, type ChoiceKnob, type Knob, type NumberKnob, type Value } from "../../runtime/knobs";
import { unbroken } from "../ink/unbroken";
import { useHelp } from "./help";
import { useNumberEntry } from "./number-entry";
import { RangeInput } from "./range-input";
import { logStops, stopPosition } from "./stops";

/** A small picture above an option's label, e.g. the shape of a drift. */
export type OptionGlyph = (knob: string, option: string) => ReactNode;

interface ControlProps<K extends Knob> {
  readonly name: string;
  readonly knob: K;
  readonly value: Value;
  readonly disabled: boolean;
  /** The value's meaning in the world's own terms. */
  readonly meaning?: string;
  readonly optionGlyph?: OptionGlyph;
  readonly onChange: (value: Value, dragging: boolean) => void;
}

function KnobHelp({ knob, disabled }: { readonly knob: Knob; readonly disabled: boolean }) {
  return (
    <p>
      {unbroken(knob.help)} {knob.kind === "number" && <em>{unbroken(rangeText(knob))}</em>}
      {disabled && <span> With the other settings as they are now, this setting has no effect.</span>}
    </p>
  );
}

const rangeText = (knob: NumberKnob): string => {
  const text = allowedText(knob).replace(/ in (whole numbers|steps of .*)$/, "");
  return `${text}.`;
};

function NumberControl({ name, knob, value, disabled, meaning, onChange }: ControlProps<NumberKnob>) {
  const help = useHelp(knob.label, <KnobHelp knob={knob} disabled={disabled} />);
  const stops = useMemo(() => (knob.scale === "log" ? logStops(knob) : undefined), [knob]);
  const number = Number(value);
  const position = stops ? stopPosition(stops, number) : number;
  const [min, max] = stops ? [0, stops.length - 1] : [knob.min, knob.max];
  const share = max > min ? (position - min) / (max - min) : 0;
  const text = knob.unit ? `${number} ${knob.unit}` : String(number);
  const entry = useNumberEntry({
    knob,
    label: knob.unit ? `${knob.label}, ${knob.unit}` : knob.label,
    value: number,
    disabled,
    onChange: (next) => onChange(next, false),
  });
  const change = (raw: number) => onChange(stops ? (stops[Math.round(raw)] ?? number) : raw, true);
  return (
    <div className="dl-knob" data-knob={name} data-disabled={disabled}>
      <div className="dl-row">
        <span className="dl-knob-label">
          {knob.label} {help.button}
        </span>
        <span className="dl-pair dl-knob-value">
          {entry.field}
          {knob.unit && <span className="dl-small">{knob.unit}</span>}
        </span>
      </div>
      {entry.note}
      {help.note}
      <div className="dl-slider" style={{ "--at": `${100 * share}%` } as CSSProperties}>
        <span className="dl-rail" />
        <span className="dl-rail-done" />
        <RangeInput
          aria-label={knob.label}
          aria-valuetext={meaning ? `${text}, ${meaning}` : text}
          min={min}
          max={max}
          // On a logarithmic knob a typed value may stand between two stops; keys still go from stop to stop.
          step={stops ? "any" : knob.step}
          value={position}
          disabled={disabled}
          onMove={change}
          // The end of a gesture: what comes next is undone by itself.
          onRest={() => onChange(number, false)}
          onKeyDown={(event) => {
            if (!stops) return;
            const next = keyedStop(event.key, position, stops.length - 1);
            if (next === undefined) return;
            event.preventDefault();
            change(next);
          }}
        />
      </div>
      <div className="dl-slider-ends dl-small dl-faint dl-figures" aria-hidden="true">
        <span>{knob.min}</span>
        {meaning && <span className="dl-meaning">{unbroken(meaning)}</span>}
        <span>{knob.max}</span>
      </div>
    </div>
  );
}

/** The stop that a key of a slider goes to; undefined for other keys. */
export function keyedStop(key: string, position: number, last: number): number | undefined {
  const page = Math.max(1, Math.round(last / 10));
  const up = Math.floor(position + 1e-9);
  const down = Math.ceil(position - 1e-9);
  switch (key) {
    case "ArrowRight":
    case "ArrowUp":
      return Math.min(last, up + 1);
    case "ArrowLeft":
    case "ArrowDown":
      return Math.max(0, down - 1);
    case "PageUp":
      return Math.min(last, up + page);
    case "PageDown":
      return Math.max(0, down - page);
    case "Home":
      return 0;
    case "End":
      return last;
    default:
      return undefined;
  }
}

function ChoiceControl({ name, knob, value, disabled, optionGlyph, onChange }: ControlProps<ChoiceKnob>) {
  const help = useHelp(knob.label, <KnobHelp knob={knob} disabled={disabled} />);
  const group = useId();
  return (
    <div className="dl-knob" data-knob={name} data-disabled={disabled}>
      <div className="dl-row">
        <span className="dl-knob-label" id={`${group}-label`}>
          {knob.label} {help.button}
        </span>
      </div>
      {help.note}
      <div className="dl-segments" role="radiogroup" aria-label={knob.label}>
        {Object.entries(knob.options).map(([option, label]) => {
          const glyph = optionGlyph?.(name, option);
          return (
            <label key={option} className="dl-segment" data-chosen={option === value}>
              <input
                type="radio"
                name={group}
                value={option}
                checked={option === value}
                disabled={disabled}
                onChange={() => onChange(option, false)}
              />
              {glyph}
              <span data-text={label}>{label}</span>
            </label>
          );
        })}
      </div>
    </div>
  );
}

interface KnobControlProps {
  readonly name: string;
  readonly knob: Knob;
  readonly value: Value;
  readonly disabled: boolean;
  readonly meaning?: string;
  readonly optionGlyph?: OptionGlyph;
  /** The store's own action, always the same function: a knob that did not change is not drawn again. */
  readonly onSet: (name: string, value: Value, dragging: boolean) => void;
}

export const KnobControl = memo(function KnobControl(props: KnobControlProps) {
  const { name, knob, value, disabled, meaning, optionGlyph, onSet } = props;
  const common = {
    name,
    value,
    disabled,
    onChange: (next: Value, dragging: boolean) => onSet(name, next, dragging),
  };
  if (knob.kind === "choice") return <ChoiceControl {...common} knob={knob} optionGlyph={optionGlyph} />;
  // An act is taken where the run is shown, code is written in its own cell.
  if (knob.kind === "acts" || knob.kind === "code") return null;
  return <NumberControl {...common} knob={knob} meaning={meaning} />;
});
