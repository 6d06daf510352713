import { formatNumber, listText } from "../../../ink/format";
import { asNumber, markSentence, sentences, withUnit } from "../../cells";
import type { ChartKind } from "../../kind";
import { markRows } from "../../marks";
import type { EventChart } from "./model";

/** Still going on at the moment: it has begun, and its end is not known yet. */
function eventsAt(chart: EventChart, moment: number): EventChart {
  if (!chart.timeline) return chart;
  const until = (to: number | undefined) => (to === undefined ? {} : { to: Math.min(to, moment) });
  return {
    ...chart,
    lanes: chart.lanes.map((lane) => ({
      ...lane,
      events: lane.events
        .filter(({ from }) => from <= moment + 1e-9)
        .map((event) => ({ ...event, ...until(event.to) })),
    })),
  };
}

export const events: ChartKind<EventChart> = {
  sentence(chart) {
    const text = (value: number) => formatNumber(value, chart.digits);
    const lanes = chart.lanes.map(({ label, events: all }) => {
      if (all.length === 0) return `${label}: nothing`;
      const told = all
        .slice(0, 4)
        .map(
          (one) =>
            `${one.label} ${one.to === undefined ? `at ${text(one.from)}` : `from ${text(one.from)} to ${text(one.to)}`}`,
        );
      return `${label}: ${listText(all.length > 4 ? [...told, `${all.length - 4} more`] : told)}`;
    });
    return sentences(`${chart.title}, ${chart.unit}`, ...lanes, markSentence(chart));
  },
  tables: (chart) => [
    {
      caption: withUnit(chart),
      columns: [`${chart.x.label}, from`, "to", "lane", "event"],
      rows: [
        ...chart.lanes.flatMap(({ label, events: all }) =>
          all.map((one) => [asNumber(one.from, chart.digits), asNumber(one.to, chart.digits), label, one.label]),
        ),
        ...markRows(chart.marks).map(({ x, label }) => [asNumber(x, chart.digits), "", "", label]),
      ],
    },
  ],
  // A row says when it began and, as its value, how long it took.
  figures: (chart) => [
    ...chart.lanes.flatMap(({ label, events: all }) =>
      all.map(({ from, to, label: name }) => ({
        series: `${label}: ${name}`,
        x: from,
        value: Number(((to ?? from) - from).toPrecision(12)),
      })),
    ),
    ...markRows(chart.marks).map(({ label, x }) => ({ series: label, x })),
  ],
  load: () => import("./draw"),
  timed: ({ timeline }) => (timeline ? "lane" : undefined),
  at: eventsAt,
};
