/** How a reader's code enters a run and leaves it, and what stays of it when settings are put in the place of others. */
import type { Core } from "./core-state";
import { type AnyValues, codeKnobs } from "./knobs";
import type { Frame } from "./simulation";

interface Parts {
  readonly setAll: (values: AnyValues) => void;
  /** Runs the values as they are, as soon as may be. */
  readonly run: () => void;
}

/** The values of the knobs of code. */
export const codeOf = <F extends Frame>({ knobs, get }: Pick<Core<F>, "knobs" | "get">): AnyValues =>
  Object.fromEntries(codeKnobs(knobs).map((name) => [name, get().values[name]!]));

export const codeActions = <F extends Frame>({ get, patch }: Core<F>, { setAll, run }: Parts) => ({
  runCode(knob: string, source: string) {
    const { [knob]: _, ...rest } = get().linkedCode ?? {};
    patch({ linkedCode: Object.keys(rest).length > 0 ? rest : undefined });
    // Who runs code of their own has passed the question.
    if (get().guess.kind === "open") patch({ guess: { kind: "skipped" } });
    const { values, status } = get();
    setAll({ [knob]: source });
    if (status === "idle" || get().values === values) run();
  },
});
