/** A sound as a worker hands it to the page: what is played, and what its pictures are drawn from. */
export interface Sound {
  /** −1 … 1 */
  readonly samples: Float32Array;
  /** Samples a second (Hz). */
  readonly rate: number;
  /** Power of each band in each frame: [frame * bands.length + band]. */
  readonly powers: Float32Array;
  /** Seconds from one frame to the next. */
  readonly step: number;
  /** Hz, from the lowest to the highest band. */
  readonly bands: readonly { readonly from: number; readonly to: number }[];
}
