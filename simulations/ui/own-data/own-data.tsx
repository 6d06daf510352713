/** Where a reader brings a file: chosen, dropped, or an example; what may be brought, and what was wrong with it. */
import { Download, FileUp } from "lucide-react";
import { type DragEvent, type ReactNode, useId, useState } from "react";
import { downloadCsv } from "../shell/download";
import "../shell/experiment.css";
import "./own-data.css";

export interface Example {
  /** Without its ending. */
  readonly name: string;
  /** What it holds, as read after "The example holds". */
  readonly holds: string;
  readonly text: () => Promise<string>;
}

interface OwnDataPanelProps {
  readonly title: string;
  /** What the file must hold and what is shown of it. */
  readonly intro: ReactNode;
  /** "at most 5 MB, …" */
  readonly limits: string;
  readonly example: Example;
  readonly name: string | undefined;
  readonly busy: boolean;
  /** What is wrong with the file. */
  readonly problem: string | undefined;
  /** What was read, in a sentence. */
  readonly told: string | undefined;
  readonly onFile: (file: Blob & { readonly name: string }) => void;
  readonly children: ReactNode;
}

function statusOf({ name, busy, problem, told }: OwnDataPanelProps): string {
  if (busy) return `${name} is being read …`;
  if (problem !== undefined) return `${name} could not be used. ${problem}`;
  return told ?? "";
}

const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes("Files");

export function OwnDataPanel(props: OwnDataPanelProps) {
  const { title, intro, limits, example, busy, problem, onFile, children } = props;
  const [over, setOver] = useState(false);
  const [failed, setFailed] = useState<string>();
  const id = useId();
  const withExample = (use: (text: string) => void) => {
    setFailed(undefined);
    example
      .text()
      .then(use, (error: unknown) =>
        setFailed(`The example could not be made: ${error instanceof Error ? error.message : String(error)}`),
      );
  };
  const status = failed ?? statusOf(props);
  return (
    // Files may be dropped anywhere on it. Whoever uses the keyboard has the file input in it.
    <section
      className="dl-experiment dl-own"
      aria-label={title}
      aria-busy={busy}
      data-over={over}
      onDragOver={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer.files;
        setFailed(undefined);
        if (file) onFile(file);
      }}
    >
      <header>
        <h3>{title}</h3>
        <p>{intro}</p>
      </header>
      <div className="dl-own-file">
        <p id={`${id}-limits`} className="dl-small">
          {`CSV with the names of the columns in line 1; ${limits}. The file is read in this browser: nothing of it leaves your device, and nothing is kept after a reload.`}
        </p>
        <div className="dl-row">
          <label className="dl-solid">
            <FileUp aria-hidden="true" /> <span>Choose a CSV file</span>
            <input
              type="file"
              className="dl-hidden"
              accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
              aria-describedby={`${id}-limits`}
              // The same file may be chosen again, once it is mended.
              onClick={(event) => {
                event.currentTarget.value = "";
              }}
              onChange={(event) => {
                const [file] = event.target.files ?? [];
                setFailed(undefined);
                if (file) onFile(file);
              }}
            />
          </label>
          <span className="dl-own-drop">or drop it here</span>
          <button
            type="button"
            className="dl-outlined"
            onClick={() =>
              withExample((text) => onFile(Object.assign(new Blob([text]), { name: `${example.name}.csv` })))
            }
          >
            Use an example
          </button>
          <button
            type="button"
            className="dl-quiet"
            onClick={() => withExample((text) => downloadCsv(example.name, text))}
          >
            <Download aria-hidden="true" /> <span>Download the example</span>
          </button>
        </div>
        <p className="dl-small">{`The example holds ${example.holds}.`}</p>
      </div>
      <p
        role="status"
        className="dl-own-status"
        data-silent={status === ""}
        data-problem={failed !== undefined || (!busy && problem !== undefined)}
      >
        <span key={status}>{status}</span>
      </p>
      {children}
    </section>
  );
}

/** What the reader should know of how the file was read. */
export function Notes({ notes }: { readonly notes: readonly string[] }) {
  if (notes.length === 0) return null;
  return (
    <ul className="dl-own-notes dl-small" aria-label="How the file was read">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}
