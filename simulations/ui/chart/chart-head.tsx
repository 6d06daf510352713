/** What stands over a chart: title, (?), unit, and its key. */
import type { ReactNode } from "react";
import { useHelp } from "../controls/help";
import { Said } from "../ink/said";
import { unbroken } from "../ink/unbroken";
import { kindOf } from "./kinds";
import type { Chart } from "./model";

interface HeadProps {
  readonly chart: Chart;
  /** px from the left edge of the surface. */
  readonly indent?: number;
  readonly children?: ReactNode;
}

export function ChartHead({ chart, indent = 0, children }: HeadProps) {
  const help = useHelp(
    chart.title,
    <>
      {/* Where there is room for one line only, the unit is cut. */}
      {chart.unit && <span className="dl-help-unit">{`${unbroken(chart.unit)}. `}</span>}
      <Said text={unbroken(chart.help)} />
    </>,
  );
  return (
    <div
      className="dl-chart-head"
      data-kind={chart.kind}
      data-timed={kindOf(chart).timed?.(chart)}
      style={{ paddingLeft: indent }}
    >
      <div className="dl-chart-title">
        <span className="dl-chart-name">
          <strong>{chart.title}</strong> {help.button}
        </span>
        <span className="dl-chart-unit dl-small dl-faint">{chart.unit}</span>
      </div>
      {help.note}
      {children}
    </div>
  );
}
