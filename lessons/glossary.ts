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
    id: "band",
    term: "Band",
    definition:
      "The coloured area around a line in a chart. Of 100 repetitions, 80 lie inside it: 10 lie below and 10 above.",
  },
  {
    id: "baseline",
    term: "Baseline",
    definition: "A simple result to compare with, such as the error of a model that always gives the same answer.",
  },
  {
    id: "bias",
    term: "Bias",
    definition:
      "The part of a model's error that is systematic: it would stay the same with other random data. Old examples pull a model towards answers that are no longer right.",
  },
  {
    id: "bootstrap",
    term: "Bootstrap",
    definition:
      "A way to repeat an experiment when the data exist only once. Each repetition draws examples at random from the same data, with replacement.",
  },
  {
    id: "concept-drift",
    term: "Concept drift",
    definition:
      "The right answer to the same input changes: the relation from X to Y moves. A house of the same size costs more than last year.",
  },
  {
    id: "data-drift",
    term: "Data drift",
    definition:
      "The inputs change: the distribution of X moves. Many people suddenly search for a name that nobody searched for before.",
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
    id: "half-life",
    term: "Half-life",
    definition: "The time in which the weight of an example falls to one half.",
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
    id: "median",
    term: "Median",
    definition: "The middle value: half of the values lie below it and half above.",
  },
  {
    id: "pinned-run",
    term: "Pinned run",
    definition: "A run that you keep on the screen as a thin line, to compare the next runs with it.",
  },
  {
    id: "psi",
    term: "PSI",
    definition:
      "Population stability index. It compares the shares of examples in bins, in training and today; 0 means equal shares.",
  },
  {
    id: "replica",
    term: "Replica",
    definition:
      "One repetition of the whole experiment with other random data. We usually repeat it 32 times; each mark in a result is one replica.",
  },
  {
    id: "seed",
    term: "Seed",
    definition:
      "The number from which all random draws of a run follow. The same seed gives the same data and the same result on every device.",
  },
  {
    id: "sign-test",
    term: "Sign test",
    definition:
      "How likely a count such as 24 to 8 would be if two options were equally good, that is, if each replica were the toss of a fair coin.",
  },
  {
    id: "tally",
    term: "Tally",
    definition:
      "A row of marks, one for each replica. Its colour and shape say which option came true in that replica.",
  },
  {
    id: "variance",
    term: "Variance",
    definition:
      "The part of a model's error that comes from chance: with other random data it would be different. It is larger when there are few examples.",
  },
  {
    id: "wasserstein-distance",
    term: "Wasserstein distance",
    definition: "How far, on average, the values of one sample must move to become the other sample.",
  },
];
