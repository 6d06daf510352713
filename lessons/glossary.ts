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
];
