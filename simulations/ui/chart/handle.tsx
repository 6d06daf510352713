/** What can be dragged in a chart: a place on x that is a knob. Same value, same undo, same keys as its slider. */
import { createContext, type PointerEvent, useContext, useMemo, useRef, useSyncExternalStore } from "react";
import type { ExperimentState } from "../../runtime/experiment-state";
import { isActive, type NumberKnob, snap } from "../../runtime/knobs";
import type { Experiment } from "../../runtime/store";
import { keyedStop } from "../controls/knob-controls";
import { logStops, stopPosition } from "../controls/stops";
import { roleVariable, roleWidth } from "../ink/roles";
import type { ChartHandle } from "./base";
import { boundsOf, type HandlePlace, handlePixel, handleValue } from "./handle-place";
import "./handle.css";

/** An experiment, or anything else with a knob that charts can move. */
export interface HandleSource {
  readonly store: {
    getState(): Pick<ExperimentState, "values" | "knobs">;
    subscribe(listener: () => void): () => void;
  };
  readonly actions: Pick<Experiment["actions"], "set">;
}

/** The experiment whose knobs the handles move. Without one a chart is a picture. */
export const HandleContext = createContext<HandleSource | undefined>(undefined);

const never = () => () => {};

/** The knob's value now, ahead of the run that follows it; undefined where there is nothing to drag. */
export function useHandleValue(handle: ChartHandle | undefined): number | undefined {
  const source = useContext(HandleContext);
  const read = () => (handle && source ? source.store.getState().values[handle.knob] : undefined);
  const value = useSyncExternalStore(source ? source.store.subscribe : never, read, read);
  return typeof value === "number" ? value : undefined;
}

interface HandleProps {
  readonly handle: ChartHandle;
  readonly place: HandlePlace;
}

export function Handle({ handle, place }: HandleProps) {
  const source = useContext(HandleContext);
  const value = useHandleValue(handle);
  const state = source?.store.getState();
  const knob = state?.knobs[handle.knob];
  if (!source || !state || value === undefined || knob?.kind !== "number" || !isActive(knob, state.values)) return null;
  return <Grip {...{ handle, place, knob, value }} set={source.actions.set} />;
}

interface GripProps extends HandleProps {
  readonly knob: NumberKnob;
  readonly value: number;
  readonly set: HandleSource["actions"]["set"];
}

interface Drag {
  readonly pointer: number;
  /** Where on the handle it was taken hold of, and where the pointer went down. */
  readonly grabbedAt: number;
  readonly x: number;
  readonly y: number;
  moving: boolean;
}

/** Less than this is a press, not a drag, px. */
const SLOP = 4;

function Grip({ handle, place, knob, value, set }: GripProps) {
  const role = handle.role ?? "you";
  const input = useRef<HTMLInputElement>(null);
  const drag = useRef<Drag | undefined>(undefined);
  const [min, max] = boundsOf(knob, handle, place);
  const stops = useMemo(() => (knob.scale === "log" ? logStops(knob) : undefined), [knob]);
  const x = handlePixel(handle, place, value);
  const move = (to: number, dragging: boolean) => set(handle.knob, Math.min(max, Math.max(min, to)), dragging);
  const end = () => set(handle.knob, value, false);

  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    input.current?.focus({ preventScroll: true });
    event.preventDefault();
    const { pointerId, clientX, clientY } = event;
    drag.current = { pointer: pointerId, grabbedAt: clientX - x, x: clientX, y: clientY, moving: false };
  };
  const onPointerMove = (event: PointerEvent) => {
    const held = drag.current;
    if (held?.pointer !== event.pointerId) return;
    const [across, along] = [Math.abs(event.clientX - held.x), Math.abs(event.clientY - held.y)];
    // A swipe that goes up or down scrolls; the browser takes the pointer away a little later.
    if (!held.moving && (across < SLOP || (event.pointerType === "touch" && along > across))) return;
    held.moving = true;
    const wanted = handleValue(handle, place, event.clientX - held.grabbedAt);
    move(snap(knob, wanted), true);
  };
  const onPointerEnd = (event: PointerEvent) => {
    if (drag.current?.pointer !== event.pointerId) return;
    if (drag.current.moving) end();
    drag.current = undefined;
  };
  const text = knob.unit ? `${value} ${knob.unit}` : String(value);
  return (
    <div
      className="dl-handle"
      data-handle={handle.knob}
      style={{
        left: x,
        top: place.top,
        height: place.bottom - place.top,
        color: roleVariable(role, "line"),
      }}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerEnd}
      onPointerCancel={onPointerEnd}
    >
      <span className="dl-handle-line" style={{ width: Math.max(1.25, roleWidth(role)) }} />
      <span className="dl-handle-grip" aria-hidden="true" />
      <input
        ref={input}
        type="range"
        aria-label={`${handle.label}, in the chart`}
        aria-valuetext={text}
        min={min}
        max={max}
        step={knob.step}
        value={value}
        onChange={(event) => move(Number(event.target.value), true)}
        onKeyDown={(event) => {
          if (!stops) return;
          // The keys go from stop to stop, as on the slider.
          const next = keyedStop(event.key, stopPosition(stops, value), stops.length - 1);
          if (next === undefined) return;
          event.preventDefault();
          move(stops[next]!, true);
        }}
        onKeyUp={end}
        onBlur={end}
      />
    </div>
  );
}
