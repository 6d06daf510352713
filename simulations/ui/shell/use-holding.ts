/** Whether a slider of the experiment is in the reader's hand, by pointer or key: while it is, axes stand. */
import { type RefObject, useEffect, useState } from "react";

/** A key or a pointer that rests this long has let go. */
const LET_GO_MS = 600;

/** Sliders that are knobs, handles in charts among them; the scrubber moves through time and holds nothing itself. */
const isHandle = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input[type="range"], .dl-handle') !== null &&
  target.closest(".dl-scrubber") === null;

const KEYS = /^(Arrow|Page|Home|End)/;

export function useHolding(section: RefObject<HTMLElement | null>): boolean {
  const [holding, setHolding] = useState(false);
  useEffect(() => {
    const element = section.current;
    if (!element) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let down = false;
    const letGo = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setHolding(false), LET_GO_MS);
    };
    const take = () => {
      clearTimeout(timer);
      setHolding(true);
    };
    const onDown = (event: PointerEvent) => {
      if (!isHandle(event.target)) return;
      down = true;
      take();
    };
    const onUp = () => {
      if (!down) return;
      down = false;
      letGo();
    };
    const onKey = (event: KeyboardEvent) => {
      if (!KEYS.test(event.key) || !isHandle(event.target)) return;
      take();
      letGo();
    };
    element.addEventListener("pointerdown", onDown, true);
    element.addEventListener("keydown", onKey, true);
    addEventListener("pointerup", onUp);
    addEventListener("pointercancel", onUp);
    return () => {
      clearTimeout(timer);
      element.removeEventListener("pointerdown", onDown, true);
      element.removeEventListener("keydown", onKey, true);
      removeEventListener("pointerup", onUp);
      removeEventListener("pointercancel", onUp);
    };
  }, [section]);
  return holding;
}
