/**
 * A reader's file and what a worker makes of it. The file is read once into the page's memory; whatever is chosen afterwards is
 * asked anew of the same bytes. What comes later makes what came before stop: another file, another choice. Nothing is kept.
 */
import { useCallback, useEffect, useRef, useState } from "react";

/** The answer says which choices it was made for. */
export interface Answered<Choice> {
  readonly choice: Choice;
}

export interface OwnData<Choice, Answer extends Answered<Choice>> {
  /** Of the file, or of the example. */
  readonly name: string | undefined;
  readonly busy: boolean;
  /** The newest answer for this file. */
  readonly answer: Answer | undefined;
  /** Why there is none. */
  readonly problem: string | undefined;
  readonly take: (file: Blob & { readonly name: string }) => void;
  /** What is named is chosen, all else stays as the last answer had it. */
  readonly choose: (choice: Partial<Choice>) => void;
}

interface State<Answer> {
  readonly name?: string;
  readonly busy: boolean;
  readonly answer?: Answer;
  readonly problem?: string;
}

interface Options<Choice, Answer> {
  readonly ask: (bytes: Uint8Array, choice: Partial<Choice>, signal: AbortSignal) => Promise<Answer>;
  /** What is wrong with a file of so many bytes; it is not read then. */
  readonly sizeProblem: (bytes: number) => string | undefined;
  readonly onRead: () => void;
}

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

export function useOwnData<Choice, Answer extends Answered<Choice>>(
  options: Options<Choice, Answer>,
): OwnData<Choice, Answer> {
  const [state, setState] = useState<State<Answer>>({ busy: false });
  const bytes = useRef<Uint8Array>(undefined);
  const current = useRef<AbortController>(undefined);
  const latest = useRef({ options, state });
  useEffect(() => {
    latest.current = { options, state };
  });
  useEffect(() => () => current.current?.abort(), []);

  /** Stops what is under way. `done` is heard only while nothing newer has begun. */
  const begin = useCallback((work: (signal: AbortSignal) => Promise<State<Answer>>, name: string | undefined) => {
    current.current?.abort();
    const control = new AbortController();
    current.current = control;
    work(control.signal)
      .catch((error: unknown): State<Answer> => ({ busy: false, problem: wordsOf(error) }))
      .then((next) => {
        if (!control.signal.aborted) setState({ ...next, ...(name !== undefined && { name }) });
      });
  }, []);

  const take = useCallback(
    (file: Blob & { readonly name: string }) => {
      bytes.current = undefined;
      setState({ name: file.name, busy: true });
      begin(async (signal) => {
        const { ask, sizeProblem, onRead } = latest.current.options;
        const tooLarge = sizeProblem(file.size);
        if (tooLarge) throw new Error(tooLarge);
        const read = new Uint8Array(
          await file.arrayBuffer().catch((error: unknown) => {
            throw new Error(`The browser could not read it (${wordsOf(error)}). Choose one file, not a folder.`);
          }),
        );
        signal.throwIfAborted();
        bytes.current = read;
        const answer = await ask(read, {}, signal);
        onRead();
        return { busy: false, answer };
      }, file.name);
    },
    [begin],
  );

  const choose = useCallback(
    (choice: Partial<Choice>) => {
      const { name, answer } = latest.current.state;
      const known = bytes.current;
      if (!known || !answer) return;
      const wanted = { ...answer.choice, ...choice };
      // What was chosen shows at once; the figures follow.
      setState({ name: name!, busy: true, answer: { ...answer, choice: wanted } });
      begin(async (signal) => ({ busy: false, answer: await latest.current.options.ask(known, wanted, signal) }), name);
    },
    [begin],
  );

  const { name, busy, answer, problem } = state;
  return { name, busy, answer, problem, take, choose };
}
