/** The key above a chart that has no room for labels at its lines' ends: two columns in line order, with values. */
import { LineSample } from "../../../ink/line-sample";
import { roleVariable } from "../../../ink/roles";
import type { KeyProps } from "../../kind";
import { marksOf } from "../../marks/model";
import { endValues } from "./end-labels";
import type { LineChart } from "./model";

export function LineKey({ chart, frame }: KeyProps<LineChart>) {
  if (frame.direct) return null;
  const ends = endValues(chart);
  const shown = new Map(ends.map((end) => [end.id, end.value]));
  const truths = marksOf(chart.marks, "level").filter(({ role }) => role === "truth");
  if (ends.length + truths.length === 0) return null;
  return (
    <ul className="dl-key" aria-hidden="true">
      {chart.series
        .filter((series) => shown.has(series.id))
        .map((series) => (
          <li key={series.id}>
            <LineSample role={series.role} width={32} apart={series.apart} />
            <span style={{ color: roleVariable(series.role, "text") }}>
              {series.label} <b>{shown.get(series.id)}</b>
            </span>
          </li>
        ))}
      {truths.map((level) => (
        <li key={level.label} className="dl-key-wide">
          <LineSample role={level.role} width={32} />
          <span>{level.label}</span>
        </li>
      ))}
    </ul>
  );
}
