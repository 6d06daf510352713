/** The code cell of the bench: an alarm rule of the reader's own, and what can be reached with it. */
import { inputMetrics, metricNames, outputMetrics, softwareMetrics } from "../core/worlds/service";
import type { Calls } from "../runtime/own-code";
import { formatNumber } from "../ui/ink/format";
import { countText } from "../ui/results/lead-words";
import type { Challenge, CodeStanding, OwnCode } from "../ui/shell/own-code";
import { type Contest, meanScore } from "./contest";
import { ruleText } from "./event-names";
import { type Raced, seenHours } from "./frames";
import { knobs, type MonitoringValues } from "./knobs";
import type { MonitoringResults } from "./results";

const union = (names: readonly string[]) => names.map((name) => `"${name}"`).join(" | ");

const types = `/**
 * Is the alarm on in this hour?
 * 1 or true: on. 0 or false: off.
 * window: the last ${seenHours} hours of each metric, the newest last. Each number says how
 * far the hour lies from what is usual at this time, in standard deviations of
 * one hour: 0 is as usual, 2 is unusually high, -2 unusually low.
 * Called hour by hour. Variables outside of the function keep their values.
 */
function alarm(window: Record<Metric, number[]>): 0 | 1 | boolean

type Metric = ${union(softwareMetrics)} |
  ${union(inputMetrics)} | ${union(outputMetrics)}`;

const original = `// The threshold rule: 4 standard deviations, 6 hours.
function alarm(window) {
  for (const metric in window) {
    const last = window[metric].slice(-6);
    const sum = last.reduce((all, hour) => all + hour, 0);
    // The mean of 6 hours varies less than one hour, by the root of 6.
    if (Math.abs(sum / 6) * Math.sqrt(6) > 4) return 1;
  }
  return 0;
}
`;

/** Two quiet days, then one on which everything rises and one on which everything falls: what fails there does not race. */
function trial(): Calls {
  const hours = 24;
  const level = [0, 0, 6, -6];
  return {
    kind: "windows",
    names: metricNames,
    columns: metricNames.map((_, m) =>
      Float64Array.from({ length: hours * level.length }, (__, hour) => {
        // Numbers between −1.5 and 1.5 that follow no order: golden ratio steps.
        const noise = 3 * ((((hour + 1) * (m + 2) * 0.6180339887) % 1) - 0.5);
        return noise + level[Math.floor(hour / hours)]!;
      }),
    ),
    length: seenHours,
    from: seenHours - 1,
  };
}

/** The rule that is set, by what it is. */
const ownLabel = ({ rule, threshold }: MonitoringValues): string =>
  `${ruleText.own} (${rule === "threshold" ? `threshold ${threshold}` : knobs.rule.options[rule]})`;

const number = (value: number, digits: number) => formatNumber(value, digits);

function sentenceOf({ scores }: MonitoringResults, contest: Contest | undefined): string {
  const falseAlarms = (rule: Raced) => number(meanScore(scores, rule, "falseAlarmsPerWeek"), 2);
  const sent = `It sends ${falseAlarms("yours")} false alarms a week on average, your rule ${falseAlarms("own")}.`;
  if (!contest) return `There is no fault to detect. ${sent}`;
  const { sooner, later, replicas, soonerBeyondChance } = contest;
  const compared = `Your code detects faults sooner than your rule in ${countText(sooner, replicas)} and later in ${later}.`;
  return `${compared}${sooner > later && !soonerBeyondChance ? " This could be chance." : ""} ${sent}`;
}

function standing(results: MonitoringResults): CodeStanding | undefined {
  const { scores, contest, values } = results;
  if (!scores.raced.includes("yours")) return undefined;
  const rows = scores.raced
    .filter((rule) => rule !== "always" && rule !== "never")
    .map((rule) => ({
      rule,
      days: meanScore(scores, rule, "daysToDetect"),
      found: 100 * meanScore(scores, rule, "recall"),
      falseAlarms: meanScore(scores, rule, "falseAlarmsPerWeek"),
    }));
  if (contest) rows.sort((a, b) => a.days - b.days);
  const soonest = (rule: Raced) =>
    contest ? number(contest.shares[contest.rules.indexOf(rule)]!, 1).replace(/\.0$/, "") : "–";
  return {
    sentence: sentenceOf(results, contest),
    columns: [
      "rule",
      "days to detect, mean",
      "faults found",
      "false alarms a week, mean",
      contest ? `soonest, of ${contest.replicas}` : "soonest",
    ],
    rows: rows.map(({ rule, days, found, falseAlarms }) => ({
      cells: [
        rule === "own" ? ownLabel(values) : ruleText[rule],
        number(days, 2),
        Number.isNaN(found) ? "–" : `${number(found, 0)}\u00a0%`,
        number(falseAlarms, 2),
        soonest(rule),
      ],
      ...(rule === "yours" ? { own: true as const } : {}),
    })),
  };
}

/** No more false alarms than the rule that is set: the threshold rule, in the presets of the challenges. */
const isQuiet = ({ scores }: MonitoringResults): boolean =>
  meanScore(scores, "yours", "falseAlarmsPerWeek") <= meanScore(scores, "own", "falseAlarmsPerWeek") + 1e-9;

const challenges: readonly Challenge<MonitoringValues, MonitoringResults>[] = [
  {
    id: "concept-drift",
    task: "Detect concept drift sooner than the threshold rule, by more than chance, with no more false alarms.",
    preset: "drift",
    hint: "Only one of the nine metrics sees concept drift, and it rises. Alarms of the other metrics are false alarms here. The drift lasts for days, so a longer mean has less noise and still comes in time: try 24 hours. With one metric, the threshold can be lower than 4.",
    solution: `// Repeated searches only, only when they rise, over a whole day.
function alarm({ repeats }) {
  const sum = repeats.reduce((all, hour) => all + hour, 0);
  return (sum / 24) * Math.sqrt(24) > 2.7;
}
`,
    isReached: (results) => results.contest?.soonerBeyondChance === true && isQuiet(results),
  },
  {
    id: "off-the-line",
    task: "Hidden events: detect faults sooner than every other rule except “Alert always”, by more than chance, with no more false alarms than the threshold rule.",
    preset: "guess",
    hint: "Five metrics are enough, and each fault moves them in one direction only: on a holiday load falls, so watch only whether it rises. A fixed window is too long for a large fault and too short for a small one. A sum that grows while a metric stays high sees both: each hour add the distance minus 0.45, never go below 0, and raise the alarm above 8. Then set the sum to 0.",
    solution: `// 1: a fault lets the metric rise, -1: it lets it fall.
const direction = { load: 1, memory: 1, volume: -1, missing: 1, repeats: 1 };
const sums = { load: 0, memory: 0, volume: 0, missing: 0, repeats: 0 };

// A cumulative sum (CUSUM, Page 1954) for each metric.
function alarm(window) {
  let on = 0;
  for (const metric in direction) {
    const now = direction[metric] * window[metric].at(-1);
    sums[metric] = Math.max(0, sums[metric] + now - 0.45);
    if (sums[metric] > 8) {
      sums[metric] = 0;
      on = 1;
    }
  }
  return on;
}
`,
    isReached: (results) => {
      const { contest } = results;
      const leads = contest?.leader !== undefined && contest.rules[contest.leader] === "yours" && contest.beyondChance;
      return leads && isQuiet(results);
    },
  },
];

export const ownCode: OwnCode<MonitoringValues, MonitoringResults> = {
  knob: "alarm",
  types,
  original,
  trial,
  standing,
  challenges,
};
