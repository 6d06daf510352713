import { describe, expect, it } from "vitest";
import type { Run } from "@/simulations/runtime/experiment-state";
import { defaultsOf } from "@/simulations/runtime/knobs";
import { logCharts, serviceCharts } from "@/simulations/serving/chart";
import { run as simulate } from "@/simulations/serving/engine";
import { periodParts, type ServingFrame } from "@/simulations/serving/frames";
import { logOptionOf, logOptions } from "@/simulations/serving/identified";
import { knobs, presets, type ServingValues } from "@/simulations/serving/knobs";
import { measuredRows, setupShareOf } from "@/simulations/serving/measured-rows";
import { resultsOf } from "@/simulations/serving/results";
import { figureRows, noSteadyState } from "@/simulations/serving/tables";
import { optionOf, options, waitOf99 } from "@/simulations/serving/waits";
import { outcome, question, words } from "@/simulations/serving/words";
import { logOutcome, logQuestion, logWords } from "@/simulations/serving/words-log";
import { tablesOf } from "@/simulations/ui/chart/table";
import { formatNumber, shortMs } from "@/simulations/ui/ink/format";
import type { Outcome } from "@/simulations/ui/results/verdict";

const replicas = 4;

function runOf(change: Partial<ServingValues>): { run: Run<ServingFrame>; values: ServingValues } {
  const values: ServingValues = { ...defaultsOf(knobs), requests: 6000, replicas, ...change };
  const frames = [...simulate(values, { from: 0, to: replicas })];
  return { run: { values, frames, replicasDone: replicas, replicas, elapsedMs: 1, complete: true }, values };
}

const waits = (run: Run<ServingFrame>) => resultsOf(run).end.waits;
const lastOf = ({ frames }: Run<ServingFrame>) => frames.find(({ moment }) => moment === periodParts - 1)!;

const charts: typeof serviceCharts = (...of) => [...serviceCharts(...of), ...logCharts(...of)];

const text = (phrases: Outcome["verdict"]) =>
  phrases
    .map((phrase) => (typeof phrase === "string" ? phrase : "strong" in phrase ? phrase.strong : phrase.guess))
    .join("");
const verdictOf = ({ run }: ReturnType<typeof runOf>, guess?: string) => text(outcome(resultsOf(run), guess).verdict);
const logVerdictOf = ({ run }: ReturnType<typeof runOf>, guess?: string) =>
  text(logOutcome(resultsOf(run), guess).verdict);

describe("the time within which 99 of 100 requests have their answer", () => {
  it("is the p99 where every request has one", () => {
    const { run } = runOf({});
    const last = lastOf(run);
    expect(waits(run)).toEqual(Array.from(last.p99Ms));
  });

  it("counts requests without an answer as waiting for ever", () => {
    const { run } = runOf({ queueLimit: 25, qps: 80 });
    const last = lastOf(run);
    for (let r = 0; r < replicas; r++) {
      const dropped = last.rejected[r]! / (last.rejected[r]! + last.answered[r]!);
      const wait = waitOf99(last, r);
      if (dropped > 0.01) expect(wait).toBe(Number.POSITIVE_INFINITY);
      else if (dropped > 0) {
        expect(wait).toBeGreaterThan(last.p99Ms[r]! * 0.97);
        expect(wait).toBeLessThan(last.p99Ms[r]! * 1.6);
      }
    }
    expect(waits(runOf({ queueLimit: 2, qps: 80 }).run)).toEqual(new Array(replicas).fill(Number.POSITIVE_INFINITY));
  });

  it("does not exist where the line grows without end", () => {
    expect(waits(runOf({ qps: 120 }).run)).toEqual(new Array(replicas).fill(Number.POSITIVE_INFINITY));
  });

  it("belongs to one of the options, up to and with its upper end", () => {
    expect([0, 30, 30.1, 100, 300, 1e7, Number.POSITIVE_INFINITY].map((wait) => optionOf(wait).id)).toEqual([
      "short",
      "short",
      "real-time",
      "real-time",
      "felt",
      "long",
      "never",
    ]);
  });
});

describe("an unstable queue", () => {
  const unstable = runOf({ qps: 120 });

  it("is said to be one in verdict, words, charts and figures, and has no percentiles", () => {
    const { run, values } = unstable;
    expect(verdictOf(unstable)).toMatch(/^There is no such time.*grows by 20 requests every second/);
    expect(outcome(resultsOf(run), undefined).intervals).toBeUndefined();
    expect(words(resultsOf(run), 24)).toContain("no steady state");
    const drawn = charts(resultsOf(run), values, 24);
    const histogram = drawn.find(({ kind }) => kind === "bars");
    expect(histogram?.kind === "bars" && histogram.marks?.map(({ label }) => label)).toEqual(["limit 100 ms"]);
    for (const id of ["histogram", "latency", "in-system"])
      expect(drawn.find((chart) => chart.id === id)!.unit).toContain("no steady state");
    expect(figureRows(resultsOf(run))[0]).toMatchObject({ simulated: noSteadyState, theory: noSteadyState });
  });

  it("is none once the queue is limited: requests that find it full are rejected", () => {
    const limited = runOf({ qps: 120, queueLimit: 30 });
    expect(verdictOf(limited)).toMatch(/are never answered, because the queue was full\./);
    expect(outcome(resultsOf(limited.run), undefined).intervals).toBeDefined();
  });
});

describe("the page of the bench", () => {
  it.each(Object.entries(presets))("speaks and draws in finite figures: %s", (_, preset) => {
    const made = runOf(preset.values as Partial<ServingValues>);
    const { run, values } = made;
    const texts = [
      ...[question(values), logQuestion(values), verdictOf(made, "felt"), logVerdictOf(made)],
      ...[1, 24].flatMap((moment) => [words(resultsOf(run), moment), logWords(resultsOf(run), moment)]),
    ];
    for (const text of texts) expect(text).not.toMatch(/NaN|Infinity|undefined|–|server are|servers (is|was)\b/);
    for (const moment of [1, 12, 24])
      for (const chart of charts(resultsOf(run), values, moment))
        for (const { rows } of tablesOf(chart, moment))
          expect(rows.flat().some((cell) => Number.isNaN(cell))).toBe(false);
    const { tally } = outcome(resultsOf(run), "felt");
    expect(tally!.options).toHaveLength(replicas);
    for (const option of tally!.options) expect(options.map(({ id }) => id)).toContain(option);
  });

  it("counts users who can be identified: named in raw rows, alone with their fields in hashed ones, none in none", () => {
    const shares = (logForm: ServingValues["logForm"]) => {
      const { run } = runOf({ logForm, logRate: 20 });
      return { made: logOutcome(resultsOf(run), "few"), last: lastOf(run) };
    };
    const [raw, hashed, nothing] = (["raw", "hashed", "nothing"] as const).map(shares);
    expect(raw!.made.tally!.options[0]).toBe(logOptionOf(raw!.last.namedShare[0]!).id);
    expect(hashed!.made.tally!.options[0]).toBe(logOptionOf(hashed!.last.singledOutShare[0]!).id);
    expect(new Set(nothing!.made.tally!.options)).toEqual(new Set(["nobody"]));
    expect([0, 0.001, 0.05, 0.1, 0.3, 0.51, 1].map((share) => logOptionOf(share).id)).toEqual([
      ...["nobody", "few", "few", "some", "many", "most", "most"],
    ]);
    expect(logOptions.map(({ label }) => label)[2]).toBe("5 to 20 in 100");
  });

  it("draws bars that hold all answers but the lowest ends", () => {
    const { run, values } = runOf({});
    const histogram = charts(resultsOf(run), values, 24).find(({ kind }) => kind === "bars");
    const sum = histogram?.kind === "bars" ? histogram.bars.reduce((all, bar) => all + bar.height, 0) : 0;
    expect(sum).toBeGreaterThan(0.97);
    expect(sum).toBeLessThan(1.03);
  });

  it("says nothing before the first run", () => {
    for (const chart of charts(undefined, defaultsOf(knobs), 24)) {
      if (chart.kind === "lines") expect(chart.series).toEqual([]);
      if (chart.kind === "bars") expect(chart.bars).toEqual([]);
    }
  });
});

describe("the results of a run", () => {
  it("are read once, however often the charts are drawn and the words are said", () => {
    const { run, values } = runOf({});
    let reads = 0;
    const get = (frame: ServingFrame, name: keyof ServingFrame) => {
      reads++;
      return frame[name];
    };
    const frames = run.frames.map((frame) => new Proxy(frame, { get: get as ProxyHandler<ServingFrame>["get"] }));
    const results = resultsOf({ ...run, frames });
    const tellAll = () => {
      for (let moment = 1; moment <= periodParts; moment++) {
        charts(results, values, moment);
        words(results, moment);
        logWords(results, moment);
      }
      outcome(results, "felt");
      logOutcome(results, "few");
      figureRows(results);
      return results.summary;
    };
    tellAll();
    const once = reads;
    tellAll();
    expect(once).toBeGreaterThan(frames.length);
    expect(reads).toBe(once);
  });

  it("give the page the figures that the command line prints", () => {
    const results = resultsOf(runOf({ queueLimit: 25 }).run);
    const { utilisation, utilisationP10, droppedShare, p99Ms } = results.summary;
    const row = (label: string) => figureRows(results).find((one) => one.label === label)!.simulated;
    const percent = (share: number, digits: number) => formatNumber(share, digits, "percent");
    expect(row("Utilisation")).toContain(`${percent(utilisation, 0)}\u00a0% (${percent(utilisationP10, 0)} to`);
    expect(row("Unanswered")).toContain(`${percent(droppedShare, 1)}\u00a0%`);
    expect(words(results, periodParts)).toContain(`99 in 100 within ${formatNumber(p99Ms!, 0)}\u00a0ms`);
  });
});

describe("figures measured on the device", () => {
  it("give the share that a batch pays once", () => {
    expect(setupShareOf(10, 72, 32)).toBeCloseTo(0.8);
    expect(setupShareOf(10, 320, 32)).toBe(0);
    expect(setupShareOf(10, 5, 32)).toBe(1);
  });

  it("stand beside the simulated ones, and are dashes before they are there", () => {
    const values = defaultsOf(knobs);
    const batch = { measurements: 60, row: 1, p95Ms: 0.3 };
    const batches = [
      { ...batch, size: 1, medianMs: 0.1, perSecond: 9000 },
      { ...batch, size: 32, medianMs: 0.72, perSecond: 40_000 },
    ];
    expect(measuredRows(values, undefined).map(({ cells }) => cells)).toEqual([
      ["10 ms", "–"],
      ["72 ms", "–"],
      ["100/s", "–"],
      ["444/s", "–"],
      ["80 %", "–"],
    ]);
    expect(measuredRows(values, { what: "", batches }).map(({ cells }) => cells[1])).toEqual([
      "0.10 ms, p95 0.30 ms",
      "0.72 ms, p95 0.30 ms",
      "9,000/s",
      "40,000/s",
      "80 %",
    ]);
    expect([0.0234, 0.5, 5.04, 72.4].map(shortMs)).toEqual(["0.023 ms", "0.50 ms", "5.0 ms", "72 ms"]);
  });
});
