/** Charts from top to bottom: those on the time axis together, others beside each other. */

import type { Theme } from "../design/tokens";
import type { Band } from "../design/type-scale";
import { ChartFigure } from "./chart-figure";
import type { Chart } from "./model";
import { isOnTimeAxis, TimeStack } from "./time-stack";

interface ChartsProps {
  readonly charts: readonly Chart[];
  readonly pinned: ReadonlyMap<string, readonly Chart[]>;
  readonly theme: Theme;
  readonly band: Band;
  readonly moment: number;
  readonly lastMoment: number;
}

interface Group {
  readonly time: boolean;
  readonly charts: Chart[];
}

/** Neighbours of one kind stand together; charts on the time axis make one stack, wherever they stand among the others. */
export function groupCharts(charts: readonly Chart[]): Group[] {
  const groups: Group[] = [];
  const timed = charts.filter(isOnTimeAxis);
  let placed = false;
  for (const chart of charts) {
    if (isOnTimeAxis(chart)) {
      if (!placed) groups.push({ time: true, charts: timed });
      placed = true;
      continue;
    }
    const last = groups.at(-1);
    if (last && !last.time) last.charts.push(chart);
    else groups.push({ time: false, charts: [chart] });
  }
  return groups;
}

export function Charts({ charts, pinned, theme, band, moment, lastMoment }: ChartsProps) {
  return groupCharts(charts).map((group) =>
    group.time ? (
      <TimeStack key="time" charts={group.charts} {...{ theme, band, moment, lastMoment, pinned }} />
    ) : (
      <div key={group.charts[0]!.id} className="dl-chart-row" data-count={group.charts.length}>
        {group.charts.map((chart) => (
          <ChartFigure key={chart.id} chart={chart} pinned={pinned.get(chart.id)} {...{ theme, band, moment }} />
        ))}
      </div>
    ),
  );
}
