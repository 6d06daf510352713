import { LineSample } from "../../../ink/line-sample";
import { roleVariable } from "../../../ink/roles";
import type { KeyProps } from "../../kind";
import type { BarChart } from "./model";

export function BarKey({ chart: { marks = [] }, frame }: KeyProps<BarChart>) {
  if (frame.direct || marks.length === 0) return null;
  return (
    <ul className="dl-key" aria-hidden="true">
      {marks.map((mark) => (
        <li key={mark.label}>
          <LineSample role={mark.role} width={32} />
          <span style={{ color: roleVariable(mark.role, "text") }}>{mark.label}</span>
        </li>
      ))}
    </ul>
  );
}
