import { onPaperDraw } from "../design/printing";

/**
 * Draws at most one chart a frame of the screen: a redraw costs around 10 ms, several in one task would stall a dragged
 * slider. After a rest the first is drawn at once, in a task of its own. A chart asked to draw twice before its turn draws once, the newer figure; one out of sight waits until it is seen
 * or until nothing else has asked for a while.
 */
export interface Drawing {
  /** Draws the newest figure. */
  draw(): void;
  visible: boolean;
}

/** Longer than the time between two moments of a run that plays. */
const REST_MS = 300;
/** At rest, charts out of sight follow each other with room for other work between them. */
const NEXT_MS = 50;

const waiting = new Set<Drawing>();
/** A frame of the screen, ms: after a rest this long the first chart need not wait for the next one. */
const FRAME_MS = 16;
let frame = 0;
let soon: ReturnType<typeof setTimeout> | undefined;
let lastDrawn = 0;
let pause = REST_MS;
let rest: ReturnType<typeof setTimeout> | undefined;

function drawOne(inSight: boolean): void {
  for (const drawing of waiting) {
    if (inSight && !drawing.visible) continue;
    waiting.delete(drawing);
    drawing.draw();
    lastDrawn = performance.now();
    break;
  }
  wake();
}

/** Goes on with what waits; call it when a chart comes into sight. */
export function wake(): void {
  if (frame !== 0 || soon !== undefined) return;
  clearTimeout(rest);
  if (waiting.size === 0) return;
  if ([...waiting].some((drawing) => drawing.visible)) {
    if (performance.now() - lastDrawn > FRAME_MS)
      soon = setTimeout(() => {
        soon = undefined;
        drawOne(true);
      });
    else
      frame = requestAnimationFrame(() => {
        frame = 0;
        drawOne(true);
      });
  } else
    rest = setTimeout(() => {
      pause = NEXT_MS;
      drawOne(false);
    }, pause);
}

export function requestDraw(drawing: Drawing): void {
  // Set keeps the order of first request, so no chart starves.
  waiting.add(drawing);
  pause = REST_MS;
  wake();
}

/** Draws all that waits, now: for a page that is about to be printed. */
export function drawAll(): void {
  for (const drawing of [...waiting]) {
    waiting.delete(drawing);
    drawing.draw();
  }
}

onPaperDraw(drawAll);

export function forget(drawing: Drawing): void {
  waiting.delete(drawing);
}
