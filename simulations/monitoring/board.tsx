/** What the rule found, fault by fault, and what each metric is worth by leaving it out. */
import { formatNumber } from "../ui/ink/format";
import { ScoreTable } from "../ui/results/score-table";
import { greyBelow } from "./chart-frontier";
import { eventText } from "./event-names";
import { kindOf, metricText } from "./metric-names";
import type { MonitoringResults } from "./results";

const percent = (share: number | null) => (share === null ? "–" : `${formatNumber(100 * share, 0)}\u00a0%`);
const number = (value: number | null, digits = 1) => formatNumber(value ?? Number.NaN, digits);

export function Board({ results: { summary, run } }: { readonly results: MonitoringResults }) {
  const many = run.replicasDone === 1 ? "1 replica" : `all ${run.replicasDone} replicas`;
  const byCode = summary.byFault.flatMap(({ fault, times, byCode: of }) => (of ? [{ fault, times, ...of }] : []));
  return (
    <div className="dl-score-board">
      {summary.byFault.length > 0 && (
        <ScoreTable
          caption={`By event, ${many}`}
          columns={[
            { label: "" },
            { label: "Times" },
            { label: "Alarm" },
            { label: "Days" },
            { label: "First metric" },
          ]}
          rows={summary.byFault.map(({ fault, times, foundShare, daysToDetect, firstMetric }) => ({
            label: eventText[fault],
            cells: [
              formatNumber(times, 0),
              percent(foundShare),
              number(daysToDetect),
              firstMetric ? metricText[firstMetric].label : "–",
            ],
          }))}
          note="Alarm: share of the events with an alarm while they lasted. Days: mean time to that alarm. First metric: the one that raised it most often, under the threshold rule. An alarm on a holiday is a false alarm."
        />
      )}
      <ScoreTable
        caption={`One metric left out, one metric alone, ${many}`}
        columns={[{ label: "" }, { label: "Alone" }, { label: "First" }, { label: "Lost" }, { label: "False" }]}
        rows={summary.pruning.map(({ metric, foundAlone, firstAlone, lostWithout, falseWithout }) => ({
          label: metricText[metric].label,
          detail: `${kindOf(metric)}${firstAlone !== null && firstAlone < greyBelow ? " · can go" : ""}`,
          cells: [percent(foundAlone), percent(firstAlone), percent(lostWithout), number(falseWithout, 2)],
        }))}
        note="All nine metrics, your threshold and window. Alone: share of the faults that this metric finds if no other one has an alarm. First: share detected later or never without it, because it alerted first and alone. Lost: share never detected without it. False: false alarms a week without it. Can go: first in fewer than 3 of 100 faults."
      />
      {byCode.length > 0 && (
        <ScoreTable
          caption={`By event, your code, ${many}`}
          columns={[{ label: "" }, { label: "Times" }, { label: "Alarm" }, { label: "Days" }]}
          rows={byCode.map(({ fault, times, foundShare, daysToDetect }) => ({
            label: eventText[fault],
            cells: [formatNumber(times, 0), percent(foundShare), number(daysToDetect)],
          }))}
        />
      )}
    </div>
  );
}
