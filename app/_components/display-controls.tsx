"use client";

import { useNotebook } from "../_state/notebook";
import type { ThemeChoice } from "../_state/saved-state";
import { Disclosure } from "./disclosure";
import { Icon } from "./icon";
import { keepPlace } from "./keep-place";

/** Presenting on and off: large, high in contrast. A state of its own: a theme chosen meanwhile does not end it. */
export function PresentButton({ className = "" }: { className?: string }) {
  const present = useNotebook((state) => state.present);
  const setPresent = useNotebook((state) => state.setPresent);
  return (
    <button
      type="button"
      className={`dl-quiet bar-button ${className}`}
      aria-label="Present"
      aria-pressed={present}
      title={present ? "Back from the projector view" : "Present: larger, for a projector"}
      onClick={() => keepPlace(() => setPresent(!present))}
    >
      <Icon name="presentation" size={17} strokeWidth={1.6} />
      <span>Present</span>
    </button>
  );
}

const choices: readonly { readonly theme: ThemeChoice; readonly label: string }[] = [
  { theme: "light", label: "Light" },
  { theme: "dark", label: "Dark" },
  { theme: "system", label: "As this device" },
];

export function ThemeControl() {
  const theme = useNotebook((state) => state.theme);
  const setTheme = useNotebook((state) => state.setTheme);
  return (
    <Disclosure
      label="Theme"
      buttonClassName="dl-quiet bar-button"
      button={
        <>
          <Icon name="theme" size={17} strokeWidth={1.6} />
          <span>Theme</span>
        </>
      }
    >
      {(close) => (
        <fieldset>
          <legend className="dl-hidden">Theme</legend>
          {choices.map((choice) => {
            const chosen = choice.theme === theme;
            return (
              <button
                key={choice.theme}
                type="button"
                className="panel-item"
                aria-pressed={chosen}
                onClick={() => {
                  setTheme(choice.theme);
                  close();
                }}
              >
                <Icon name="check" size={16} className="panel-check" />
                {choice.label}
              </button>
            );
          })}
        </fieldset>
      )}
    </Disclosure>
  );
}
