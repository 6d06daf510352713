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
    id: "hash",
    term: "Hash",
    definition:
      "A number computed from a value, from which the value cannot be computed again. Equal values get equal hashes.",
  },
  {
    id: "latency",
    term: "Latency",
    definition: "The time from sending a request to having its answer.",
  },
  {
    id: "median",
    term: "Median",
    definition: "The middle value: half of the values lie below it and half above.",
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
    id: "rate-limit",
    term: "Rate limit",
    definition:
      "The largest number of requests that one caller may send in a given time. Further requests are rejected.",
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
    id: "tally",
    term: "Tally",
    definition:
      "A row of marks, one for each replica. Its colour and shape say which option came true in that replica.",
  },
  {
    id: "throughput",
    term: "Throughput",
    definition: "The number of requests that a service answers in a second.",
  },
  {
    id: "utilisation",
    term: "Utilisation",
    definition: "The share of time in which a server works. It is also called load.",
  },
];
