/** What is told of a run, as data: the options that a reader guessed among, the verdict in words, the replicas counted. */
import type { IntervalChart } from "../chart/model";
import type { Role } from "../ink/roles";

export interface Option {
  readonly id: string;
  readonly label: string;
  readonly role?: Role;
  /** The label is a plural: "Your weights were cheapest". */
  readonly plural?: true;
}

/** A piece of a sentence: plain, strong, or the reader's guess (underlined in plum). */
export type Phrase = string | { readonly strong: string } | { readonly guess: string };

export interface Outcome {
  readonly verdict: readonly Phrase[];
  /**
   * One entry a replica: the option that came true there, or "tie". Drawn as one mark a replica, the guess bracketed; the caption
   * takes the colour of option `of`.
   */
  readonly tally?: { readonly options: readonly string[]; readonly caption: string; readonly of?: string };
  /** One more view, e.g. the cost since the change. */
  readonly intervals?: IntervalChart;
}
