/** The view in the main place, at every frame of the screen, and all views one under another when they are asked for. */
import { memo, useEffect, useMemo } from "react";
import type { ExperimentState } from "../../runtime/experiment-state";
import { ChartFigure } from "../chart/chart-figure";
import { Charts } from "../chart/charts";
import { loadDrawings } from "../chart/drawing";
import { HandleContext } from "../chart/handle";
import { useHeldAxes } from "../chart/held-axes";
import type { Chart, IntervalChart } from "../chart/model";
import { isOnTimeAxis, TimeStack } from "../chart/time-stack";
import { comparedCharts, comparedIntervals, type DrawnPartProps, pinnedCharts } from "./parts";
import { resultsOf } from "./results-of";
import { chartsOf, shownMoment, shownRun } from "./shown";
import { useFramed } from "./use-framed";
import { shownView, type View, viewsOf } from "./views";

const whole = (state: ExperimentState): ExperimentState => state;
const NONE: readonly Chart[] = [];

interface ViewPartProps extends DrawnPartProps {
  /** The view wanted, by id. */
  readonly view: string | undefined;
  /** One more chart, that the outcome brings. */
  readonly intervals: IntervalChart | undefined;
  /** A knob is being dragged: axes stand. */
  readonly holding: boolean;
}

function useShown({ presentation, experiment, intervals }: ViewPartProps, lag: number) {
  const state = useFramed(experiment.store, whole, lag);
  const run = shownRun(state);
  const values = run?.values ?? state.values;
  const { moment, last } = shownMoment(presentation, state);
  const { pins } = state;
  const withPins = useMemo(
    () => intervals && comparedIntervals(presentation, intervals, pins),
    [presentation, intervals, pins],
  );
  const charts = useMemo<readonly Chart[]>(() => {
    const drawn = comparedCharts(presentation, chartsOf(presentation, run, values, moment), run ? pins : [], moment);
    return run && withPins ? [...drawn, withPins] : drawn;
  }, [presentation, run, values, moment, withPins, pins]);
  useEffect(() => void loadDrawings(charts), [charts]);
  const compared = run !== undefined;
  const pinned = useMemo(
    () => pinnedCharts(presentation, compared ? pins : [], moment, charts),
    [presentation, pins, compared, moment, charts],
  );
  return { state, run, moment, lastMoment: last, charts, pinned };
}

interface MainViewProps extends ViewPartProps {
  readonly plot: number;
  readonly onViews: (views: readonly View[]) => void;
}

export const MainView = memo(function MainView(props: MainViewProps) {
  const { presentation, experiment, view, holding, theme, band, plot, onViews } = props;
  const { state, run, moment, lastMoment, charts, pinned } = useShown(props, 0);
  const { playing, speed } = state;
  const views = viewsOf(presentation, charts, run !== undefined, undefined);
  const shown = shownView(views, view);
  const told = JSON.stringify(views);
  useEffect(() => onViews(JSON.parse(told)), [told, onViews]);
  const onAxes = useHeldAxes(holding || playing);
  const { stage } = presentation;
  if (run && stage && shown?.id === stage.id)
    return (
      <div className="dl-main" data-view={stage.id}>
        {stage.draw({ values: run.values, results: resultsOf(presentation, run), moment, playing, speed, plot })}
      </div>
    );
  const chart = charts.find(({ id }) => id === shown?.id);
  if (!chart) return null;
  const ghosts = pinned.get(chart.id) ?? NONE;
  const drawn = onAxes(chart, ghosts);
  return (
    <div className="dl-main" data-view={chart.id}>
      <HandleContext value={experiment}>
        {isOnTimeAxis(drawn) ? (
          <TimeStack charts={[drawn]} {...{ theme, band, moment, lastMoment, pinned, plot }} />
        ) : (
          <ChartFigure chart={drawn} pinned={ghosts} {...{ theme, band, moment, plot }} />
        )}
      </HandleContext>
    </div>
  );
});

/** All views but the one in the main place, at full width. */
export const FurtherViews = memo(function FurtherViews(props: ViewPartProps) {
  const { presentation, experiment, view, holding, theme, band } = props;
  const { state, run, moment, lastMoment, charts, pinned } = useShown(props, 35);
  const shown = shownView(viewsOf(presentation, charts, run !== undefined, undefined), view);
  const onAxes = useHeldAxes(holding || state.playing);
  const further = charts.filter(({ id }) => id !== shown?.id).map((chart) => onAxes(chart, pinned.get(chart.id)));
  return (
    <section className="dl-part dl-further" aria-label="Further charts">
      <HandleContext value={experiment}>
        <Charts charts={further} {...{ pinned, theme, band, moment, lastMoment }} />
      </HandleContext>
    </section>
  );
});
