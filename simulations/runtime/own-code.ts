/**
 * Code that a reader writes, as a job for a sandbox: the source, the function in it, and what it is called with. The answer is one
 * number a call. What is wrong with the code is a CodeFault, in words for who wrote it.
 */

/** What the function is called with, one call after the other. */
export type Calls =
  /** Call i takes element i of each column. */
  | { readonly kind: "rows"; readonly columns: readonly Float64Array[] }
  /**
   * From element `from` on: each call takes one object with an array for each name, its last `length` elements up to the one the
   * call is about, the newest last.
   */
  | {
      readonly kind: "windows";
      readonly names: readonly string[];
      readonly columns: readonly Float64Array[];
      readonly length: number;
      readonly from: number;
    };

/** What may come back: a number of 0 or more; or a decision, which is 0, 1, true or false. */
export type Returned = "weight" | "decision";

/** The function that a reader's code must hold. */
export interface OwnFunction {
  readonly name: string;
  /** The names of its parameters; it may take fewer. */
  readonly parameters: readonly string[];
  readonly returns: Returned;
}

export interface CodeJob extends OwnFunction {
  readonly source: string;
  readonly calls: Calls;
  /** The sandbox draws the code's random numbers from it: the same for the same seed. */
  readonly seed: number;
}

export interface CodeAnswer {
  /** One a call; a decision is 0 or 1. */
  readonly values: Float64Array;
  /** What console.log printed. */
  readonly printed: readonly string[];
}

/** Runs a job. @throws CodeFault */
export type Interpret = (job: CodeJob) => Promise<CodeAnswer>;

/** What is wrong with a reader's code, and where. The message stands alone and names the line. */
export class CodeFault extends Error {
  override readonly name = "CodeFault";
  constructor(
    message: string,
    readonly line?: number,
    readonly printed: readonly string[] = [],
  ) {
    super(message);
  }
}

/** Longer code is refused, so that a link can carry it: in characters, and in those of a link. */
export const mostCode = { characters: 2000, inLink: 3000 } as const;

/** What an engine is handed where nobody runs readers' code. */
export const noInterpreter: Interpret = () => Promise.reject(new CodeFault("There is no sandbox for your code here."));

/** Why this text cannot be run, before anything of it is read as code; undefined: it can. */
export function codeTooLong(source: string): string | undefined {
  const { characters, inLink } = mostCode;
  if (source.length > characters)
    return `Your code has ${source.length.toLocaleString("en-GB")} characters. At most ${characters.toLocaleString("en-GB")} are allowed, so that a link can carry it.`;
  if (lengthInLink(source) > inLink)
    return "Your code has many signs that a link must write in a longer way, such as Ä or 日. Use fewer of them, so that a link can carry it.";
  return undefined;
}

/** Infinity for text that no link can hold: half of a sign. */
function lengthInLink(source: string): number {
  try {
    return encodeURIComponent(source).length;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
