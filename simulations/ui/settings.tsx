/** Presets, the knobs in sight, the rest under More, seed, re-roll, undo, redo, reset; a map or the like beside them. */
import { ChevronRight, Dices, Redo2, RotateCcw, Undo2 } from "lucide-react";
import type { ReactNode } from "react";
import type { ExperimentActions } from "../runtime/experiment-state";
import { type AnyValues, type Knobs, type Presets, type Value, valueText } from "../runtime/knobs";
import { useHelp } from "./help";
import { KnobControl, type OptionGlyph } from "./knob-controls";
import { NumberEntry } from "./number-entry";

interface SettingsProps {
  readonly knobs: Knobs;
  readonly presets: Presets;
  readonly values: AnyValues;
  readonly original: AnyValues;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly meaning?: (knob: string) => string | undefined;
  readonly optionGlyph?: OptionGlyph;
  readonly aside?: ReactNode;
  readonly actions: ExperimentActions;
}

const same = (values: AnyValues, preset: AnyValues): boolean =>
  Object.entries(preset).every(([name, value]) => values[name] === value);

/** The preset that the values are of; the one that says most where several fit. */
export function chosenPreset(presets: Presets, values: AnyValues): string | undefined {
  const fitting = Object.entries(presets).filter(([, preset]) => same(values, preset.values));
  fitting.sort((a, b) => Object.keys(b[1].values).length - Object.keys(a[1].values).length);
  return fitting[0]?.[0];
}

function PresetRow({ presets, values, actions }: Pick<SettingsProps, "presets" | "values" | "actions">) {
  const chosen = chosenPreset(presets, values);
  const help = useHelp(
    "presets",
    <ul>
      {Object.entries(presets).map(([name, preset]) => (
        <li key={name}>
          <strong>{preset.label}.</strong> {preset.help}
        </li>
      ))}
    </ul>,
  );
  return (
    <fieldset className="dl-presets">
      <legend className="dl-hidden">Presets</legend>
      <div className="dl-knob-head">
        <span className="dl-settings-title">Presets {help.button}</span>
      </div>
      {help.note}
      <div className="dl-preset-row">
        {Object.entries(presets).map(([name, preset]) => (
          <button
            key={name}
            type="button"
            className="dl-preset"
            aria-pressed={name === chosen}
            onClick={() => actions.applyPreset(name)}
          >
            {preset.label}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

export function moreText(knobs: Knobs, names: readonly string[], values: AnyValues): string {
  return names
    .map((name) => {
      const knob = knobs[name]!;
      const label = knob.label[0]!.toLowerCase() + knob.label.slice(1);
      const text = valueText(knob, values[name]!);
      return knob.kind === "choice" ? `${label}: ${text[0]!.toLowerCase()}${text.slice(1)}` : `${label} ${text}`;
    })
    .join(" · ");
}

export function Settings(props: SettingsProps) {
  const { knobs, presets, values, original, canUndo, canRedo, meaning, optionGlyph, aside, actions } = props;
  const visible = Object.entries(knobs).filter(([name, knob]) => !knob.hidden && name !== "seed");
  const primary = visible.filter(([, knob]) => knob.primary);
  const rest = visible.filter(([, knob]) => !knob.primary);
  const change = (name: string) => (value: Value, dragging: boolean) => actions.set(name, value, dragging);
  const control = ([name, knob]: (typeof visible)[number]) => (
    <KnobControl
      key={name}
      name={name}
      knob={knob}
      values={values}
      meaning={meaning?.(name)}
      optionGlyph={optionGlyph}
      onChange={change(name)}
    />
  );
  return (
    <div className="dl-settings" data-aside={aside !== undefined}>
      <div className="dl-settings-main">
        {Object.keys(presets).length > 0 && <PresetRow presets={presets} values={values} actions={actions} />}
        <div className="dl-knobs">{primary.map(control)}</div>
        {rest.length > 0 && (
          <details className="dl-more">
            <summary>
              <ChevronRight aria-hidden="true" />
              <span className="dl-more-word">More</span>
              <span className="dl-more-values">
                {moreText(
                  knobs,
                  rest.map(([name]) => name),
                  values,
                )}
              </span>
            </summary>
            <div className="dl-knobs">{rest.map(control)}</div>
          </details>
        )}
        <SeedRow {...{ knobs, values, original, canUndo, canRedo, actions }} />
      </div>
      {aside !== undefined && <div className="dl-settings-aside">{aside}</div>}
    </div>
  );
}

type SeedRowProps = Pick<SettingsProps, "knobs" | "values" | "original" | "canUndo" | "canRedo" | "actions">;

function SeedRow({ knobs, values, original, canUndo, canRedo, actions }: SeedRowProps) {
  const { seed } = knobs;
  const help = useHelp("seed", seed?.help ?? "");
  return (
    <div className="dl-seed">
      <div className="dl-seed-row">
        {seed?.kind === "number" && (
          <span className="dl-seed-field">
            <span className="dl-seed-label">Seed</span>
            <NumberEntry
              knob={{ ...seed, max: Math.min(seed.max, Number.MAX_SAFE_INTEGER) }}
              label="Seed"
              value={Number(values.seed)}
              onChange={(value) => actions.set("seed", value)}
            />
            {help.button}
          </span>
        )}
        {seed && (
          <button
            type="button"
            className="dl-quiet"
            aria-label="Re-roll: the next seed"
            onClick={() => actions.reroll()}
          >
            <Dices aria-hidden="true" /> <span>Re-roll</span>
          </button>
        )}
        <span className="dl-seed-end">
          <button
            type="button"
            className="dl-icon"
            aria-label="Undo"
            disabled={!canUndo}
            onClick={() => actions.undo()}
          >
            <Undo2 aria-hidden="true" />
          </button>
          <button
            type="button"
            className="dl-icon"
            aria-label="Redo"
            disabled={!canRedo}
            onClick={() => actions.redo()}
          >
            <Redo2 aria-hidden="true" />
          </button>
          <button
            type="button"
            className="dl-quiet"
            aria-label="Reset to this lesson's settings"
            disabled={same(values, original)}
            onClick={() => actions.reset()}
          >
            <RotateCcw aria-hidden="true" /> <span>Reset</span>
          </button>
        </span>
      </div>
      {help.note}
    </div>
  );
}
