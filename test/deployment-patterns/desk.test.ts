import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { charts, misjudgedIntervals, trafficChart } from "@/simulations/deployment-patterns/chart";
import { decisionMinute, decisionsOf } from "@/simulations/deployment-patterns/decisions";
import { run } from "@/simulations/deployment-patterns/engine";
import { candidateNames, lastMinute, type ReleaseFrame } from "@/simulations/deployment-patterns/frames";
import { rangeOf } from "@/simulations/deployment-patterns/harm";
import { knobs, type ReleaseValues } from "@/simulations/deployment-patterns/knobs";
import { outcome } from "@/simulations/deployment-patterns/outcome";
import { resultsOf } from "@/simulations/deployment-patterns/results";
import { PhoneStream, spacing } from "@/simulations/deployment-patterns/stage-phones";
import { layRoads, roadNames } from "@/simulations/deployment-patterns/stage-roads";
import { knownFrames, revealed } from "@/simulations/deployment-patterns/story";
import { endsOf } from "@/simulations/deployment-patterns/summary";
import { tables } from "@/simulations/deployment-patterns/tables";
import { words } from "@/simulations/deployment-patterns/words";
import { withAct } from "@/simulations/runtime/acts";
import type { Run } from "@/simulations/runtime/experiment-state";
import { defaultsOf } from "@/simulations/runtime/knobs";
import { lineChartAt } from "@/simulations/ui/chart/kinds/lines/at-moment";
import { marksOf } from "@/simulations/ui/chart/marks/model";
import { tablesOf } from "@/simulations/ui/chart/table";
import { startWasm } from "../core/models/backend-for-tests";

const defaults = { ...defaultsOf(knobs), stageMinutes: 4, replicas: 3, phonesPerMinute: 100 } as ReleaseValues;

async function runOf(values: ReleaseValues): Promise<Run<ReleaseFrame>> {
  const frames: ReleaseFrame[] = [];
  for await (const frame of run(values, { from: 0, to: values.replicas })) frames.push(frame);
  return { values, frames, replicas: values.replicas, replicasDone: values.replicas, elapsedMs: 1, complete: true };
}

const textOf = (run: Run<ReleaseFrame>, values: ReleaseValues, moment: number) =>
  JSON.stringify([
    words(resultsOf(run), moment),
    charts(resultsOf(run), values, moment),
    tables(resultsOf(run), moment),
  ]);

const minute = (run: Run<ReleaseFrame>, moment: number) => resultsOf(run).at(moment)!;

let open: Run<ReleaseFrame>;
let decided: Run<ReleaseFrame>;
beforeAll(async () => {
  await startWasm();
  open = await runOf(defaults);
  decided = await runOf({ ...defaults, decisions: withAct("", decisionMinute(defaults, 6), "rollback") });
});

describe("the release desk", () => {
  it("leaves what was seen before a decision as it was", () => {
    for (let moment = 0; moment <= 6; moment++) {
      const [before, after] = [minute(open, moment), minute(decided, moment)];
      expect(after.shares).toEqual(before.shares);
      expect(after.rates.green).toEqual(before.rates.green);
    }
    expect(minute(open, 7).shares.weight).toBeGreaterThan(0);
    expect(minute(decided, 7).shares.weight).toBe(0);
  });

  it("tells the answer in the minute in which a decision acts, or at the end", () => {
    const last = lastMinute(defaults);
    expect(revealed(resultsOf(open), last - 1)).toBe(false);
    expect(revealed(resultsOf(open), last)).toBe(true);
    expect(revealed(resultsOf(decided), 6)).toBe(false);
    expect(revealed(resultsOf(decided), 7)).toBe(true);
    expect(tables(resultsOf(open), 3)).toEqual([]);
  });

  it("takes a decision after the last minute, as a link may hold it, for none: the answer comes at the end", () => {
    const last = lastMinute(defaults);
    for (const [minute, taken] of [
      [last, true],
      [last + 1, false],
      [210, false],
    ] as const) {
      const values = { ...defaults, decisions: `${minute}:promote` };
      const results = resultsOf({ ...open, values });
      expect(decisionsOf(values)).toHaveLength(taken ? 1 : 0);
      expect(revealed(results, last - 1)).toBe(false);
      expect(revealed(results, last)).toBe(true);
      expect(JSON.stringify(outcome(results, undefined)).includes("You promoted it")).toBe(taken);
    }
  });

  it("lets no download tell what green is before the decision, nor what came after the moment", () => {
    const known = JSON.stringify(knownFrames(resultsOf(open), 6));
    for (const secret of ["harmed", "saved", "missed", "candidates"]) expect(known).not.toContain(`"${secret}"`);
    expect(Math.max(...knownFrames(resultsOf(open), 6).map(({ moment }) => moment))).toBe(6);
  });

  it("heads its tables with what they hold: its own share and a 95 % interval", () => {
    const [misjudged] = charts(resultsOf(open), defaults, 6).flatMap((chart) => tablesOf(chart, 6));
    expect(misjudged!.columns.slice(2)).toEqual(["share found", "95 % interval, from", "95 % interval, to"]);
    const [now] = tablesOf(misjudgedIntervals(resultsOf(open), 6)!, 6);
    expect(now!.columns.slice(1)).toEqual(["95 % interval, from", "share found", "95 % interval, to"]);
  });

  it("names one minute for a decision everywhere", () => {
    expect(minute(decided, 7).rolledBackAt).toBe(7);
    const told = JSON.stringify(outcome(resultsOf(decided), undefined).verdict);
    expect(told).toContain("rolled it back at minute 7.");
    expect(words(resultsOf(decided), 7)).toContain("rolled back at minute 7.");
  });

  it("plays a promotion that is rolled back later, and a roll back that is followed by a promotion", async () => {
    const values: ReleaseValues = { ...defaults, pattern: "blue-green", decisions: "7:promote,15:rollback,30:promote" };
    const both = await runOf({ ...values, decisions: "7:promote,15:rollback" });
    const once = await runOf({ ...values, decisions: "7:promote" });
    const thrice = await runOf(values);
    // What came before an act is as it was without it.
    expect(both.frames.filter(({ moment }) => moment < 15)).toEqual(once.frames.filter(({ moment }) => moment < 15));
    expect(thrice.frames.filter(({ moment }) => moment < 30)).toEqual(both.frames.filter(({ moment }) => moment < 30));
    expect([14, 15, 29].map((at) => minute(both, at).rolledBack)).toEqual([false, true, true]);
    expect([29, 30, lastMinute(values)].map((at) => minute(thrice, at).rolledBack)).toEqual([true, false, false]);
    expect(endsOf(both.frames)[0]).toMatchObject({ detectedAt: 15, rolledBackAt: 15, promotedAt: -1, fullSince: -1 });
    expect(endsOf(thrice.frames)[0]).toMatchObject({ detectedAt: 15, rolledBackAt: -1, promotedAt: 30, fullSince: 30 });
    const told = JSON.stringify(outcome(resultsOf(thrice), undefined).verdict);
    expect(told).toContain("You promoted it at minute 7 and rolled it back at minute 15 and promoted it at minute 30.");
    expect(words(resultsOf(thrice), 40)).toContain("every phone goes to green");
    expect(words(resultsOf(thrice), 40)).not.toContain("rolled back");
  });

  it("reads what inspectors and replicas found once, however often it is drawn and told", () => {
    let reads = 0;
    const get = (frame: ReleaseFrame, name: keyof ReleaseFrame) => {
      if (["blueAudited", "greenAudited", "harmed", "saved", "events"].includes(name)) reads++;
      return frame[name];
    };
    const frames = decided.frames.map((frame) => new Proxy(frame, { get: get as ProxyHandler<ReleaseFrame>["get"] }));
    const results = resultsOf({ ...decided, frames });
    const values = decided.values as ReleaseValues;
    const tellAll = () => {
      for (let moment = 0; moment <= lastMinute(values); moment++) {
        charts(results, values, moment);
        words(results, moment);
        tables(results, moment);
      }
      return outcome(results, "0");
    };
    tellAll();
    const once = reads;
    tellAll();
    expect(once).toBeGreaterThan(frames.length);
    expect(reads).toBe(once);
  });

  it("tells the figures that the command line prints", () => {
    const results = resultsOf(decided);
    const { harmed, harmedP10, harmedP90 } = results.summary;
    const [table] = tables(results, lastMinute(defaults));
    expect(table!.rows[0]!.slice(1)).toEqual([harmedP10, harmed, harmedP90].map((value) => Number(value.toFixed(0))));
    expect(JSON.stringify(outcome(results, undefined).verdict)).toContain(
      `The median of all replicas is ${harmed.toFixed(0)} phone`,
    );
  });

  it("says what a step of the plan does, beside its name", () => {
    expect(words(resultsOf(open), 0)).toContain("setWeight 25 (green gets 25 % of the phones)");
  });

  it("shows a mistake only of phones that an inspector reviewed", () => {
    const shown = open.frames.flatMap((frame) => frame.shown ?? []);
    const mistakes = shown.flatMap(({ misjudged, audited }) =>
      Array.from(misjudged, (wrong, i) => [wrong, audited[i]]),
    );
    expect(mistakes.filter(([wrong]) => wrong === 1).length).toBeGreaterThan(0);
    expect(mistakes.every(([wrong, audited]) => wrong === 0 || audited === 1)).toBe(true);
  });

  it("does not name what green is while the learner has not decided", () => {
    const drawn = decided.frames.find(({ moment }) => moment === lastMinute(defaults))!.candidates![0]!;
    const told = JSON.stringify(outcome(resultsOf(decided), undefined).verdict);
    expect(told).toContain("Green was ");
    expect(JSON.stringify(outcome(resultsOf(open), undefined))).not.toContain("Green was ");
    expect(textOf(open, defaults, 6)).not.toContain(candidateNames[drawn]!);
  });

  it("counts every replica once in the tally, in the range of its harm", () => {
    const { tally } = outcome(resultsOf(decided), "0");
    expect(tally!.options).toEqual(endsOf(decided.frames).map(({ harmed }) => rangeOf(harmed)));
    expect([0, 9, 10, 99, 100, 299, 300].map(rangeOf)).toEqual(["0", "0", "10", "10", "100", "100", "300"]);
  });

  it("draws the limit from the hour before, the done steps up to the moment and the plan from there", () => {
    const frame = open.frames[0]!;
    const rate = (1000 * frame.beforeWrong[0]!) / frame.beforeAudited[0]!;
    expect(Math.abs(resultsOf(open).limit! - 1.5 * rate)).toBeLessThanOrEqual(2.5);
    const chart = lineChartAt(trafficChart(resultsOf(open), defaults, 6), 6);
    const [planned, done] = ["planned", "traffic"].map((id) => chart.series.find((one) => one.id === id)!);
    expect([done!.x.at(-1), done!.y.at(-1)]).toEqual([6, 25]);
    expect([planned!.x[0], planned!.y[0], planned!.y.at(-1)]).toEqual([6, 25, 100]);
  });

  it("ends the plan where somebody interfered", () => {
    const chart = trafficChart(resultsOf(decided), decided.values as ReleaseValues, 8);
    expect(chart.series.some(({ planned }) => planned)).toBe(false);
    const steps = marksOf(chart.marks, "step");
    expect(steps.length).toBeGreaterThan(0);
    expect(steps.every(({ x }) => x <= 7)).toBe(true);
  });
});

describe("the phones of the diagram", () => {
  const shown = {
    second: Float32Array.from({ length: 40 }, (_, i) => 1.5 * i),
    line: Uint8Array.from({ length: 40 }, (_, i) => i % 4),
    scratched: Uint8Array.from({ length: 40 }, (_, i) => i % 2),
    version: Uint8Array.from({ length: 40 }, (_, i) => Number(i % 5 === 0)),
    audited: Uint8Array.from({ length: 40 }, (_, i) => Number(i % 3 === 0)),
    misjudged: new Uint8Array(40).fill(1),
  };
  const roads = layRoads({ upright: false, along: 560, room: 276, across: { human: 46, blue: 138, green: 230 } });

  it("starts every road at the belt and ends it in its row, upright or not", () => {
    for (const upright of [false, true]) {
      const across = { human: 50, blue: 150, green: 250 };
      const laid = layRoads({ upright, along: 300, room: 300, across });
      for (const name of roadNames) {
        const end = laid[name].at(laid[name].length);
        expect(upright ? end.x : end.y).toBeCloseTo(across[name], 6);
        expect(upright ? end.y : end.x).toBeCloseTo(300, 6);
        expect(upright ? laid[name].at(0).x : laid[name].at(0).y).toBe(150);
      }
    }
  });

  it("keeps them on their roads at one distance, never two in one place to draw, and shows a mistake only where audited", () => {
    fc.assert(
      fc.property(
        fc.array(fc.float({ min: 0, max: 20, noNaN: true }), { maxLength: 120 }),
        fc.boolean(),
        (moves, mirrored) => {
          const stream = new PhoneStream(roads, 96);
          stream.still(shown, mirrored);
          for (const px of moves) stream.advance(px, shown, (px * 7) % 1, mirrored);
          const slots = stream.phones.map(({ slot }) => slot);
          expect(new Set(slots).size).toBe(slots.length);
          for (const phone of stream.phones) {
            expect(phone.travelled).toBeLessThanOrEqual(roads[phone.road].length);
            if (stream.isKnown(phone)) expect(phone.wrong && phone.road !== "human").toBe(true);
          }
          const own = stream.phones.filter(({ twin }) => !twin).map(({ travelled }) => travelled);
          own.sort((a, b) => a - b);
          for (let i = 1; i < own.length; i++) expect(own[i]! - own[i - 1]!).toBeGreaterThan(spacing / 4);
        },
      ),
    );
  });
});
