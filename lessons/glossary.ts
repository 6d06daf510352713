/** Every term of the course that a reader may not know, in alphabetical order: the only place for a definition. */

export interface GlossaryEntry {
  /** Kebab-case; `<Term id>` in a lesson and the entry's address on the glossary page. */
  readonly id: string;
  readonly term: string;
  /** One or two plain sentences. */
  readonly definition: string;
}

export const glossary: readonly GlossaryEntry[] = [
  {
    id: "confidence-interval",
    term: "95 % interval",
    definition:
      "The values that fit what has been counted so far. Intervals computed in this way contain the true value in about 95 of 100 cases.",
  },
  {
    id: "alarm-fatigue",
    term: "Alarm fatigue",
    definition: "People stop reading alerts when too many of them are false. Then true alerts are not read either.",
  },
  {
    id: "annotator",
    term: "Annotator",
    definition: "A person who labels data: who writes down an answer for each example, such as the word in a clip.",
  },
  {
    id: "audit-sample",
    term: "Audit sample",
    definition: "A random part of the cases that humans review as well, so that the right answer is known for them.",
  },
  {
    id: "automation-bias",
    term: "Automation bias",
    definition: "The tendency of people to follow the advice of a machine even when the advice is wrong.",
  },
  {
    id: "average-precision",
    term: "Average precision",
    definition:
      "The area under the precision–recall curve: the precision averaged over all values of recall. Unlike the area under the ROC curve, it falls when positives become rarer.",
  },
  {
    id: "band",
    term: "Band",
    definition:
      "The coloured area around a line in a chart. Of 100 repetitions, 80 lie inside it: 10 lie below and 10 above.",
  },
  {
    id: "bandwidth",
    term: "Bandwidth",
    definition: "The amount of data that is sent in a given time, such as the sound that a phone sends in a minute.",
  },
  {
    id: "base-rate",
    term: "Base rate",
    definition: "The share of a group in which what is predicted really happens, such as the share that repays a loan.",
  },
  {
    id: "baseline",
    term: "Baseline",
    definition:
      "A simple result to compare with, such as the error of a model that always gives the same answer, or how often a careful person is right.",
  },
  {
    id: "batch-job",
    term: "Batch job",
    definition:
      "A program that computes many answers at a planned time, for example at night, and stores them. Nobody waits for a single answer.",
  },
  {
    id: "batch-size",
    term: "Batch size",
    definition: "The largest number of inputs that a model computes together in one step.",
  },
  {
    id: "bias",
    term: "Bias",
    definition:
      "The part of a model’s error that is systematic: it would be the same with different random data. Old examples pull a model towards answers that are no longer right.",
  },
  {
    id: "blue-green",
    term: "Blue-green",
    definition:
      "A release pattern: the router switches all traffic from the old version (blue) to the new one (green) at once. The old version keeps running, so the way back is the same switch.",
  },
  {
    id: "bootstrap",
    term: "Bootstrap",
    definition:
      "A way to repeat an experiment when the data exist only once. Each repetition draws examples at random from the same data, with replacement.",
  },
  {
    id: "calibration",
    term: "Calibration",
    definition:
      "Probabilities are calibrated when they agree with what happens: of all cases that get 0.05, five in a hundred are positive.",
  },
  {
    id: "canary",
    term: "Canary",
    definition:
      "A release pattern: the new version gets a small share of the traffic first, and more with every step that goes well.",
  },
  {
    id: "capacity",
    term: "Capacity",
    definition:
      "How much a model can adapt to its training data, for example its number of features or of hidden units.",
  },
  {
    id: "class-imbalance",
    term: "Class imbalance",
    definition: "One class is much rarer than the other, for example one fraud in a hundred payments.",
  },
  {
    id: "clip",
    term: "Clip",
    definition: "A short recording. In the lessons about speech, a clip holds one spoken word.",
  },
  {
    id: "concept-drift",
    term: "Concept drift",
    definition:
      "The true answer to the same input changes: the relation from X to Y is different. A house of the same size costs more than last year.",
  },
  {
    id: "confidence-threshold",
    term: "Confidence threshold",
    definition: "How sure a model has to be to decide a case alone. All other cases go to a human.",
  },
  {
    id: "confusion-matrix",
    term: "Confusion matrix",
    definition:
      "The four counts of a yes-or-no decision: true positives, false positives, false negatives and true negatives.",
  },
  {
    id: "data-drift",
    term: "Data drift",
    definition:
      "The inputs change: the distribution of X is different. Many people suddenly search for a name that nobody searched for before.",
  },
  {
    id: "data-verification",
    term: "Data verification",
    definition:
      "A check of every batch of data before a model uses it: for example, whether a column is empty or a value lies outside the usual range.",
  },
  {
    id: "demographic-parity",
    term: "Demographic parity",
    definition:
      "A measure of fairness: the same share of each group gets a positive decision, for example is accepted.",
  },
  {
    id: "deployment-loop",
    term: "Deployment loop",
    definition:
      "Deploy, traffic and data, performance analysis, next deployment: repeated after a release, on data that users send.",
  },
  {
    id: "dev-set",
    term: "Dev set",
    definition:
      "Labelled examples that are not used for training. The team uses them to find mistakes and to choose between systems. Also called validation set.",
  },
  {
    id: "double-descent",
    term: "Double descent",
    definition:
      "Test error falls, rises to a peak where the model can just reproduce all training labels, and falls again for still larger models.",
  },
  {
    id: "drift-detector",
    term: "Drift detector",
    definition:
      "A method that reads a model’s errors one after the other and raises an alarm when they become larger than before.",
  },
  {
    id: "effective-sample-size",
    term: "Effective sample size",
    definition:
      "How many examples of equal weight a set of weighted examples is worth: the square of the sum of the weights, divided by the sum of their squares.",
  },
  {
    id: "equal-opportunity",
    term: "Equal opportunity",
    definition:
      "A measure of fairness: of those who deserve a positive decision, the same share of each group gets it. In other words, true positive rates are equal.",
  },
  {
    id: "equalised-odds",
    term: "Equalised odds",
    definition:
      "A measure of fairness: true positive rates are equal between groups, and false positive rates are equal too.",
  },
  {
    id: "error-analysis",
    term: "Error analysis",
    definition:
      "Studying the examples that a model got wrong and grouping them by tags such as “in a car”, in order to decide what to improve next.",
  },
  {
    id: "error-budget",
    term: "Error budget",
    definition:
      "The share of requests that may fail although a service keeps its promise. A promise of 99 % leaves a budget of 1 %.",
  },
  {
    id: "feature",
    term: "Feature",
    definition:
      "A number that describes an example to a model, such as the size of a house, or how loud a clip is in one band of frequencies.",
  },
  {
    id: "feature-store",
    term: "Feature store",
    definition:
      "A service that computes and keeps the inputs of models. Training and serving both read from it, so that they use the same values.",
  },
  {
    id: "half-life",
    term: "Half-life",
    definition: "The time in which the weight of an example falls to one half.",
  },
  {
    id: "hash",
    term: "Hash",
    definition:
      "A number computed from a value, such as a name. Equal values always have equal hashes, but the hashes of similar values look random.",
  },
  {
    id: "hidden-unit",
    term: "Hidden unit",
    definition:
      "A neuron between the inputs and the outputs of a neural network. A network with more hidden units can learn more, and needs more time for each answer.",
  },
  {
    id: "human-level",
    term: "Human-level performance",
    definition:
      "How often a careful person is right on the same cases. It is a baseline for tasks that people do well, and not a limit for models.",
  },
  {
    id: "hyperparameter",
    term: "Hyperparameter",
    definition:
      "A number that people choose before training, such as the number of hidden units, training steps or the learning rate. Training does not change it.",
  },
  {
    id: "kappa",
    term: "Kappa",
    definition:
      "Cohen’s kappa: the agreement of two people beyond chance, divided by the most that is possible beyond chance. 1 is complete agreement, 0 is chance.",
  },
  {
    id: "ks-test",
    term: "KS test",
    definition:
      "The two-sample Kolmogorov–Smirnov test. It asks whether two samples of one feature can come from the same distribution.",
  },
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
