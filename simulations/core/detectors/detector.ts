/**
 * What every drift detector offers: it takes one value at a time and raises a flag when the stream looks different.
 *
 * The flags describe the state right after the last value. A detector that has signalled drift forgets everything, the
 * signalling value included, when the next value arrives.
 */
export interface DriftDetector {
  /** Takes the next value of the stream and returns the drift flag. @throws RangeError for a value it cannot use. */
  update(value: number): boolean;
  readonly drift: boolean;
}

/** A detector with a stage before drift. */
export interface WarningDetector extends DriftDetector {
  readonly warning: boolean;
}

/** Feeds a whole stream and returns the positions at which drift was signalled. */
export function driftPositions(detector: DriftDetector, stream: ArrayLike<number>): number[] {
  const positions: number[] = [];
  for (let i = 0; i < stream.length; i++) if (detector.update(stream[i]!)) positions.push(i);
  return positions;
}

/** @throws RangeError unless value is 0 (right) or 1 (wrong). */
export function checkErrorIndicator(value: number): void {
  if (value !== 0 && value !== 1) throw new RangeError(`value must be 0 (right) or 1 (wrong), got ${value}`);
}
