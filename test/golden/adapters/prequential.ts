import { delayedPrequential, majorityModel, noChangeModel } from "@/simulations/core/metrics/delayed-labels";
import {
  createCumulativeError,
  createFadingError,
  createMovingAverageError,
  createWindowError,
  type ErrorTracker,
  errorCurve,
} from "@/simulations/core/metrics/prequential";
import { streamKappas } from "@/simulations/core/metrics/stream-kappas";
import type { Adapters } from "../adapter";
import { digits, type GoldenCase, num, paramsOf } from "../files";

function every50(one: GoldenCase, tracker: ErrorTracker) {
  return { every_50: errorCurve(tracker, digits(one.input.loss)).filter((_, i) => (i + 1) % 50 === 0) };
}

export const prequential: Adapters = {
  // The effective sample size is told, not asked for: 1/(1 − α).
  fading_factor_error: (one) =>
    every50(one, createFadingError(num(paramsOf(one, "alpha", "effective_sample_size").alpha))),
  sliding_window_error: (one) => every50(one, createWindowError(num(paramsOf(one, "window").window))),
  cumulative_error: (one) => {
    paramsOf(one);
    return every50(one, createCumulativeError());
  },
  ewma_error: (one) => every50(one, createMovingAverageError(num(paramsOf(one, "lam").lam))),
  delayed_prequential(one) {
    const { model, delay } = paramsOf(one, "model", "delay");
    const models = { no_change: noChangeModel<string>, majority: majorityModel<string> };
    const create = models[model as keyof typeof models];
    if (!create) throw new Error(`model ${model} is not known to the runner`);
    const result = delayedPrequential(String(one.input.y), create(), num(delay));
    return {
      accuracy_on_predicted: result.accuracy,
      scored: result.scored,
      unpredicted: result.unpredicted,
      predictions: result.predictions.map((label) => label ?? "-").join(""),
    };
  },
  stream_kappas(one) {
    paramsOf(one);
    const result = streamKappas(digits(one.input.y_true), digits(one.input.y_pred));
    return {
      accuracy: result.accuracy,
      kappa: result.kappa,
      kappa_temporal: result.kappaTemporal,
      kappa_m: result.kappaM,
      no_change_accuracy: result.noChangeAccuracy,
      majority_accuracy: result.majorityAccuracy,
    };
  },
};
