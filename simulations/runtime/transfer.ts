/** Which arrays of a run's frames go to the page as they are, and which are cheaper to copy. */
import type { Frame } from "./simulation";

/**
 * Bytes from which handing over wins. Smaller arrays are copied: in Chromium the 2,600 small ones of a release took 4 ms
 * copied and 59 ms handed over, two of 2.5 kB a month 0.7 ms and 0.2 ms, one of 400 kB nothing instead of 3 ms.
 */
const LARGE = 2048;

/** The buffers of all large arrays in `frames` that fill their buffer; an engine keeps nothing of what it yields. */
export function buffersOf(frames: readonly Frame[]): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  const look = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if (!ArrayBuffer.isView(value)) for (const inner of Object.values(value)) look(inner);
    else if (value.byteLength >= LARGE && value.byteLength === value.buffer.byteLength)
      if (value.buffer instanceof ArrayBuffer) found.add(value.buffer);
  };
  look(frames);
  return [...found];
}
