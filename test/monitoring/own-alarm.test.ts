/** A reader's own rule on the bench: it is judged as the others are, sees what they see, and costs no new service. */
import { beforeAll, beforeEach, expect, it, vi } from "vitest";
import { metricNames } from "@/simulations/core/worlds/service";
import { charts } from "@/simulations/monitoring/chart";
import { createEngine } from "@/simulations/monitoring/engine";
import * as services from "@/simulations/monitoring/engine-service";
import { type MonitoringFrame, seenHours } from "@/simulations/monitoring/frames";
import { knobs, type MonitoringValues } from "@/simulations/monitoring/knobs";
import { ownCode } from "@/simulations/monitoring/own-code";
import { hours, hoursADay, learningHours, watchedDays, watchedHours } from "@/simulations/monitoring/plan";
import { type MonitoringResults, resultsOf } from "@/simulations/monitoring/results";
import { outcome, words } from "@/simulations/monitoring/words";
import type { Run } from "@/simulations/runtime/experiment-state";
import { defaultsOf } from "@/simulations/runtime/knobs";
import type { CodeJob, Interpret } from "@/simulations/runtime/own-code";
import { framesOf } from "@/simulations/runtime/simulation";
import { interpretInNode } from "@/simulations/sandbox/node";
import { startWasm } from "../core/models/backend-for-tests";

vi.mock("@/simulations/monitoring/engine-service", async (original) => {
  const real = await original<typeof services>();
  return { ...real, servicesOf: vi.fn(real.servicesOf) };
});

const made = vi.mocked(services.servicesOf);
const interpret = vi.fn<Interpret>(interpretInNode);
const replicas = 3;
const engine = createEngine({ interpret });

async function bench(given: Partial<MonitoringValues>, on = engine): Promise<MonitoringResults> {
  const values = { ...defaultsOf(knobs), replicas, ...given } as MonitoringValues;
  const frames = await framesOf(on, values, { from: 0, to: replicas });
  return resultsOf({ values, frames, replicasDone: replicas, complete: true } as unknown as Run<MonitoringFrame>);
}

beforeAll(startWasm);
beforeEach(() => {
  interpret.mockClear();
  made.mockClear();
});

/** The threshold rule as a reader would write it. */
const thresholdRule = (threshold: number, window: number) => `function alarm(window) {
  for (const metric in window) {
    const sum = window[metric].slice(-${window}).reduce((all, hour) => all + hour, 0);
    if (Math.abs(sum) / Math.sqrt(${window}) > ${threshold}) return true;
  }
  return false;
}`;

it.each([
  [4, 6],
  [2, 6],
  [3, 24],
  [2.5, 1],
])("alarms as the threshold rule does when it is that rule: threshold %d, window %d", async (threshold, window) => {
  const { scores, ownAlerts, codeAlerts, ownEvents, summary } = await bench({
    threshold,
    window,
    alarm: thresholdRule(threshold, window),
  });
  expect(scores.rules[scores.raced.indexOf("yours")]).toEqual(scores.rules[scores.raced.indexOf("own")]);
  expect(codeAlerts).toEqual(ownAlerts);
  expect(ownAlerts.length).toBeGreaterThan(0);
  for (const { delay, codeDelay } of ownEvents) expect(codeDelay).toBe(delay);
  expect(summary.yours).toEqual(
    Object.fromEntries(Object.keys(summary.yours!).map((key) => [key, (summary as never)[key]])),
  );
});

it("opens with the threshold rule of the presets", async () => {
  const { contest, scores } = await bench({ alarm: ownCode.original });
  expect(scores.rules[scores.raced.indexOf("yours")]).toEqual(scores.rules[scores.raced.indexOf("own")]);
  expect(contest).toMatchObject({ sooner: 0, later: 0, soonerBeyondChance: false });
});

it("is a further rule: the others are judged as without it", async () => {
  const [without, withCode] = [await bench({}), await bench({ alarm: "function alarm() { return 1; }" })];
  expect(withCode.scores.raced).toEqual([...without.scores.raced, "yours"]);
  expect(withCode.scores.rules.slice(0, -1)).toEqual(without.scores.rules);
  expect(withCode.scores.frontier).toEqual(without.scores.frontier);
  expect(without.summary.yours).toBeUndefined();
  expect(without.contest).toBeUndefined();
  // Alarm always: judged as the end of that name.
  expect(withCode.scores.rules.at(-1)).toEqual(withCode.scores.rules[withCode.scores.raced.indexOf("always")]);
});

it("is called once a replica, and not again when only the judging changes", async () => {
  const alarm = "function alarm({ memory }) { return memory.at(-1) > 3; }";
  await bench({ alarm, seed: 5 });
  expect(interpret).toHaveBeenCalledTimes(replicas);
  const makings = made.mock.calls.length;
  for (const moved of [
    { threshold: 6 },
    { window: 12 },
    { rule: "psi" },
    { metrics: "input" },
    { fatigue: "on" },
  ] as const)
    await bench({ alarm, seed: 5, ...moved });
  expect(interpret).toHaveBeenCalledTimes(replicas);
  await bench({ alarm: `${alarm} // other`, seed: 5 });
  expect(interpret).toHaveBeenCalledTimes(2 * replicas);
  // Code needs the services that are there.
  expect(made.mock.calls).toHaveLength(makings);
  await bench({ alarm, seed: 5, fault: "leak" });
  expect(interpret).toHaveBeenCalledTimes(3 * replicas);
});

it("sees each hour that is watched with the hours before, as distances from the usual, and no hour to come", async () => {
  const jobs: CodeJob[] = [];
  const noting = createEngine({
    interpret: async (job) => {
      jobs.push(job);
      return { values: new Float64Array(watchedHours), printed: [] };
    },
  });
  const { days } = await bench({ alarm: "noted", window: 1 }, noting);
  expect(jobs).toHaveLength(replicas);
  expect(new Set(jobs.map(({ seed }) => seed)).size).toBe(replicas);
  const { calls } = jobs[0]!;
  if (calls.kind !== "windows") throw new Error("expected windows");
  expect([calls.length, calls.from]).toEqual([seenHours, seenHours - 1]);
  for (const column of calls.columns) expect(column).toHaveLength(hours - learningHours + seenHours - 1);
  // With a window of one hour, the dashboard's deviations are these very numbers.
  const last = days[watchedDays - 1]!.deviation;
  metricNames.forEach((_, m) => {
    const column = calls.columns[m]!.slice(-hoursADay);
    for (const [hour, value] of column.entries()) expect(last[m * hoursADay + hour]).toBeCloseTo(value, 4);
  });
});

it("says what is wrong when it gives no decision", async () => {
  await expect(bench({ alarm: "function alarm() { return 2; }" })).rejects.toThrow("It must give 0 or 1");
});

it("passes the trial with the original and with every solution, and fails it with what may not race", async () => {
  const { trial, original, challenges } = ownCode;
  const calls = trial(defaultsOf(knobs) as MonitoringValues);
  const { function: own } = knobs.alarm;
  const tried = async (source: string) => (await interpretInNode({ ...own, source, calls, seed: 1 })).values;
  for (const source of [original, ...challenges.map(({ solution }) => solution)]) {
    const on = await tried(source);
    // Quiet days are quiet, and what rises is noticed.
    expect(on[0]).toBe(0);
    expect(Math.max(...on)).toBe(1);
  }
  await expect(tried("function alarm({ memory }) { return memory.at(-1) < -4 ? 7 : 0; }")).rejects.toThrow("gave 7");
});

it("stands in the charts, words and tables in the reader's colour, and not before the answer is told", async () => {
  const results = await bench({ alarm: ownCode.challenges[1]!.solution });
  const chart = (id: string, day: number) =>
    JSON.stringify(charts(results, results.values, day).find((one) => one.id === id));
  expect(chart("frontier", watchedDays)).toContain('"role":"you","marker":"cross","large":true,"label":"Your code"');
  expect(chart("frontier", 20)).not.toContain('Your code","x"');
  expect(chart("alerts", watchedDays)).toContain("Your code: true");
  expect(chart("alerts", 1)).not.toContain("Your code: true");
  expect(chart("alerts", 1)).toContain('"role":"you","label":"Your code"');
  expect(chart("help", watchedDays)).toMatch(/"role":"you","label":"Your code \d\.\d"/);
  expect(words(results, 3)).toContain("Your code:");
  expect(outcome(results, undefined).verdict.join(" ")).toContain("Your code:");
  const { rows, sentence, columns } = ownCode.standing(results)!;
  expect(sentence).toMatch(/^Your code detects faults sooner than your rule in \d of 3 replicas/);
  expect(rows.filter(({ own }) => own).map(({ cells }) => cells[0])).toEqual(["Your code"]);
  for (const { cells } of rows) expect(cells).toHaveLength(columns.length);
});

it("has nothing to detect where there is no fault, and says so", async () => {
  const results = await bench({ fault: "none", alarm: "function alarm() { return 0; }" });
  expect(results.contest).toBeUndefined();
  expect(results.summary.yours).toMatchObject({ falseAlarmsPerWeek: 0, daysToDetect: null });
  expect(ownCode.standing(results)!.sentence).toMatch(
    /^There is no fault to detect\. It sends 0\.00 false alarms a week on average, your rule \d\.\d\d\.$/,
  );
});
