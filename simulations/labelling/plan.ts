/** What is fixed at every desk: how many clips there are, and how loud they are. */

/** Clips that all replicas of a seed take theirs from. */
export const stockSizes = { training: 2000, test: 800 } as const;
/** dB. Clips for training are recorded with care, at about the same volume; users speak less loudly, and from all distances. */
export const levels = { training: { mean: 0, sd: 3 }, test: { mean: -5, sd: 7 } } as const;
/** Clips that a replica is tested on. */
export const testClips = 300;
