/** Everything the page calls: compiled twice, with SIMD and without. */
export { deriveLogistic, logisticScratchBytes } from "./logistic";
export { answerNetworks, gradients, scratchBytes, trainNetworks } from "./network";
