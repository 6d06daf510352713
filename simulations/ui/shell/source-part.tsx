/**
 * The lines of its source that make an experiment what it is, the call with the present settings, and the command that does the
 * same in a terminal. The lines are fetched when somebody asks for them.
 */
import { X } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { useStore } from "zustand";
import type { ReadExcerpt, Token } from "../../runtime/excerpts";
import { callOf } from "./call";
import { useCell } from "./cell-context";
import { commandOf } from "./command";
import { CopyButton } from "./copy-button";
import type { PartProps } from "./parts";
import "./source-part.css";

type Fetched = readonly ReadExcerpt[] | "failed" | undefined;

/** Written while the site was built, by app/code. */
const addressOf = (simulation: string) => `${process.env.NEXT_PUBLIC_BASE_PATH ?? ""}/code/${simulation}.json`;

function useExcerpts(simulation: string): { readonly fetched: Fetched; readonly again: () => void } {
  const [fetched, setFetched] = useState<Fetched>();
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt fetches again.
  useEffect(() => {
    const stop = new AbortController();
    setFetched(undefined);
    fetch(addressOf(simulation), { signal: stop.signal })
      .then((response) => {
        if (!response.ok) throw new Error(response.statusText);
        return response.json() as Promise<readonly ReadExcerpt[]>;
      })
      .then(setFetched, () => {
        if (!stop.signal.aborted) setFetched("failed");
      });
    return () => stop.abort();
  }, [simulation, attempt]);
  return { fetched, again: () => setAttempt((count) => count + 1) };
}

/** Stands where lines of the source are not shown. */
const leftOut: readonly Token[] = [["…", "comment"]];

interface CodeProps {
  readonly caption: string;
  /** Where the lines stand, or run. */
  readonly where: string;
  readonly lines: readonly (readonly Token[])[];
}

function Code({ caption, where, lines }: CodeProps) {
  const id = useId();
  return (
    <figure className="dl-source-piece" aria-labelledby={id}>
      <figcaption>
        <span id={id}>{caption}</span>
        <span className="dl-small dl-faint dl-source-where">{where}</span>
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre tabIndex={0}>
        <code translate="no">
          {lines.map((line, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name and keep their order
            <span key={i}>
              {line.map(([text, kind], k) =>
                kind ? (
                  // biome-ignore lint/suspicious/noArrayIndexKey: nor have tokens
                  <span key={k} data-token={kind}>
                    {text}
                  </span>
                ) : (
                  text
                ),
              )}
              {"\n"}
            </span>
          ))}
        </code>
      </pre>
    </figure>
  );
}

const excerptLines = ({ parts }: ReadExcerpt) =>
  parts.flatMap(({ lines }, i) => (i === 0 ? lines : [leftOut, ...lines]));

interface SourcePartProps extends PartProps {
  readonly onClose: () => void;
}

export function SourcePart({ presentation, experiment, onClose }: SourcePartProps) {
  const section = useRef<HTMLElement>(null);
  const { number } = useCell();
  const { name } = presentation.simulation;
  const { fetched, again } = useExcerpts(name);
  // At once: the call is of the knobs as they stand, not of the run that is shown.
  const values = useStore(experiment.store, (state) => state.values);
  const command = commandOf(name, presentation.knobs, values);
  useEffect(() => {
    section.current?.focus({ preventScroll: true });
    section.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <section
      ref={section}
      className="dl-part dl-source"
      // Several experiments may show theirs.
      aria-label={number === undefined ? "Code" : `Code, cell ${number}`}
      tabIndex={-1}
    >
      <div className="dl-row dl-source-head">
        <h4 className="box-label">Code</h4>
        <button type="button" className="dl-quiet" onClick={onClose}>
          <X aria-hidden="true" /> <span>Close</span>
        </button>
      </div>
      <p className="dl-small dl-source-about">
        These lines decide what the experiment shows. They are part of this page’s own source, which runs in your
        browser.
      </p>
      {fetched === undefined && (
        <p role="status" className="dl-small">
          The code is loading.
        </p>
      )}
      {fetched === "failed" && (
        <p role="alert" className="dl-pair dl-small">
          <span>The code could not be loaded.</span>
          <button type="button" className="dl-outlined" onClick={again}>
            Try again
          </button>
        </p>
      )}
      {fetched !== undefined &&
        fetched !== "failed" &&
        fetched.map((excerpt) => (
          <Code
            key={`${excerpt.file} ${excerpt.caption}`}
            caption={excerpt.caption}
            where={`${excerpt.file}, line ${excerpt.parts[0]!.from}`}
            lines={excerptLines(excerpt)}
          />
        ))}
      <Code
        caption="The call with the present settings. It changes when you move a knob."
        where={`simulations/${name}/engine.ts`}
        lines={callOf(values)}
      />
      <Code
        caption="The same run in a terminal."
        where="in a copy of the repository"
        lines={command.split("\n").map((line) => [[line]])}
      />
      <CopyButton label="Copy as a command" text={command} otherwise="Select the command and copy it." />
    </section>
  );
}
