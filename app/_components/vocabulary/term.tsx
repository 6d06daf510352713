import "./boxes.css";
import type { ReactNode } from "react";
import { glossary } from "@/lessons/glossary";

/**
 * A word of the glossary where a lesson first uses it: its definition comes on demand. The browser's own popover does it
 * (Escape and a click elsewhere close it, the focus stays), so it needs no script.
 */
export function Term({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  const entry = glossary.find((each) => each.id === id);
  if (!entry) throw new Error(`Term id must be one of lessons/glossary/, got "${id}"`);
  return (
    <>
      <button type="button" className="term" popoverTarget={`term-${id}`}>
        {children}
      </button>
      <span className="term-definition" id={`term-${id}`} popover="auto">
        <strong>{entry.term}</strong>: {entry.definition}
      </span>
    </>
  );
}
