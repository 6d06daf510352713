/**
 * Draws at most one chart a frame of the screen: a redraw costs around 10 ms, several in one task would stall a dragged
 * slider. A chart asked to draw twice before its turn draws once, the newer figure; one out of sight waits until it is seen.
 */
export interface Drawing {
  /** Draws the newest figure. */
  draw(): void;
  visible: boolean;
}

const waiting = new Set<Drawing>();
let frame = 0;

function next(): void {
  frame = 0;
  for (const drawing of waiting) {
    if (!drawing.visible) continue;
    waiting.delete(drawing);
    drawing.draw();
    break;
  }
  wake();
}

/** Starts the queue when something in sight waits; call it when a chart comes into sight. */
export function wake(): void {
  if (frame !== 0) return;
  for (const drawing of waiting) {
    if (drawing.visible) {
      frame = requestAnimationFrame(next);
      return;
    }
  }
}

export function requestDraw(drawing: Drawing): void {
  // Set keeps the order of first request, so no chart starves.
  waiting.add(drawing);
  wake();
}

export function forget(drawing: Drawing): void {
  waiting.delete(drawing);
}
