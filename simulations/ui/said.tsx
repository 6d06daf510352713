/**
 * A sentence whose words change while the page lives. A browser that translates a page wraps its text nodes in elements of
 * its own; React would then change nodes that stand in the page no more, or fail to remove them. So a sentence is one element
 * with one text, and another text is another element: what was wrapped goes away as a whole.
 */
import type { ReactNode } from "react";

export function Said({ text, className }: { readonly text: string; readonly className?: string }) {
  return (
    <span key={text} className={className}>
      {text}
    </span>
  );
}

/** The same for a sentence of several pieces: `name` tells one state of it from another. */
export function Composed({
  name,
  className,
  children,
}: {
  readonly name: string;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  return (
    <span key={name} className={className}>
      {children}
    </span>
  );
}
