/** What the page tells of hidden events, and when. */
import { beforeAll, describe, expect, it } from "vitest";
import { charts } from "@/simulations/monitoring/chart";
import { createEngine } from "@/simulations/monitoring/engine";
import type { MonitoringFrame } from "@/simulations/monitoring/frames";
import { knobs, type MonitoringValues } from "@/simulations/monitoring/knobs";
import { dayOf, watchedDays } from "@/simulations/monitoring/plan";
import { type MonitoringResults, resultsOf } from "@/simulations/monitoring/results";
import { knownFrames, revealed } from "@/simulations/monitoring/story";
import { outcome, question, saidText, words } from "@/simulations/monitoring/words";
import type { Run } from "@/simulations/runtime/experiment-state";
import { defaultsOf } from "@/simulations/runtime/knobs";
import { framesOf } from "@/simulations/runtime/simulation";
import { startWasm } from "../core/models/backend-for-tests";

const engine = createEngine();
async function bench(given: Partial<MonitoringValues>): Promise<MonitoringResults> {
  const values = { ...defaultsOf(knobs), replicas: 2, ...given } as MonitoringValues;
  const frames = await framesOf(engine, values, { from: 0, to: 2 });
  return resultsOf({ values, frames, replicasDone: 2, complete: true } as unknown as Run<MonitoringFrame>);
}
beforeAll(startWasm);

const names = /overload|memory leak|microphone firmware|concept drift|holiday|True alerts|False alerts/;
const drawn = (results: MonitoringResults, day: number) =>
  JSON.stringify(charts(results, results.values, day), (key, value) => (key === "help" ? "" : value));

describe("hidden events", () => {
  it("are told by no chart, no word and no download before somebody says what happened", async () => {
    const results = await bench({ fault: "hidden" });
    for (const day of [1, 20, watchedDays - 1]) {
      expect(revealed(results, day)).toBe(false);
      expect(drawn(results, day)).not.toMatch(names);
      expect(words(results, day)).not.toMatch(names);
      const known = knownFrames(results, day);
      expect(known.every((frame) => frame.moment <= day && !("judged" in frame))).toBe(true);
    }
    for (const id of ["frontier", "pruning", "help"]) {
      const chartOn = (day: number) => charts(results, results.values, day).find((one) => one.id === id)!;
      expect(JSON.stringify(chartOn(20))).toMatch(/"(points|items|series)":\[\]/);
      // An empty chart says when it is shown.
      expect(chartOn(20).blank).toContain("or on day 42");
      expect(chartOn(watchedDays).blank).toBeUndefined();
    }
    expect(question(results.values)).not.toMatch(/leak|firmware|mean something else/);
  });

  it("do not shape the axes of days that come before them", async () => {
    const results = await bench({ fault: "hidden", seed: 3 });
    const first = Math.min(...results.ownEvents.map(({ from }) => dayOf(from)));
    const axes = (of: MonitoringResults) => {
      const [dashboard] = charts(of, of.values, first - 1);
      return dashboard?.kind === "multiples" ? dashboard.panels.map(({ y }) => y) : [];
    };
    expect(axes(results)).toEqual(axes(await bench({ fault: "none", seed: 3 })));
  });

  it("are told from the day of the answer on, with the event that was meant", async () => {
    const { ownEvents } = await bench({ fault: "hidden" });
    const event = ownEvents[1]!;
    const day = dayOf(event.to - 1);
    const right = await bench({ fault: "hidden", diagnosis: `${day}:${event.name}` });
    expect(revealed(right, day - 1)).toBe(false);
    expect(revealed(right, day)).toBe(true);
    expect(JSON.stringify(outcome(right, undefined).verdict)).toContain("That was right");
    // Beside the buttons too, where the eye is after the press.
    expect(saidText(right, day - 1)).not.toMatch(/right/);
    expect(saidText(right, day)).toMatch(/That was right/);
    const other = event.name === "leak" ? "load" : "leak";
    const wrong = await bench({ fault: "hidden", diagnosis: `${day}:${other}` });
    expect(JSON.stringify(outcome(wrong, undefined).verdict)).toContain("That was not right");
    expect(drawn(wrong, day)).toMatch(/True alerts/);
  });

  it("do not change with the answer", async () => {
    const [silent, said] = [await bench({ fault: "hidden" }), await bench({ fault: "hidden", diagnosis: "5:leak" })];
    expect(said.summary).toEqual(silent.summary);
  });
});

describe("a fault of one's own choice", () => {
  it("is told once the first of the three is over, and asks which metric is first", async () => {
    const results = await bench({ fault: "leak" });
    const day = dayOf(results.ownEvents[0]!.to);
    expect(revealed(results, day - 1)).toBe(false);
    expect(revealed(results, day)).toBe(true);
    expect(question(results.values)).toContain("Which kind of metric raises the first alarm most often?");
    expect(new Set(results.came)).toEqual(new Set(["software"]));
  });
});

describe("the dashboard", () => {
  it("has no axis and no band below 0 but that of the volume, which is in dB", async () => {
    const results = await bench({ fault: "microphone" });
    const [dashboard] = charts(results, results.values, watchedDays);
    if (dashboard?.kind !== "multiples") throw new Error("the dashboard comes first");
    const below = dashboard.panels.filter(
      ({ y, series }) => y!.min < 0 || series.some(({ low = [] }) => low.some((one) => one < 0)),
    );
    expect(below.map(({ id }) => id)).toEqual(["volume"]);
  });
});
