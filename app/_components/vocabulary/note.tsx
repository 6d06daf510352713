import "./note.css";
import type { ReactNode } from "react";

/** The number in the text; the note itself stands in the margin or under the block. */
export function NoteMark({ number }: { number: string }) {
  return (
    <a className="note-mark" id={`mark-${number}`} href={`#note-${number}`} aria-label={`Note ${number}`}>
      {number}
    </a>
  );
}

export function Note({ number, children }: { number: string; children: ReactNode }) {
  return (
    <div className="note" id={`note-${number}`} role="note">
      <a className="note-number" href={`#mark-${number}`} aria-label={`Note ${number}, back to the text`}>
        {number}
      </a>
      {children}
    </div>
  );
}
