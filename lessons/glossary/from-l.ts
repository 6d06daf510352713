/** Terms from L on, in alphabetical order. */
import type { GlossaryEntry } from "./entry";

export const fromL: readonly GlossaryEntry[] = [
  {
    id: "label-delay",
    term: "Label delay",
    definition: "The time between a prediction and the moment when the true answer is known.",
  },
  {
    id: "labelling-guide",
    term: "Labelling guide",
    definition: "Written rules for annotators: what each label means, and what to do in unclear cases.",
  },
  {
    id: "latency",
    term: "Latency",
    definition: "The time from sending a request to receiving its answer.",
  },
  {
    id: "median",
    term: "Median",
    definition: "The middle value: half of the values lie below it and half above.",
  },
  {
    id: "metric",
    term: "Metric",
    definition:
      "A number that is computed again and again to show how well a model or a service works. Examples: the error, the latency, the PSI of the inputs.",
  },
  {
    id: "modelling-loop",
    term: "Modelling loop",
    definition:
      "Idea, training, error analysis, next idea: repeated before a release, on data that the team has chosen.",
  },
  {
    id: "navigational-query",
    term: "Navigational query",
    definition: "A search query with which people look for one site, such as the name of a university.",
  },
  {
    id: "ndcg",
    term: "NDCG",
    definition:
      "Normalised discounted cumulative gain: how good the order of a ranked list is. It is 1 for the best possible order, and the first places count most.",
  },
  {
    id: "optimism",
    term: "Optimism",
    definition:
      "How much better a chosen model looks on the examples that were used to choose it than on fresh examples.",
  },
  {
    id: "p-value",
    term: "p-value",
    definition:
      "How often chance alone gives a result at least as extreme as the one that was found. A p-value below 0.05 is often called significant.",
  },
  {
    id: "percentile",
    term: "Percentile",
    definition:
      "A value below which a given share of all values lie. 99 in 100 requests are answered within p99, the 99th percentile of latency.",
  },
  {
    id: "pinned-run",
    term: "Pinned run",
    definition: "A run that you keep on the screen as a thin line, to compare the next runs with it.",
  },
  {
    id: "pipeline",
    term: "Pipeline",
    definition:
      "Several programs or models one behind the other: the output of one stage is the input of the next stage.",
  },
  {
    id: "precision",
    term: "Precision",
    definition: "The share of the alarms that are correct: TP / (TP + FP).",
  },
  {
    id: "predictive-parity",
    term: "Predictive parity",
    definition:
      "A measure of fairness: precision is equal between groups. Of those who are accepted, the same share repays.",
  },
  {
    id: "prevalence",
    term: "Prevalence",
    definition: "The share of all cases that are positive.",
  },
  {
    id: "proxy",
    term: "Proxy",
    definition:
      "An input that carries information about another property. A neighbourhood can be a proxy for a group of people.",
  },
  {
    id: "psi",
    term: "PSI",
    definition:
      "Population stability index. It divides the values of a feature into intervals, called bins, and compares the shares of examples in each bin, in training and now; 0 means equal shares.",
  },
  {
    id: "random-walk",
    term: "Random walk",
    definition:
      "A quantity that takes a small step in a random direction at each time. After many steps it is usually far from where it began.",
  },
  {
    id: "rate-limit",
    term: "Rate limit",
    definition:
      "The largest number of requests that one caller may send in a given time. Further requests are rejected.",
  },
  {
    id: "recall",
    term: "Recall",
    definition: "The share of the positives that are caught: TP / (TP + FN).",
  },
  {
    id: "recogniser",
    term: "Recogniser",
    definition: "A model that finds out which word was said in a clip.",
  },
  {
    id: "reference-window",
    term: "Reference window",
    definition: "A time when a system worked well. Metrics of today are compared with the metrics of that time.",
  },
  {
    id: "regression",
    term: "Regression",
    definition:
      "A change for the worse in a new version. The word also means the prediction of a number, as in linear regression.",
  },
  {
    id: "replica",
    term: "Replica",
    definition:
      "One repetition of the whole experiment with different random data. We usually repeat an experiment 32 times; each mark in a result is one replica.",
  },
  {
    id: "retraining-trigger",
    term: "Retraining trigger",
    definition:
      "A rule that starts the training of a new model when a measured value, such as the error, passes a limit.",
  },
  {
    id: "seed",
    term: "Seed",
    definition:
      "The number from which all random draws of a run follow. The same seed gives the same data and the same result on every device.",
  },
  {
    id: "sequential-test",
    term: "Sequential test",
    definition: "A statistical test that stays valid however often you check while the data come in.",
  },
  {
    id: "shadow-mode",
    term: "Shadow mode",
    definition:
      "A release pattern: the new version gets a copy of all cases, and its answers are recorded but not used.",
  },
  {
    id: "sign-test",
    term: "Sign test",
    definition:
      "A test that asks whether a count such as 24 to 8 could be chance. It computes how often a fair coin would give a result at least as uneven.",
  },
  {
    id: "slice",
    term: "Slice",
    definition: "A part of the cases that is counted separately, such as one production line or one language.",
  },
  {
    id: "staleness",
    term: "Staleness",
    definition: "How much worse a model has become because the data changed after it was trained.",
  },
  {
    id: "standard-deviation",
    term: "Standard deviation",
    definition:
      "A measure of how far values usually lie from their mean. If values follow a normal distribution, 95 of 100 lie within two standard deviations.",
  },
  {
    id: "standard-error",
    term: "Standard error",
    definition:
      "How much a mean, or a difference of two means, varies by chance. It is smaller when more examples are counted.",
  },
  {
    id: "tally",
    term: "Tally",
    definition:
      "A row of marks, one for each replica. The colour and shape of a mark say which answer came true in that replica.",
  },
  {
    id: "test-set",
    term: "Test set",
    definition:
      "Labelled examples that are used neither for training nor for choosing, but once at the end to measure the chosen model.",
  },
  {
    id: "threshold",
    term: "Threshold",
    definition:
      "The smallest value at which an alarm is raised, such as a probability that a model gives or the value of a metric. The threshold turns a number into a decision.",
  },
  {
    id: "throughput",
    term: "Throughput",
    definition: "The number of requests that a service answers in a second.",
  },
  {
    id: "training-serving-skew",
    term: "Training–serving skew",
    definition:
      "A difference between how an input is computed in training and how it is computed in the running service.",
  },
  {
    id: "utilisation",
    term: "Utilisation",
    definition: "The share of time in which a server works. It is also called load.",
  },
  {
    id: "variance",
    term: "Variance",
    definition:
      "The part of a model’s error that comes from chance: with different random data it would be different. It is larger when there are few examples.",
  },
  {
    id: "vad",
    term: "Voice-activity detector (VAD)",
    definition:
      "A small model that recognises whether somebody is speaking. A phone uses it to send only sound with a voice.",
  },
  {
    id: "wasserstein-distance",
    term: "Wasserstein distance",
    definition: "How far, on average, the values of one sample must move to become the other sample.",
  },
];
