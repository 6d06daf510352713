/** The charts of the missing parts: what leaving out each part costs, who notices which fault, and one year in lanes. */
import { bandOf } from "../core/statistics/band";
import { days, faultKinds } from "../core/worlds/parts";
import { cast } from "../course/cast";
import type { Chart } from "../ui/chart/model";
import { roundUp } from "../ui/chart/round-up";
import { listText } from "../ui/ink/format";
import { type FaultSeen, isIn, selectionOf } from "./frames";
import { type MissingPartsValues, partNames } from "./knobs";
import { faultLabels, partLabel, partText } from "./labels";
import type { MissingPartsResults } from "./results";

const thousand = (band: { low: number; middle: number; high: number }) => ({
  low: band.low / 1000,
  value: band.middle / 1000,
  high: band.high / 1000,
});

function worthChart(results: MissingPartsResults | undefined, values: MissingPartsValues): Chart {
  const chosen = selectionOf(values);
  const rows = results
    ? [
        { id: "as-set", label: "Parts as they are set", role: cast.all, ...thousand(bandOf(results.years.badAnswers)) },
        ...partNames.map((name, p) => ({
          id: name,
          label: isIn(chosen, p) ? `Without ${partText(name)}` : `With ${partText(name)}`,
          role: isIn(chosen, p) ? cast.weighted : cast.window,
          ...thousand(bandOf(results.years.switched[p]!)),
        })),
      ].sort((a, b) => b.value - a.value || b.high - a.high)
    : [];
  return {
    kind: "ranked",
    id: "worth",
    title: "Bad answers a year, with one part switched on or off",
    name: "Bad answers",
    help: "An answer is bad when it does not come, or when the predicted rent is off by more than 180 €, three standard deviations of the noise that no model can predict. Each row switches one part: off if it is on, on if it is off. The others stay as they are. All rows live through the same faults and requests.",
    unit: "thousand a year · bar: median of the replicas, line: 80 of 100 replicas",
    digits: 1,
    x: { label: "thousand bad answers a year", max: roundUp(Math.max(1, ...rows.map(({ high }) => high))) },
    items: rows,
  };
}

function daysChart(results: MissingPartsResults | undefined): Chart {
  const found = results?.summary.faults ?? [];
  const items = found
    .map(({ name, daysToNotice, daysToNoticeP10, daysToNoticeP90, noticedShare, caughtBy }) => {
      const by = listText(caughtBy.map(({ part, share }) => `${partText(part)} ${Math.round(100 * share)} %`));
      return {
        id: name,
        label: faultLabels[name],
        value: daysToNotice ?? 0,
        ...(daysToNoticeP10 !== null && daysToNoticeP90 !== null
          ? { low: daysToNoticeP10, high: daysToNoticeP90 }
          : {}),
        role: faultKinds.find((kind) => kind.name === name)!.kind === "ml" ? cast.full : cast.human,
        demand: { text: by === "" ? "never noticed" : by, met: noticedShare > 0.5 },
      };
    })
    .sort((a, b) => Number(a.demand.met) - Number(b.demand.met) || b.value - a.value);
  return {
    kind: "ranked",
    id: "noticed",
    title: "Days until a part notices, by fault",
    name: "Days to notice",
    help: "From the day a fault comes until a part notices or prevents it: 0 is the same day. The text beside the bar says which part was first, in how many of 100 such faults. Blue: faults of the model. Grey: ordinary faults of data and servers.",
    unit: "days · bar: median of the faults that were noticed, line: 80 of 100 of them",
    digits: 0,
    x: { label: "days", max: roundUp(Math.max(10, ...items.map(({ high }) => high ?? 0))) },
    items,
  };
}

/** Faults of one kind that overlap are one event. */
function eventsOf(faults: readonly FaultSeen[]) {
  const events: { from: number; to: number; label: string }[] = [];
  for (const { day, until, caughtBy } of faults) {
    const label = caughtBy ? partText(caughtBy) : "not noticed";
    const last = events.at(-1);
    // Prevented or repaired on its own day it still has to be seen.
    if (last && day <= last.to) last.to = Math.max(last.to, until);
    else events.push({ from: day, to: Math.max(until, day + 2), label });
  }
  return events;
}

function yearChart(results: MissingPartsResults | undefined): Chart {
  const shown = results?.shown ?? [];
  const noticed = new Map<number, string[]>();
  for (const { day, daysToNotice, caughtBy } of shown)
    if (caughtBy && daysToNotice !== undefined)
      noticed.set(day + daysToNotice, [...(noticed.get(day + daysToNotice) ?? []), partLabel(caughtBy)]);
  return {
    kind: "events",
    id: "year",
    title: "One year: the first replica’s faults",
    name: "One year",
    help: "A bar lasts from the day a fault comes until it is repaired or over; its label says which part noticed it. The lowest lane has a sign on each day on which a part noticed something.",
    unit: "days of the year",
    digits: 0,
    x: { label: "day", min: 0, max: days, ticks: [0, 60, 120, 180, 240, 300, 365] },
    lanes: [
      ...faultKinds.map(({ name, kind }) => ({
        role: kind === "ml" ? cast.full : cast.human,
        label: faultLabels[name],
        events: eventsOf(shown.filter((fault) => fault.name === name)),
      })),
      {
        role: cast.alarm,
        label: "Noticed",
        events: [...noticed]
          .sort(([a], [b]) => a - b)
          .map(([from, by]) => ({ from, label: listText([...new Set(by)]) })),
      },
    ],
    timeline: false,
  };
}

export const charts = (results: MissingPartsResults | undefined, values: MissingPartsValues): Chart[] => [
  worthChart(results, results?.values ?? values),
  daysChart(results),
  yearChart(results),
];
