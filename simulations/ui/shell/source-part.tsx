/**
 * The lines of its source that make an experiment what it is, the call with the present settings, and the command that does the
 * same in a terminal. The lines are fetched when somebody asks for them.
 */
import { X } from "lucide-react";
import { memo, useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import type { ReadExcerpt, Token } from "../../runtime/excerpts";
import { callOf } from "./call";
import { useCell } from "./cell-context";
import { commandOf } from "./command";
import { CopyButton } from "./copy-button";
import type { PartProps } from "./parts";
import { SourceLines } from "./source-lines";
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

const linesOf = ({ parts }: ReadExcerpt) => parts.flatMap(({ lines }, i) => (i === 0 ? lines : [leftOut, ...lines]));

const Excerpts = memo(function Excerpts({ simulation }: { readonly simulation: string }) {
  const { fetched, again } = useExcerpts(simulation);
  if (fetched === undefined)
    return (
      <p role="status" className="dl-small">
        The code is loading.
      </p>
    );
  if (fetched === "failed")
    return (
      <p role="alert" className="dl-pair dl-small">
        <span>The code could not be loaded.</span>
        <button type="button" className="dl-outlined" onClick={again}>
          Try again
        </button>
      </p>
    );
  return fetched.map((excerpt) => (
    <SourceLines
      key={excerpt.caption}
      caption={excerpt.caption}
      where={`${excerpt.file}, line ${excerpt.parts[0]!.from}`}
      lines={linesOf(excerpt)}
    />
  ));
});

/** At once: of the knobs as they stand, not of the run that is shown. */
function PresentSettings({ presentation, experiment }: PartProps) {
  const { name } = presentation.simulation;
  const values = useStore(experiment.store, (state) => state.values);
  const command = commandOf(name, presentation.knobs, values);
  return (
    <>
      <SourceLines
        caption="The call with the present settings. It changes when you move a knob."
        where={`simulations/${name}/engine.ts`}
        lines={callOf(values)}
      />
      <SourceLines
        caption="The same run in a terminal."
        where="in a copy of the repository"
        lines={command.split("\n").map((line) => [[line]])}
      />
      <CopyButton label="Copy as a command" text={command} otherwise="Select the command and copy it." />
    </>
  );
}

interface SourcePartProps extends PartProps {
  readonly onClose: () => void;
}

export function SourcePart({ presentation, experiment, onClose }: SourcePartProps) {
  const section = useRef<HTMLElement>(null);
  const { number } = useCell();
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
      <Excerpts simulation={presentation.simulation.name} />
      <PresentSettings {...{ presentation, experiment }} />
    </section>
  );
}
