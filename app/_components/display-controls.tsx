"use client";

import { Check, Presentation, SunMoon } from "lucide-react";
import { useNotebook } from "../_state/notebook";
import type { ThemeChoice } from "../_state/saved-state";
import { Disclosure } from "./disclosure";
import { keepPlace } from "./keep-place";

/** Presenting on and off: large, high in contrast. A state of its own: a theme chosen meanwhile does not end it. */
export function PresentButton({ className = "" }: { className?: string }) {
  const present = useNotebook((state) => state.present);
  const setPresent = useNotebook((state) => state.setPresent);
  return (
    <button
      type="button"
      className={`button-quiet bar-button ${className}`}
      aria-label="Present"
      aria-pressed={present}
      title={present ? "Back from the projector view" : "Present: larger, for a projector"}
      onClick={() => keepPlace(() => setPresent(!present))}
    >
      <Presentation size={17} strokeWidth={1.6} aria-hidden="true" />
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
      buttonClassName="button-quiet bar-button"
      button={
        <>
          <SunMoon size={17} strokeWidth={1.6} aria-hidden="true" />
          <span>Theme</span>
        </>
      }
    >
      {(close) => (
        <fieldset>
          <legend className="visually-hidden">Theme</legend>
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
                <Check size={16} aria-hidden="true" style={{ visibility: chosen ? "visible" : "hidden" }} />
                {choice.label}
              </button>
            );
          })}
        </fieldset>
      )}
    </Disclosure>
  );
}
