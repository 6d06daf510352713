/** The marks of a chart with two axes, over its data. */
import { markKinds } from ".";
import type { MarkKind, MarkProps } from "./mark-kind";
import type { Mark } from "./model";

interface MarksProps extends Omit<MarkProps<Mark>, "marks"> {
  readonly marks: readonly Mark[] | undefined;
}

export function Marks({ marks = [], ...place }: MarksProps) {
  return Object.entries<MarkKind>(markKinds).map(([kind, { Draw }]) => {
    const own = marks.filter((mark) => mark.kind === kind);
    return own.length > 0 && <Draw key={kind} marks={own} {...place} />;
  });
}
