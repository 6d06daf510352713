/** Terms up to K, in alphabetical order. */
import type { GlossaryEntry } from "./entry";

export const toK: readonly GlossaryEntry[] = [
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
];
