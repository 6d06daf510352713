/** What differs between the pinned runs and the one shown, named under the title, each with Remove. */
import { Pin as PinIcon } from "lucide-react";
import type { ExperimentActions, Pin } from "../../runtime/experiment-state";
import { type AnyValues, differences, type Knobs, valueText } from "../../runtime/knobs";
import { Said } from "../ink/said";
import { unbroken } from "../ink/unbroken";

interface PinsProps {
  readonly knobs: Knobs;
  readonly pins: readonly Pin[];
  readonly values: AnyValues;
  /** Pinned runs without frames are computed after the run shown: before one they only wait. */
  readonly started: boolean;
  readonly actions: ExperimentActions;
}

export function differenceText(knobs: Knobs, pinned: AnyValues, now: AnyValues): string {
  const names = differences(knobs, pinned, now);
  if (names.length === 0) return "the run shown now; change a setting to compare";
  return names
    .map((name) => {
      const knob = knobs[name]!;
      const label = knob.label[0]!.toLowerCase() + knob.label.slice(1);
      return `${label} ${valueText(knob, pinned[name]!)} (now ${valueText(knob, now[name]!)})`;
    })
    .join(", ");
}

/** The button pressed goes away: the focus stays near, on the next pin's or else on what pins a run. */
function focusNear(button: HTMLButtonElement): void {
  const experiment = button.closest(".dl-experiment");
  const others = [...(experiment?.querySelectorAll<HTMLElement>(".dl-pins button") ?? [])];
  const at = others.indexOf(button);
  (others[at + 1] ?? others[at - 1] ?? experiment?.querySelector<HTMLElement>("[data-action=pin]"))?.focus();
}

export function Pins({ knobs, pins, values, started, actions }: PinsProps) {
  if (pins.length === 0) return null;
  return (
    <ul className="dl-pins">
      {pins.map((pin, i) => {
        const text = differenceText(knobs, pin.values, values);
        return (
          <li key={pin.id} className="dl-row">
            <PinIcon aria-hidden="true" />
            <span>
              <strong>{pins.length > 1 ? `Pinned ${i + 1}:` : "Pinned:"}</strong>{" "}
              <Said text={`${unbroken(text)}${pin.run ? "" : started ? " (being computed)" : " (not run yet)"}`} />
            </span>
            <button
              type="button"
              className="dl-text-button"
              aria-label={`Remove the pinned run: ${text}`}
              onClick={({ currentTarget }) => {
                focusNear(currentTarget);
                actions.unpin(pin.id);
              }}
            >
              Remove
            </button>
          </li>
        );
      })}
    </ul>
  );
}
