/** Every simulation by name. The engine is loaded only where it runs: in the worker, on the command line, in tests. */
import { knobs as automationKnobs, presets as automationPresets } from "./automation/knobs";
import { summarize as summarizeAutomation } from "./automation/summary";
import { knobs as releaseKnobs, presets as releasePresets } from "./deployment-patterns/knobs";
import { summarize as summarizeRelease } from "./deployment-patterns/summary";
import { knobs as driftKnobs, presets as driftPresets } from "./drift/knobs";
import { summarize as summarizeDrift } from "./drift/summary";
import { knobs as retrainingKnobs, presets as retrainingPresets } from "./retraining/knobs";
import { summarize as summarizeRetraining } from "./retraining/summary";
import type { Asks } from "./runtime/asks";
import type { Run } from "./runtime/experiment-state";
import type { AnyValues, Knobs, Presets } from "./runtime/knobs";
import type { Engine, Frame, SimulationEntry } from "./runtime/simulation";
import { asks as servingAsks } from "./serving/asks";
import { knobs as servingKnobs, presets as servingPresets } from "./serving/knobs";
import { summarize as summarizeServing } from "./serving/summary";
import { knobs as skewKnobs, presets as skewPresets } from "./skew/knobs";
import { summarize as summarizeSkew } from "./skew/summary";
import { titles } from "./titles";
import type { Chart } from "./ui/chart/model";

interface Parts<F extends Frame, V> {
  readonly title: string;
  readonly knobs: Knobs;
  readonly presets: Presets;
  readonly engine: () => Promise<{ createEngine: () => Engine<V, F> }>;
  readonly asks?: Asks;
  readonly summarize: (frames: readonly F[], values: V) => unknown;
  readonly charts: () => Promise<ChartMaker<F, V>>;
}

/** A simulation's own charts of a whole run at a moment. */
type ChartMaker<F extends Frame, V> = (run: Run<F>, values: V, moment: number) => readonly Chart[];

export interface RegistryEntry extends SimulationEntry {
  /** Loaded where figures are written, not in the worker. */
  readonly charts: () => Promise<ChartMaker<Frame, AnyValues>>;
}

/** Forgets a simulation's own types: the registry hands an engine only values that its knobs let through. */
function entry<F extends Frame, V>(parts: Parts<F, V>): RegistryEntry {
  const { title, knobs, presets, engine, asks = {}, summarize, charts } = parts;
  return {
    title,
    knobs,
    presets,
    engine: async () => {
      const made = (await engine()).createEngine();
      return { run: (values: AnyValues, range) => made.run(values as V, range) };
    },
    asks,
    summarize: (frames, values) => summarize(frames as readonly F[], values as V),
    charts: async () => {
      const make = await charts();
      return (run, values, moment) => make(run as Run<F>, values as V, moment);
    },
  };
}

export const registry: Readonly<Record<string, RegistryEntry>> = {
  automation: entry({
    title: titles.automation,
    knobs: automationKnobs,
    presets: automationPresets,
    engine: () => import("./automation/engine"),
    summarize: summarizeAutomation,
    charts: async () => (await import("./automation/chart")).charts,
  }),
  "deployment-patterns": entry({
    title: titles["deployment-patterns"],
    knobs: releaseKnobs,
    presets: releasePresets,
    engine: () => import("./deployment-patterns/engine"),
    summarize: summarizeRelease,
    charts: async () => (await import("./deployment-patterns/chart")).charts,
  }),
  drift: entry({
    title: titles.drift,
    knobs: driftKnobs,
    presets: driftPresets,
    engine: () => import("./drift/engine"),
    summarize: summarizeDrift,
    charts: async () => (await import("./drift/chart")).charts,
  }),
  retraining: entry({
    title: titles.retraining,
    knobs: retrainingKnobs,
    presets: retrainingPresets,
    engine: () => import("./retraining/engine"),
    summarize: summarizeRetraining,
    charts: async () => (await import("./retraining/chart")).charts,
  }),
  skew: entry({
    title: titles.skew,
    knobs: skewKnobs,
    presets: skewPresets,
    engine: () => import("./skew/engine"),
    summarize: summarizeSkew,
    charts: async () => (await import("./skew/chart")).charts,
  }),
  serving: entry({
    title: titles.serving,
    knobs: servingKnobs,
    presets: servingPresets,
    engine: () => import("./serving/engine"),
    asks: servingAsks,
    summarize: summarizeServing,
    charts: async () => {
      const { serviceCharts, logCharts } = await import("./serving/chart");
      return (run, values, moment) => [...serviceCharts(run, values, moment), ...logCharts(run, values, moment)];
    },
  }),
};
