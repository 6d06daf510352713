/** What is fixed in every project: its calendar, its tests, and what the target device needs for an answer. */

/** Months of traffic after the release. */
export const months = 12;
/** The first month with clips from the new place. */
export const arrivalMonth = 4;
/** The first month in which the response is in use: three months to notice it, and to do something about it. */
export const replyMonth = 7;
/** % of the traffic that comes from the new place, once it has arrived. */
export const newShare = 50;
/** Clips that are tested each month. */
export const clipsAMonth = 40;
/** Clips of each place in the release test. */
export const testsAPlace = 50;
/** Clips of each place that were understood wrongly and can be heard. */
export const heardAPlace = 3;
/** Clips that going back to data adds. */
export const budgetClips = 150;

export const responseNames = ["nothing", "model", "data"] as const;
export type ResponseName = (typeof responseNames)[number];

/**
 * The target device, as a stated assumption: a chip for a light switch. It needs half a millisecond for the features of each
 * 10 ms of sound, and 0.02 ms for each multiply-add of the network. Slow on purpose, so that our small network loads it as a
 * large network loads a telephone.
 */
export const device = { msPerFrame: 0.5, msPerMultiplyAdd: 0.02 } as const;

/** Milliseconds until the device has answered a clip of so many frames. */
export const latencyOn = (frames: number, inputs: number, hidden: number, words: number): number =>
  device.msPerFrame * frames + device.msPerMultiplyAdd * hidden * (inputs + words);
