/**
 * Eye and hand on one screen: what the run says and shows (verdict, main view, transport, decision), and the knobs. Side by
 * side where there is room; else the eye stays at the top of the screen while the knobs pass beneath.
 */
import { type ReactNode, useEffect, useRef } from "react";
import type { ExperimentState } from "../../runtime/experiment-state";
import type { IntervalChart } from "../chart/model";
import { useWidth } from "../design/screen";
import { Counts, Verdict } from "../results/outcome";
import { eyeStays } from "./bench-room";
import { type DrawnPartProps, type PartProps, useOutcome } from "./parts";
import { madeGuess, optionsOf, shownRun } from "./shown";
import { Slot } from "./slots";
import { Transport } from "./transport";
import { useFramed } from "./use-framed";

const whole = (state: ExperimentState): ExperimentState => state;

interface OutcomePartProps extends PartProps {
  readonly part: "verdict" | "counts";
  /** Told the chart that the outcome brings. */
  readonly onIntervals?: (chart: IntervalChart | undefined) => void;
}

/** The verdict, or the marks beside it: under it, or over it where it stays at the top of the screen and the marks do not. */
function OutcomePart({ presentation, experiment, part, onIntervals }: OutcomePartProps) {
  const state = useFramed(experiment.store, whole, 50);
  const outcome = useOutcome(presentation, state);
  const intervals = outcome?.intervals;
  useEffect(() => onIntervals?.(intervals), [onIntervals, intervals]);
  const guess = madeGuess(presentation, state);
  const options = optionsOf(presentation, state.values);
  const replicas = shownRun(state)?.replicas ?? 0;
  if (part === "counts") return outcome ? <Counts {...{ outcome, options, guess, replicas }} /> : null;
  if (outcome) return <Verdict outcome={outcome} />;
  const guessed = options.find((option) => option.id === guess)?.label;
  const run = shownRun(state);
  return guessed && run ? (
    <p className="dl-said" key={guessed}>
      Your guess is <span className="dl-guess">{guessed}</span>
      {`.${presentation.story ? ` ${presentation.story.awaiting(run.values)}` : ""}`}
    </p>
  ) : null;
}

/** The scrubber stands under the axis of the main view, which has this width too. */
function TransportPart({ presentation, experiment, theme, band }: DrawnPartProps) {
  const ref = useRef<HTMLDivElement>(null);
  const width = useWidth(ref);
  return (
    <div ref={ref} className="dl-transport-place">
      {width > 0 && <Transport {...{ presentation, experiment, theme, band, width }} />}
    </div>
  );
}

interface BenchProps extends DrawnPartProps {
  readonly columns: boolean;
  /** A run is there and may be seen. */
  readonly hasRun: boolean;
  /** The question is still open or its answer not asked for: its options stand before the chart. */
  readonly question: ReactNode;
  readonly main: ReactNode;
  readonly views: ReactNode;
  readonly settings: ReactNode;
  readonly onIntervals: (chart: IntervalChart | undefined) => void;
}

export function Bench(props: BenchProps) {
  const { presentation, experiment, columns, hasRun, question, main, views, settings, onIntervals } = props;
  const bench = useRef<HTMLDivElement>(null);
  const eye = useRef<HTMLDivElement>(null);

  // What takes the focus under an eye that stays must know how high it is; an eye that fills the screen goes by.
  useEffect(() => {
    const element = eye.current;
    if (!element) return;
    const measure = () => {
      const height = Math.ceil(element.offsetHeight);
      bench.current?.style.setProperty("--eye", `${height}px`);
      bench.current?.toggleAttribute("data-passing", !eyeStays(height, innerHeight));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    addEventListener("resize", measure);
    return () => {
      observer.disconnect();
      removeEventListener("resize", measure);
    };
  }, []);

  const counts = hasRun && <OutcomePart {...{ presentation, experiment }} part="counts" />;
  const transport = hasRun && <TransportPart {...props} />;
  const decision = hasRun && <Slot {...{ presentation, experiment }} place="above" />;
  return (
    <div ref={bench} className="dl-bench" data-columns={columns}>
      <div className="dl-bench-eye">
        {question}
        {!columns && counts}
        <div ref={eye} className="dl-eye">
          {hasRun && <OutcomePart {...{ presentation, experiment, onIntervals }} part="verdict" />}
          {columns && counts}
          {main}
          {columns && transport}
          {columns && decision}
          {columns && views}
        </div>
        {!columns && transport}
        {!columns && decision}
        {!columns && views}
      </div>
      {settings}
    </div>
  );
}
