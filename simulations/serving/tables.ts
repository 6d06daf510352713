/** The whole period in numbers, beside what theory says where it has an answer; and the three places. */
import type { Band } from "../core/statistics/band";
import type { Table } from "../ui/chart/model";
import { formatNumber } from "../ui/ink/format";
import { capacity, closedFormOf, isUnstable } from "./load";
import { msText, percentText } from "./period";
import type { ServingResults } from "./results";
import type { ServingSummary } from "./summary";

export interface FigureRow {
  readonly label: string;
  readonly help: string;
  readonly simulated: string;
  readonly theory: string;
}

const none = "–";
export const noSteadyState = "no steady state";

/** "49.9 ms (48.2 to 52.9)". */
const rangeText = ({ low, middle, high }: Band, unit: string, text: (value: number) => string): string => {
  if (Number.isNaN(middle)) return none;
  return `${text(middle)}${unit}${low === high ? "" : ` (${text(low)} to ${text(high)})`}`;
};

/** Two digits more where a share is below a hundredth. */
const fine = (share: number): number => (share > 0 && share < 0.01 ? 2 : 0);

export function figureRows({ end: { band }, values }: ServingResults): FigureRow[] {
  const unstable = isUnstable(values);
  const exact = closedFormOf(values);
  const unanswered = band("unanswered");
  const steady = exact !== null && !unstable;
  const oneDigit = (value: number) => formatNumber(value, value < 100 ? 1 : 0);
  const priceless = (1e6 * values.servers * values.serverPrice) / 3600;
  return [
    {
      label: "Mean latency",
      help: "Mean time to the answer: network, waiting and service of the answered requests. Theory: the closed forms for arrivals at random moments with exponential or equal service times (Erlang 1917, Pollaczek 1930, Khinchine 1932).",
      simulated: unstable ? noSteadyState : rangeText(band("meanMs"), " ms", (ms) => formatNumber(ms, 1)),
      theory: exact ? `${formatNumber(exact.meanMs, 1)} ms, ${exact.name}` : unstable ? noSteadyState : none,
    },
    {
      label: "Utilisation",
      help: "The share of the servers’ time in which they work. Theory: the work that arrives, divided by the work that the servers can do.",
      simulated: rangeText(band("utilisation"), "\u00a0%", (share) => formatNumber(share, fine(share), "percent")),
      theory: unstable ? "100 %" : exact ? percentText(exact.utilisation) : none,
    },
    {
      label: "Throughput",
      help: `Answers given in a second. If every batch were full and no server ever waited, it would be ${formatNumber(capacity(values), 0)}.`,
      simulated: rangeText(band("throughput"), "/s", oneDigit),
      theory: unstable ? `${oneDigit(capacity(values))}/s` : steady ? `${oneDigit(values.qps)}/s` : none,
    },
    {
      label: "Unanswered",
      help: "The share of the requests that were rejected because the queue was full, or lost because the connection was down.",
      simulated: rangeText(unanswered, "\u00a0%", (share) =>
        formatNumber(share, unanswered.high > 0 ? 1 : 0, "percent"),
      ),
      theory: steady ? "0 %" : none,
    },
    {
      label: "A million answers cost",
      help: "What the servers cost in the time they need for a million answers, busy or idle.",
      simulated: rangeText(band("costPerMillion"), "\u00a0€", (cost) => formatNumber(cost, cost > 0 ? 2 : 0)),
      theory: steady ? `${formatNumber(priceless / values.qps, 2)} €` : none,
    },
  ];
}

export function figureTable(results: ServingResults): Table {
  return {
    caption: "The whole period in numbers",
    columns: ["figure", "simulated, median (10–90 %)", "in theory"],
    rows: figureRows(results).map(({ label, simulated, theory }) => [label, simulated, theory]),
  };
}

/** Rows of the comparison of places; an entry is undefined while it is being computed. */
export function placeRows(
  summaries: readonly (ServingSummary | undefined)[],
): { readonly label: string; readonly cells: readonly string[] }[] {
  const row = (label: string, text: (summary: ServingSummary) => string) => ({
    label,
    cells: summaries.map((summary) => (summary ? text(summary) : "…")),
  });
  const ms = (value: number | null, { unstable }: ServingSummary) =>
    value === null ? (unstable ? noSteadyState : none) : msText(value);
  return [
    row("Unanswered", ({ droppedShare }) => percentText(droppedShare, droppedShare > 0 ? 1 : 0)),
    row("p50", (summary) => ms(summary.p50Ms, summary)),
    row("p99", (summary) => ms(summary.p99Ms, summary)),
    row("Utilisation", ({ utilisation }) => percentText(utilisation, fine(utilisation))),
    row("A million answers cost", ({ costPerMillion }) =>
      costPerMillion === null ? none : `${formatNumber(costPerMillion, costPerMillion > 0 ? 2 : 0)}\u00a0€`,
    ),
  ];
}
