/** What the drift injector says and draws: sentences that agree, and axes and lines of the world that was run. */
import { beforeAll, describe, expect, it } from "vitest";
import { usualHouseNoise } from "@/simulations/core/worlds/houses";
import { changes, meaningOf } from "@/simulations/drift/change";
import { charts, errorChart } from "@/simulations/drift/chart";
import type { Evidence } from "@/simulations/drift/evidence";
import type { DriftFrame } from "@/simulations/drift/frames";
import { type DriftValues, knobs, presets } from "@/simulations/drift/knobs";
import { resultsOf } from "@/simulations/drift/results";
import { outcome, question, words } from "@/simulations/drift/words";
import { worldChart } from "@/simulations/drift/world-chart";
import type { Run } from "@/simulations/runtime/experiment-state";
import { defaultsOf } from "@/simulations/runtime/knobs";
import { marksOf } from "@/simulations/ui/chart/marks/model";
import type { Phrase } from "@/simulations/ui/results/verdict";
import { startWasm } from "../core/models/backend-for-tests";
import { preset, watch } from "./watch";

const valuesOf = (settings: Partial<DriftValues>) => ({ ...defaultsOf(knobs), ...settings }) as DriftValues;

function runOf(settings: Partial<DriftValues>): { run: Run<DriftFrame>; values: DriftValues } {
  const { frames, values } = watch({ replicas: 1, months: 8, seed: 1, ...settings });
  return { run: { values, frames, replicasDone: values.replicas } as unknown as Run<DriftFrame>, values };
}

const textOf = (phrases: readonly Phrase[]) =>
  phrases.map((phrase) => (typeof phrase === "string" ? phrase : Object.values(phrase).join(""))).join("");

beforeAll(startWasm);

describe("the verdict", () => {
  const verdict = (settings: Partial<DriftValues>, guess?: Evidence) => {
    const { run } = runOf(settings);
    return textOf(outcome(resultsOf(run), guess).verdict);
  };

  it("agrees in number, for one replica and for many, and calls one replica too few", () => {
    expect(verdict(preset("inflation"))).toBe("Only the error changed in 1 of 1 replica, which is too few to be sure.");
    expect(verdict({ ...preset("famous-actor-seen"), replicas: 8 })).toMatch(
      /^Only the inputs changed in [678] of 8 replicas[,.]/,
    );
    expect(verdict({ ...preset("famous-actor-unseen"), replicas: 8 })).toBe(
      "Both error and inputs changed in 8 of 8 replicas.",
    );
  });

  it("says what came of a guess, right or wrong", () => {
    const many = { ...preset("famous-actor-unseen"), replicas: 8 };
    expect(verdict(many, "both")).toMatch(/Your guess, both error and inputs, was right\.$/);
    expect(verdict(many, "error")).toMatch(/Your guess, only the error, came true in 0 of 8 replicas\.$/);
  });
});

describe("a change after the last month", () => {
  const late = valuesOf({ months: 12, onset: 35 });

  it("is said where it is set and where it is asked about, and draws no line", () => {
    expect(meaningOf("onset", late)).toBe("after the last month (11): nothing changes");
    expect(question(late)).toContain("month 35, after the last month shown (11), so nothing changes");
    expect(changes(late)).toBe(false);
    expect(errorChart(undefined, late).marks).toEqual([]);
  });

  it("can be dragged back, and only where a change is asked for", () => {
    expect(errorChart(undefined, late).handle?.knob).toBe("onset");
    expect(errorChart(undefined, { ...late, kind: "none" }).handle).toBeUndefined();
  });

  it("is not said of a change within the months, nor where no change is asked for", () => {
    expect(meaningOf("onset", valuesOf({ months: 12, onset: 11 }))).toBeUndefined();
    expect(meaningOf("onset", valuesOf({ kind: "none", months: 12, onset: 35 }))).toBeUndefined();
  });
});

it("asks of an event in its month, and of a share from that month on", () => {
  expect(question(valuesOf({ ...preset("inflation"), shape: "sudden" }))).toContain("In month 6, all prices rise by");
  expect(question(valuesOf(preset("famous-actor-unseen")))).toContain("From month 6 on, 40 % of the queries are about");
  expect(question(valuesOf({ kind: "both" }))).toMatch(/all prices rise by .* %, and .* % of the houses sold/);
});

describe("charts", () => {
  it("keep the axes of the model's picture while the months go by", () => {
    for (const settings of [preset("inflation"), preset("famous-actor-unseen"), preset("seasons")]) {
      const { run } = runOf({ ...settings, months: 8 });
      const axes = run.frames.map(({ moment }) => worldChart(resultsOf(run), moment)!).map(({ x, y }) => ({ x, y }));
      for (const each of axes) expect(each).toEqual(axes[0]);
      const marks = run.frames.flatMap(({ moment }) =>
        worldChart(resultsOf(run), moment)!.points.flatMap(({ y }) => y),
      );
      if (settings.world !== "queries") expect(marks.every((y) => y > axes[0]!.y.min && y < axes[0]!.y.max)).toBe(true);
    }
  });

  it("draw the noise of the world that was run, and none where it is not known or nothing was run", () => {
    const levelsOf = (settings: Partial<DriftValues>) => {
      const { run, values } = runOf(settings);
      return marksOf(errorChart(resultsOf(run), values).marks, "level").map(({ at }) => at);
    };
    expect(levelsOf(preset("inflation"))).toEqual([usualHouseNoise]);
    expect(levelsOf(preset("famous-actor-seen"))).toEqual([4]);
    expect(levelsOf(preset("seasons"))).toEqual([]);
    expect(marksOf(errorChart(undefined, valuesOf(preset("inflation"))).marks, "level")).toEqual([]);
  });

  it("mark the month of the change also on the strips, which may stand alone", () => {
    const { run, values } = runOf(preset("inflation"));
    const marks = charts(resultsOf(run), values, 7).flatMap((chart) =>
      chart.kind === "strips" ? (chart.marks ?? []) : [],
    );
    expect(marks.map(({ x }) => x)).toEqual([values.onset - 0.5]);
  });

  it("have ids that a lesson may open with", () => {
    const { run, values } = runOf(preset("inflation"));
    expect(charts(resultsOf(run), values, 7).map(({ id }) => id)).toEqual([
      "error",
      "alarms",
      "psi",
      "wasserstein",
      "world",
    ]);
  });
});

it.each(Object.keys(presets))("says in plain sentences what is seen, with the preset %s", (name) => {
  const { run, values } = runOf({ ...preset(name as keyof typeof presets), months: 14, examplesPerMonth: 100 });
  for (const month of [0, 13]) {
    const text = words(resultsOf(run), month);
    expect(text).toMatch(/^In month \d+ the error is [\d.]+ (%|thousand €|°C)\./);
    expect(text).not.toMatch(/NaN|undefined|(?<!Page)–|alone move|1 replicas/);
    expect(text.endsWith(".")).toBe(true);
  }
  expect(question(values)).toMatch(/\?$/);
});
