/**
 * The (?) beside every knob, metric and chart. The note opens in the flow of the page, under what it explains: nothing is
 * covered, it can be read at 320 px and at 200 % zoom, and closes where it was opened.
 */
import { CircleQuestionMark } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { unbroken } from "../ink/unbroken";

export interface HelpToggle {
  readonly button: ReactNode;
  readonly note: ReactNode;
}

/** Button and note apart, so that the note can stand under the whole row. `about`: what the button's name says it explains. */
export function useHelp(about: string, text: ReactNode): HelpToggle {
  const [open, setOpen] = useState(false);
  const id = useId();
  const button = (
    <button
      type="button"
      className="dl-help"
      aria-label={`What is: ${about}?`}
      aria-expanded={open}
      aria-controls={id}
      onClick={() => setOpen(!open)}
      onKeyDown={(event) => {
        if (event.key === "Escape") setOpen(false);
      }}
    >
      <CircleQuestionMark aria-hidden="true" />
    </button>
  );
  const note = (
    <div id={id} className="dl-help-note" hidden={!open}>
      {typeof text === "string" ? unbroken(text) : text}
    </div>
  );
  return { button, note };
}
