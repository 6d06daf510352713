/** Every simulation, one line each. What is known of all of them stands in find.ts. */
export { automation } from "./automation/simulation";
export { deploymentPatterns } from "./deployment-patterns/simulation";
export { drift } from "./drift/simulation";
export { errorAnalysis } from "./error-analysis/simulation";
export { goals } from "./goals/simulation";
export { labelling } from "./labelling/simulation";
export { lifecycle } from "./lifecycle/simulation";
export { missingParts } from "./missing-parts/simulation";
export { monitoring } from "./monitoring/simulation";
export { mustBeRight } from "./must-be-right/simulation";
export { pace } from "./pace/simulation";
export { pipelines } from "./pipelines/simulation";
export { retraining } from "./retraining/simulation";
export { serving } from "./serving/simulation";
export { skew } from "./skew/simulation";
export { slices } from "./slices/simulation";
