/** Under the axis it moves: play in the tick margin, scrubber along the axis, steps, moment and speed in the label margin. */
import { Pause, Play, StepBack, StepForward } from "lucide-react";
import { type CSSProperties, useMemo } from "react";
import { useStore } from "zustand";
import type { Experiment } from "../../runtime/store";
import { wholeMoment } from "../chart/at-moment";
import { chartFrame } from "../chart/frame";
import { project } from "../chart/scale";
import { isOnTimeAxis } from "../chart/time-stack";
import { RangeInput } from "../controls/range-input";
import { useReducedMotion } from "../design/screen";
import type { Theme } from "../design/tokens";
import type { Band } from "../design/type-scale";
import type { Presentation } from "./presentation";
import { shownRun } from "./shown";

const SPEEDS = [0.5, 1, 2, 4] as const;

interface TransportProps {
  /** px of the main view. */
  readonly width: number;
  readonly theme: Theme;
  readonly band: Band;
  readonly presentation: Presentation;
  readonly experiment: Experiment;
}

/** Follows the store at once: a thumb must not lag behind the finger, nor a key press be lost. */
export function Transport({ width, theme, band, presentation, experiment }: TransportProps) {
  const { store, actions } = experiment;
  const values = useStore(store, (state) => shownRun(state)?.values);
  const shown = useStore(store, (state) => state.moment);
  const status = useStore(store, (state) => state.status);
  const playing = useStore(store, (state) => state.playing);
  const speed = useStore(store, (state) => state.speed);
  const still = useReducedMotion();
  const moments = useMemo(() => values && presentation.moments?.(values), [presentation, values]);
  // The time axis is a matter of the knobs: no run is needed to know it.
  const axis = useMemo(
    () => values && presentation.charts(undefined, values, 0).find(isOnTimeAxis)?.x,
    [presentation, values],
  );
  if (!moments || moments.max <= moments.min) return null;
  const moment = wholeMoment(Math.min(shown ?? moments.max, moments.max), moments);
  const { min, max, step, unit } = moments;
  const frame = chartFrame({ width, theme, band });
  const range: [number, number] = axis ? [axis.min, axis.max] : [min, max];
  const runs = status === "running" || playing;
  const plot = frame.width - frame.left - frame.right;
  const at = (x: number) => project(x, range, 0, plot);
  const text = `${unit} ${moment}`;
  const style = {
    "--from": `${at(min)}px`,
    "--to": `${at(max)}px`,
    "--at": `${at(moment)}px`,
    "--left": `${frame.left}px`,
    "--right": `${frame.right}px`,
  } as CSSProperties;
  return (
    <fieldset className="dl-transport" data-direct={frame.direct} style={style}>
      <legend className="dl-hidden">Moment shown</legend>
      <button
        type="button"
        className="dl-round dl-play"
        aria-label={runs ? "Pause" : "Play"}
        // Nothing travels on its own where the reader asked for stillness: the steps are there.
        hidden={still && !runs}
        onClick={() => (runs ? actions.pause() : actions.resume())}
      >
        {runs ? <Pause aria-hidden="true" /> : <Play aria-hidden="true" />}
      </button>
      <div className="dl-scrubber">
        <span className="dl-rail" />
        <span className="dl-rail-done" />
        <RangeInput
          aria-label={`${unit[0]?.toUpperCase()}${unit.slice(1)} shown`}
          aria-valuetext={text}
          min={min}
          max={max}
          step={step}
          value={moment}
          onMove={(next) => actions.setMoment(next)}
        />
      </div>
      <div className="dl-steps">
        <button
          type="button"
          className="dl-icon"
          aria-label={`Back one ${unit}`}
          disabled={moment <= min}
          onClick={() => actions.step(-1)}
        >
          <StepBack aria-hidden="true" />
        </button>
        <button
          type="button"
          className="dl-icon"
          aria-label={`Forward one ${unit}`}
          disabled={moment >= max}
          onClick={() => actions.step(1)}
        >
          <StepForward aria-hidden="true" />
        </button>
        {/* No output: a clock that is told aloud drowns what it counts. The slider says the moment when asked. */}
        <span className="dl-moment dl-figures">{text}</span>
        <button
          type="button"
          className="dl-speed dl-faint"
          aria-label={`Speed ${speed}×, change`}
          onClick={() => actions.setSpeed(SPEEDS[(SPEEDS.indexOf(speed as 1) + 1) % SPEEDS.length] ?? 1)}
        >
          {`${speed}×`}
        </button>
      </div>
    </fieldset>
  );
}
