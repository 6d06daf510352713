/** Under the axis it moves: play in the tick margin, scrubber along the axis, steps, moment and speed in the label margin. */
import { Pause, Play, StepBack, StepForward } from "lucide-react";
import type { CSSProperties } from "react";
import type { ExperimentActions, Moments, Status } from "../runtime/experiment-state";
import { project } from "./chart/scale";
import type { TimeAxis } from "./chart/time-stack";
import { useReducedMotion } from "./hooks";

const SPEEDS = [0.5, 1, 2, 4] as const;

interface TransportProps {
  readonly axis: TimeAxis;
  readonly moments: Moments;
  readonly moment: number;
  readonly status: Status;
  readonly playing: boolean;
  readonly speed: number;
  /** Whether there is something to move through. */
  readonly ready: boolean;
  readonly actions: ExperimentActions;
}

export function Transport({ axis, moments, moment, status, playing, speed, ready, actions }: TransportProps) {
  const { frame, range } = axis;
  const still = useReducedMotion();
  const { min, max, step, unit } = moments;
  const runs = status === "running" || playing;
  const plot = frame.width - frame.left - frame.right;
  const at = (x: number) => project(x, range, 0, plot);
  const text = `${unit} ${moment}`;
  const style = {
    "--from": `${at(min)}px`,
    "--to": `${at(max)}px`,
    "--at": `${at(moment)}px`,
  } as CSSProperties;
  return (
    <fieldset className="dl-transport" disabled={!ready} data-direct={frame.direct}>
      <legend className="dl-hidden">Moment shown</legend>
      <button
        type="button"
        className="dl-play"
        aria-label={runs ? "Pause" : "Play"}
        // Nothing travels on its own where the reader asked for stillness: the steps are there.
        hidden={still && !runs}
        onClick={() => (runs ? actions.pause() : actions.resume())}
      >
        {runs ? <Pause aria-hidden="true" /> : <Play aria-hidden="true" />}
      </button>
      <div className="dl-scrubber" style={style}>
        <span className="dl-rail" />
        <span className="dl-rail-done" />
        <input
          type="range"
          aria-label={`${unit[0]?.toUpperCase()}${unit.slice(1)} shown`}
          aria-valuetext={text}
          min={min}
          max={max}
          step={step}
          value={moment}
          onChange={(event) => actions.setMoment(Number(event.target.value))}
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
          aria-label={`On one ${unit}`}
          disabled={moment >= max}
          onClick={() => actions.step(1)}
        >
          <StepForward aria-hidden="true" />
        </button>
        <output className="dl-moment">{text}</output>
        <button
          type="button"
          className="dl-speed"
          aria-label={`Speed ${speed} times; change`}
          onClick={() => actions.setSpeed(SPEEDS[(SPEEDS.indexOf(speed as 1) + 1) % SPEEDS.length] ?? 1)}
        >
          {speed}×
        </button>
      </div>
    </fieldset>
  );
}
