import { useId } from "react";
import { LineSample, MarkerSample } from "../../../ink/line-sample";
import { roleVariable } from "../../../ink/roles";
import type { KeyProps } from "../../kind";
import { SURFACE_SHADE } from "../../templates";
import type { ScatterChart } from "./model";
import { outsideWords } from "./outside";

export function ScatterKey({ chart }: KeyProps<ScatterChart>) {
  const shade = useId();
  const outside = outsideWords(chart);
  return (
    <ul className="dl-key dl-key-flow" aria-hidden="true">
      {chart.points.map((group) => (
        <li key={group.label}>
          <MarkerSample role={group.role} marker={group.marker} />
          <span style={{ color: roleVariable(group.role, "text") }}>{group.label}</span>
        </li>
      ))}
      {(chart.lines ?? []).map((line) => (
        <li key={line.label}>
          <LineSample role={line.role} width={32} />
          <span style={{ color: roleVariable(line.role, "text") }}>{line.label}</span>
        </li>
      ))}
      {outside && <li className="dl-key-wide">{outside}</li>}
      {chart.surface && (
        <li className="dl-key-wide">
          <svg width={32} height={12} className="dl-key-shade" aria-hidden="true">
            <defs>
              <linearGradient id={shade}>
                <stop offset="0" stopColor="var(--ink)" stopOpacity={0} />
                <stop offset="1" stopColor="var(--ink)" stopOpacity={SURFACE_SHADE} />
              </linearGradient>
            </defs>
            <rect x={0.5} y={0.5} width={31} height={11} fill={`url(#${shade})`} stroke="var(--ink-3)" />
          </svg>
          <span>{`${chart.surface.label}, 0 to 1; line: 0.5`}</span>
        </li>
      )}
    </ul>
  );
}
