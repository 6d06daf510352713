import "./boxes.css";
import type { ReactNode } from "react";
import { Icon } from "../icon";

interface Props {
  readonly children: ReactNode;
}

/** A trap that looks like the right way. */
export function Pitfall({ children }: Props) {
  return (
    <div className="pitfall prose">
      <h3 className="box-label dl-pair">
        <Icon name="warning" size={16} strokeWidth={1.6} /> Pitfall
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

/** What a reader must know before the experiment, in at most four points, and the one thing to watch. */
export function NeedToKnow({ watch, children }: Props & { watch: string }) {
  return (
    <div className="need-to-know prose">
      <h3 className="box-label">What you need to know</h3>
      {children}
      <p className="watch">
        <strong>Watch:</strong> {watch}
      </p>
    </div>
  );
}

/** After an experiment: what is simpler in it than in the world. */
export function LeavesOut({ children }: Props) {
  return (
    <div className="leaves-out prose">
      <h3 className="box-label">What this model leaves out</h3>
      {children}
    </div>
  );
}

/** Where one of the two timed halves of a long lesson begins. The notebook sets number and total. */
export function Half({
  title,
  minutes,
  number,
  total,
}: {
  readonly title: string;
  readonly minutes: number;
  readonly number?: string;
  readonly total?: string;
}) {
  return (
    <h2 className="half">
      <span className="kicker">
        Part {number} of {total} of this lesson · about {minutes} minutes
      </span>
      {title}
    </h2>
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

/** What a reader fills in, as wide as an experiment. Its title stands in the contents. */
export function Worksheet({ children }: Props & { title?: string }) {
  return children;
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

/** Five lines for whoever shows the lesson to a class, folded: learners need not read them. Stands after the references. */
export function Instructor({ children }: Props) {
  return (
    <details className="instructor prose screen-only">
      <summary className="ui">For instructors: this lesson in class</summary>
      {children}
    </details>
  );
}
