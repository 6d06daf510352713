/** The key above a chart that has no room for labels at its lines' ends: two columns in line order, with values. */
import { useId } from "react";
import { LineSample, MarkerSample } from "../ink/line-sample";
import { roleVariable } from "../ink/roles";
import { endValues } from "./end-labels";
import type { BarChart, LineChart, ScatterChart } from "./model";
import { SURFACE_SHADE } from "./templates";

export function LineKey({ chart }: { readonly chart: LineChart }) {
  const ends = endValues(chart);
  const shown = new Map(ends.map((end) => [end.id, end.value]));
  const truths = (chart.limits ?? []).filter((limit) => limit.role === "truth");
  if (ends.length + truths.length === 0) return null;
  return (
    <ul className="dl-key" aria-hidden="true">
      {chart.series
        .filter((series) => shown.has(series.id))
        .map((series) => (
          <li key={series.id}>
            <LineSample role={series.role} width={32} />
            <span style={{ color: roleVariable(series.role, "text") }}>
              {series.label} <b>{shown.get(series.id)}</b>
            </span>
          </li>
        ))}
      {truths.map((limit) => (
        <li key={limit.label} className="dl-key-wide">
          <LineSample role={limit.role} width={32} />
          <span>{limit.label}</span>
        </li>
      ))}
    </ul>
  );
}

export function BarKey({ chart }: { readonly chart: BarChart }) {
  if (chart.marks.length === 0) return null;
  return (
    <ul className="dl-key" aria-hidden="true">
      {chart.marks.map((mark) => (
        <li key={mark.label}>
          <LineSample role={mark.role} width={32} />
          <span style={{ color: roleVariable(mark.role, "text") }}>{mark.label}</span>
        </li>
      ))}
    </ul>
  );
}

export function ScatterKey({ chart }: { readonly chart: ScatterChart }) {
  const shade = useId();
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
