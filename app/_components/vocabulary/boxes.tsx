import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

interface Props {
  readonly children: ReactNode;
}

/** A trap that looks like the right way. */
export function Pitfall({ children }: Props) {
  return (
    <div className="pitfall prose">
      <h3 className="box-label">
        <TriangleAlert size={16} strokeWidth={1.6} aria-hidden="true" /> Pitfall
      </h3>
      {children}
    </div>
  );
}

/** An aside that belongs to the text: an example, a definition. */
export function Callout({ title, children }: Props & { title?: string }) {
  return (
    <div className="callout">
      {title && <p className="box-label">{title}</p>}
      {children}
    </div>
  );
}

/** What to take away, as a list. */
export function Recap({ children }: Props) {
  return (
    <div className="recap prose">
      <h3 className="cell-label">Recap</h3>
      {children}
    </div>
  );
}

/** Which tools people use for this, and how. */
export function RealWorld({ children }: Props) {
  return (
    <div className="real-world prose">
      <h3 className="cell-label">In the real world</h3>
      {children}
    </div>
  );
}

/** Sources with year, as a list. */
export function References({ children }: Props) {
  return (
    <div className="references prose">
      <h3 className="cell-label">References</h3>
      {children}
    </div>
  );
}
