/** Pin, link, table, code, download: wanted late, so small and out of the reading path. */
import { Code, Download, Link, Pin, Table2 } from "lucide-react";
import { type ReactNode, type Ref, useState } from "react";
import { PanelButton } from "../controls/panel-button";
import { CopyButton } from "./copy-button";

interface ActionsProps {
  readonly ready: boolean;
  readonly canPin: boolean;
  readonly onPin: () => void;
  /** The whole address; with or without the reader's guess. */
  readonly linkOf: (guess: boolean) => string;
  readonly hasGuess: boolean;
  readonly tableOpen: boolean;
  readonly onTable: () => void;
  readonly codeOpen: boolean;
  readonly codeButton: Ref<HTMLButtonElement>;
  readonly onCode: () => void;
  readonly onDownload: (what: DownloadKind) => Promise<void> | void;
  /** Whether the experiment can be downloaded as a notebook. */
  readonly hasNotebook: boolean;
  readonly extra?: ReactNode;
}

export type DownloadKind = "csv" | "json" | "png" | "svg" | "notebook";

const DOWNLOADS: Record<DownloadKind, string> = {
  csv: "Numbers of the charts (CSV)",
  json: "The whole run (JSON)",
  png: "Picture of the charts (PNG)",
  svg: "Picture of the charts (SVG)",
  notebook: "Notebook (.ipynb)",
};

function LinkPanel({ linkOf, hasGuess }: Pick<ActionsProps, "linkOf" | "hasGuess">) {
  const [withGuess, setWithGuess] = useState(false);
  const address = linkOf(withGuess);
  return (
    <>
      <p className="dl-panel-title">Link to this state</p>
      <p className="dl-small">
        The address holds the settings, the seed, the moment shown and the pinned runs. Whoever opens it sees the same
        numbers. In a browser that computes differently the numbers may differ slightly, and the page says so.
      </p>
      <input
        className="dl-address"
        aria-label="Address"
        readOnly
        value={address}
        onFocus={(event) => event.target.select()}
      />
      {hasGuess && (
        <label className="dl-pair dl-check">
          <input type="checkbox" checked={withGuess} onChange={(event) => setWithGuess(event.target.checked)} />
          With my guess
        </label>
      )}
      <CopyButton label="Copy link" text={address} otherwise="Select the address and copy it." />
    </>
  );
}

function DownloadPanel({
  onDownload,
  hasNotebook,
  close,
}: Pick<ActionsProps, "onDownload" | "hasNotebook"> & { readonly close: () => void }) {
  const [problem, setProblem] = useState<string>();
  const kinds = (Object.keys(DOWNLOADS) as DownloadKind[]).filter((kind) => kind !== "notebook" || hasNotebook);
  return (
    <>
      <p className="dl-panel-title">Download</p>
      {kinds.map((kind) => (
        <button
          key={kind}
          type="button"
          className="dl-panel-item"
          onClick={async () => {
            try {
              await onDownload(kind);
              close();
            } catch (error) {
              setProblem(error instanceof Error ? error.message : String(error));
            }
          }}
        >
          {DOWNLOADS[kind]}
        </button>
      ))}
      {problem && <p role="alert" className="dl-small">{`The file could not be made: ${problem}`}</p>}
    </>
  );
}

export function QuietActions(props: ActionsProps) {
  const {
    ready,
    canPin,
    onPin,
    linkOf,
    hasGuess,
    tableOpen,
    onTable,
    codeOpen,
    codeButton,
    onCode,
    onDownload,
    hasNotebook,
    extra,
  } = props;
  return (
    <div className="dl-actions">
      <button
        type="button"
        className="dl-quiet"
        data-action="pin"
        disabled={!canPin}
        aria-label="Pin this run to compare"
        title="Pin this run to compare"
        onClick={onPin}
      >
        <Pin aria-hidden="true" /> <span>Pin</span>
      </button>
      <PanelButton
        label="Link to this state"
        button={
          <>
            <Link aria-hidden="true" /> <span>Link</span>
          </>
        }
      >
        {() => <LinkPanel linkOf={linkOf} hasGuess={hasGuess} />}
      </PanelButton>
      <button
        type="button"
        className="dl-quiet"
        disabled={!ready}
        aria-label="Table of the figures"
        aria-expanded={tableOpen}
        onClick={onTable}
      >
        <Table2 aria-hidden="true" /> <span>Table</span>
      </button>
      <button
        ref={codeButton}
        type="button"
        className="dl-quiet"
        aria-label="Code of the experiment"
        title="Code of the experiment"
        aria-expanded={codeOpen}
        onClick={onCode}
      >
        <Code aria-hidden="true" /> <span>Code</span>
      </button>
      <PanelButton
        label="Download"
        disabled={!ready}
        button={
          <>
            <Download aria-hidden="true" /> <span>Download</span>
          </>
        }
      >
        {(close) => <DownloadPanel {...{ onDownload, hasNotebook, close }} />}
      </PanelButton>
      {extra}
    </div>
  );
}
