/** The bench in sentences: the question before it, the verdict after it, and what the dashboard shows on a day. */
import { metricNames } from "../core/worlds/service";
import { formatNumber, listText } from "../ui/ink/format";
import { countText, plainText } from "../ui/results/lead-words";
import type { Option, Outcome, Phrase } from "../ui/results/verdict";
import { eventText, ruleText } from "./event-names";
import type { SeenEvent } from "./frames";
import type { MonitoringValues } from "./knobs";
import { metricText } from "./metric-names";
import { dayOf, hoursADay } from "./plan";
import { asksFirst, type MonitoringResults } from "./results";
import { diagnosisOf, revealed } from "./story";

const kindOptions: readonly Option[] = [
  { id: "software", label: "A software metric", role: "blue" },
  { id: "input", label: "An input metric", role: "amber" },
  { id: "output", label: "An output metric", role: "green" },
  { id: "none", label: "No metric (mostly no alarm)", role: "grey" },
];

const truthOptions: readonly Option[] = [
  { id: "true", label: "More true alerts than false ones", role: "blue" },
  { id: "false", label: "As many false alerts as true ones, or more", role: "amber" },
  { id: "silent", label: "No alerts at all", role: "grey" },
];

export const optionsOf = (values: MonitoringValues): readonly Option[] =>
  asksFirst(values) ? kindOptions : truthOptions;

const happens: Readonly<Record<MonitoringValues["fault"], string>> = {
  hidden: "Three events come at hidden times; some are faults, some are holidays.",
  load: "Three times in six weeks, more people search than the servers were built for.",
  leak: "Three times in six weeks, a program does not give memory back.",
  microphone: "Three times in six weeks, more and more phones get a firmware that makes their clips quieter.",
  nulls: "Three times in six weeks, more requests than usual come without a clip.",
  drift: "Three times in six weeks, more and more people mean something else when they say “up” or “stop”.",
  holiday: "Three holidays come in six weeks: fewer people search, and nothing is broken.",
  none: "Nothing happens in six weeks.",
};

export function question(values: MonitoringValues): string {
  const service = "You watch a voice-search service.";
  const asked = asksFirst(values)
    ? "Which kind of metric raises the first alarm most often?"
    : "Are more of the alerts true or false?";
  return [service, happens[values.fault], asked].join(" ");
}

const days = (hours: number) => formatNumber(hours / hoursADay, 1);
const spanText = ({ from, to }: SeenEvent) => `day ${dayOf(from)} to ${dayOf(to - 1)}`;

/** The event that lasts on a day, or else the last one that began before its end. */
const eventOn = (events: readonly SeenEvent[], day: number): SeenEvent | undefined =>
  events.findLast(({ from }) => dayOf(from) <= day);

/** What the reader said, and what it was. */
function diagnosisText({ values, ownEvents }: MonitoringResults): Phrase[] {
  const said = diagnosisOf(values);
  if (!said) return [];
  const event = eventOn(ownEvents, said.time);
  const opening = `On day ${said.time} you said: `;
  if (!event) return [opening, { guess: eventText[said.act] }, ". Nothing had happened by then. "];
  return [
    opening,
    { guess: eventText[said.act] },
    event.name === said.act ? ". That was right: " : ". That was not right. It was: ",
    { strong: eventText[event.name] },
    `, ${spanText(event)}. `,
  ];
}

/** The same beside the buttons; what it was is left out until it may be told. */
export function saidText(results: MonitoringResults, moment: number): string | undefined {
  const said = diagnosisOf(results.values);
  if (!said) return undefined;
  if (revealed(results, moment)) return diagnosisText(results).map(plainText).join("").trim();
  return `On day ${said.time} you said: ${eventText[said.act]}.`;
}

/** Of all faults of all replicas. */
function foundText({ summary }: MonitoringResults): string {
  const faults = summary.byFault.filter(({ fault }) => fault !== "holiday");
  const times = faults.reduce((sum, one) => sum + one.times, 0);
  const found = faults.reduce((sum, one) => sum + Math.round(one.times * one.foundShare), 0);
  return `${found} of ${times} ${times === 1 ? "fault" : "faults"} ${found === 1 ? "was" : "were"} found.`;
}

export function outcome(results: MonitoringResults, guess: string | undefined): Outcome {
  const { values, came, summary } = results;
  const options = optionsOf(values);
  const counts = options.map(({ id }) => came.filter((one) => one === id).length);
  const most = Math.max(...counts);
  const first = options[counts.indexOf(most)]!;
  const one = (value: number | null, digits = 1) => formatNumber(value ?? Number.NaN, digits);
  const verdict: Phrase[] = [
    ...diagnosisText(results),
    { strong: first.label },
    `: in ${countText(most, came.length)}. `,
    summary.daysToDetect === null
      ? `Median: ${one(summary.falseAlarmsPerWeek)} false alarms a week.`
      : `Medians: ${one(summary.falseAlarmsPerWeek)} false alarms a week, ${one(summary.daysToDetect)} days to detect. ${foundText(results)}`,
  ];
  const { yours } = summary;
  if (yours)
    verdict.push(
      ` ${ruleText.yours}: ${one(yours.falseAlarmsPerWeek)} false alarms a week${yours.daysToDetect === null ? "" : `, ${one(yours.daysToDetect)} days to detect`}.`,
    );
  const guessed = options.findIndex(({ id }) => id === guess);
  if (guessed >= 0)
    verdict.push(
      " Your guess, ",
      { guess: options[guessed]!.label.replace(/^./, (letter) => letter.toLowerCase()) },
      `, was right in ${countText(counts[guessed]!, came.length)}.`,
    );
  return {
    verdict,
    tally: {
      options: came,
      caption: asksFirst(values)
        ? "One mark for each replica: the kind of metric that raised the first alarm in most of its events"
        : "One mark for each replica: what its alerts were like",
      of: first.id,
    },
  };
}

const countOf = (alerts: number) => `${alerts} ${alerts === 1 ? "alert" : "alerts"}`;

/** What lies outside of the band on a day, and whether an alert was sent. */
export function words(results: MonitoringResults, moment: number): string {
  const day = Math.floor(moment);
  const shown = results.days[day - 1];
  if (!shown) return "";
  const furthest = metricNames.map((_, m) =>
    shown.deviation.subarray(m * hoursADay, (m + 1) * hoursADay).reduce((far, one) => Math.max(far, Math.abs(one)), 0),
  );
  const far = metricNames
    .map((name, m) => ({ name, strayed: furthest[m]! }))
    .filter(({ strayed }) => strayed > results.values.threshold)
    .sort((a, b) => b.strayed - a.strayed)
    .map(({ name, strayed }) => `${metricText[name].label.toLowerCase()} (${formatNumber(strayed, 1)})`);
  const {
    alerts: { length: sent },
    codeAlerts,
  } = shown;
  const sentences = [
    `Day ${day}.`,
    far.length === 0
      ? `No metric lies further than ${results.values.threshold} standard deviations from the usual.`
      : `Further than ${results.values.threshold} standard deviations from the usual: ${listText(far)}.`,
    sent === 0 ? "No alert today." : `${countOf(sent)} today.`,
    ...(codeAlerts
      ? [`${ruleText.yours}: ${codeAlerts.length === 0 ? "no alert" : countOf(codeAlerts.length)} today.`]
      : []),
  ];
  const event = revealed(results, moment) ? eventOn(results.ownEvents, day) : undefined;
  if (event && day <= dayOf(event.to - 1))
    sentences.push(
      `What happens: ${eventText[event.name]}, ${spanText(event)}, ${event.delay === undefined ? "without an alarm" : `first alarm after ${days(event.delay)} days`}.`,
    );
  return sentences.join(" ");
}
