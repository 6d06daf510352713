/** Presets, the knobs in sight, seed, re-roll, undo, redo, reset; the rest of the knobs under More, last, so that opening it moves nothing. */
import { ChevronRight, Dices, Redo2, RotateCcw, Undo2 } from "lucide-react";
import { memo, useState } from "react";
import { useStore } from "zustand";
import type { ExperimentActions } from "../../runtime/experiment-state";
import { type AnyValues, defaultsOf, isActive, type Knobs, type Presets } from "../../runtime/knobs";
import type { Experiment } from "../../runtime/store";
import { useHelp } from "../controls/help";
import { KnobControl } from "../controls/knob-controls";
import { NumberEntry } from "../controls/number-entry";
import { unbroken } from "../ink/unbroken";
import type { Presentation } from "./presentation";
import { moreText } from "./settings-text";

interface SettingsProps {
  readonly presentation: Presentation;
  readonly experiment: Experiment;
}

interface PresetRowProps {
  readonly presets: Presets;
  readonly defaults: AnyValues;
  readonly values: AnyValues;
  readonly actions: ExperimentActions;
}

const same = (values: AnyValues, preset: AnyValues): boolean =>
  Object.entries(preset).every(([name, value]) => values[name] === value);

/**
 * The preset that the values are of. Where several fit, the one that leaves the fewest knobs unexplained, since a preset sets
 * what it does not name to the defaults; then the one that says most.
 */
export function chosenPreset(presets: Presets, values: AnyValues, defaults: AnyValues): string | undefined {
  const unexplained = (preset: AnyValues) =>
    Object.entries({ ...defaults, ...preset }).filter(([name, value]) => values[name] !== value).length;
  const named = (preset: AnyValues) => Object.keys(preset).length;
  const fitting = Object.entries(presets)
    .filter(([, preset]) => same(values, preset.values))
    .map(([name, preset]) => ({ name, unexplained: unexplained(preset.values), named: named(preset.values) }));
  fitting.sort((a, b) => a.unexplained - b.unexplained || b.named - a.named);
  return fitting[0]?.name;
}

function PresetRow({ presets, defaults, values, actions }: PresetRowProps) {
  const chosen = chosenPreset(presets, values, defaults);
  const help = useHelp(
    "presets",
    <ul>
      {Object.entries(presets).map(([name, preset]) => (
        <li key={name}>
          <strong>{preset.label}.</strong> {unbroken(preset.help)}
        </li>
      ))}
    </ul>,
  );
  return (
    <fieldset className="dl-presets">
      <legend className="dl-hidden">Presets</legend>
      <strong>Presets {help.button}</strong>
      {help.note}
      <div className="dl-row dl-preset-row">
        {Object.entries(presets).map(([name, preset]) => (
          <button
            key={name}
            type="button"
            className="dl-small dl-preset"
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

/** Follows the store at once: a thumb must not lag behind the finger. */
export const Settings = memo(function Settings({ presentation, experiment }: SettingsProps) {
  const { store, actions } = experiment;
  const { knobs, presets, meaning, optionGlyph } = presentation;
  const [open, setOpen] = useState(false);
  const values = useStore(store, (state) => state.values);
  const original = useStore(store, (state) => state.original);
  const canUndo = useStore(store, (state) => state.canUndo);
  const canRedo = useStore(store, (state) => state.canRedo);
  const visible = Object.entries(knobs).filter(([name, knob]) => !knob.hidden && name !== "seed");
  const primary = visible.filter(([, knob]) => knob.primary);
  const rest = visible.filter(([, knob]) => !knob.primary);
  const restNames = rest.map(([name]) => name);
  const control = ([name, knob]: (typeof visible)[number]) => (
    <KnobControl
      key={name}
      name={name}
      knob={knob}
      value={values[name]!}
      disabled={!isActive(knob, values)}
      meaning={meaning?.(name, values)}
      optionGlyph={optionGlyph}
      onSet={actions.set}
    />
  );
  return (
    <div className="dl-settings">
      <div className="dl-settings-main">
        {Object.keys(presets).length > 0 && (
          <PresetRow {...{ presets, values, actions }} defaults={defaultsOf(knobs)} />
        )}
        <div className="dl-knobs">{primary.map(control)}</div>
        <SeedRow {...{ knobs, values, original, canUndo, canRedo, actions }} />
        {rest.length > 0 && (
          <details className="dl-more" onToggle={(event) => setOpen(event.currentTarget.open)}>
            <summary>
              <ChevronRight aria-hidden="true" />
              <span className="dl-more-word">More</span>
              <span className="dl-small dl-faint dl-more-values">{moreText(knobs, restNames, values)}</span>
            </summary>
            {open && <div className="dl-knobs">{rest.map(control)}</div>}
          </details>
        )}
      </div>
    </div>
  );
});

interface SeedRowProps {
  readonly knobs: Knobs;
  readonly values: AnyValues;
  readonly original: AnyValues;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly actions: ExperimentActions;
}

function SeedRow({ knobs, values, original, canUndo, canRedo, actions }: SeedRowProps) {
  const { seed } = knobs;
  const help = useHelp("seed", seed?.help ?? "");
  return (
    <div className="dl-seed">
      <div className="dl-row dl-seed-row">
        {seed?.kind === "number" && (
          <span className="dl-pair dl-seed-field">
            <span>Seed</span>
            {help.button}
            <NumberEntry
              knob={{ ...seed, max: Math.min(seed.max, Number.MAX_SAFE_INTEGER) }}
              label="Seed"
              value={Number(values.seed)}
              onChange={(value) => actions.set("seed", value)}
            />
          </span>
        )}
        {seed && (
          <button
            type="button"
            className="dl-quiet"
            aria-label="Re-roll: the next seed"
            title="Re-roll: the next seed"
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
            title="Undo"
            disabled={!canUndo}
            onClick={() => actions.undo()}
          >
            <Undo2 aria-hidden="true" />
          </button>
          <button
            type="button"
            className="dl-icon"
            aria-label="Redo"
            title="Redo"
            disabled={!canRedo}
            onClick={() => actions.redo()}
          >
            <Redo2 aria-hidden="true" />
          </button>
          <button
            type="button"
            className="dl-quiet"
            aria-label="Reset to this lesson’s settings"
            title="Reset to this lesson’s settings"
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
