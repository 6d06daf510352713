/**
 * The input of a slider, for mouse, keys and fingers alike. A finger that starts on it may be on its way down the page: until
 * it has gone sideways nothing changes, and when it goes up or down the page scrolls and the value stays.
 */
import { type InputHTMLAttributes, type PointerEvent, useRef } from "react";

/** How far a finger goes before its direction is read, px. */
const DECIDED_PX = 8;

interface Finger {
  readonly x: number;
  readonly y: number;
  /** sideways: it moves the slider. along: it scrolls the page. */
  direction: "open" | "sideways" | "along";
  /** Where the browser put the thumb before the direction was known. */
  held?: number;
}

type Native = Omit<InputHTMLAttributes<HTMLInputElement>, "type" | "value" | "onChange">;

interface RangeInputProps extends Native {
  readonly value: number;
  readonly onMove: (value: number) => void;
  /** A gesture or a key press is over: what comes next is a change of its own. */
  readonly onRest?: () => void;
}

export function RangeInput({ value, onMove, onRest, onKeyDown, ...rest }: RangeInputProps) {
  const finger = useRef<Finger>(undefined);

  const down = (event: PointerEvent) => {
    onRest?.();
    finger.current =
      event.pointerType === "mouse" ? undefined : { x: event.clientX, y: event.clientY, direction: "open" };
  };
  const move = (event: PointerEvent) => {
    const { current } = finger;
    if (current?.direction !== "open") return;
    const across = Math.abs(event.clientX - current.x);
    const along = Math.abs(event.clientY - current.y);
    if (Math.max(across, along) < DECIDED_PX) return;
    current.direction = across > along ? "sideways" : "along";
    if (current.direction === "sideways" && current.held !== undefined) onMove(current.held);
  };
  const up = () => {
    // A tap: the finger went nowhere and meant the place it touched.
    if (finger.current?.direction === "open" && finger.current.held !== undefined) onMove(finger.current.held);
    finger.current = undefined;
    onRest?.();
  };
  const cancel = () => {
    // The browser scrolls now; some go on to move the thumb.
    if (finger.current) finger.current.direction = "along";
    onRest?.();
  };

  return (
    <input
      {...rest}
      type="range"
      value={value}
      onChange={(event) => {
        const next = Number(event.target.value);
        const { current } = finger;
        if (!current || current.direction === "sideways") onMove(next);
        else if (current.direction === "open") current.held = next;
      }}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      onPointerCancel={cancel}
      // After a tap browsers act a mouse click out, of which no pointer tells.
      onMouseUp={onRest}
      onKeyDown={(event) => {
        finger.current = undefined;
        onKeyDown?.(event);
      }}
      onKeyUp={onRest}
      onBlur={onRest}
    />
  );
}
