/** Functions that every set of golden files is checked against when it has cases for them; the rest is checked if it can be. */
export const REQUIRED = new Set([
  ...["binary_metrics", "multiclass_metrics", "binary_metrics_weighted", "ranking_metrics", "probability_scores"],
  ...["DDM", "EDDM", "ADWIN", "PageHinkley", "KSWIN", "KSWIN_explicit"],
  ...["group_fairness"],
  ...["fading_factor_error", "sliding_window_error", "cumulative_error", "ewma_error", "delayed_prequential"],
  ...["calibration_curve", "ece_top_label", "brier_decomposition", "binomial_interval", "two_proportion_difference"],
  ...["bootstrap", "cost_curve", "cost_threshold"],
  ...["psi_from_proportions", "kl_from_proportions", "js_from_proportions", "histogram_edges", "psi_quantile_bins"],
  ...["ks_2samp", "mannwhitneyu", "wasserstein", "chi2_contingency"],
  ...["sprt_bernoulli", "msprt_normal", "msprt_two_proportions", "peeking_inflation"],
  ...["mm1", "mmc", "md1", "erlang"],
  ...["always_negative", "binormal_auc_ap", "binormal_best_threshold"],
  ...["two_sample_vs_n", "detector_false_alarms", "detector_delay"],
]);
