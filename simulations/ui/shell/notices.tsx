/** What a link asked for and could not have, what the browser could not do, and what to do after a failure. */
import { Link, RefreshCw, TriangleAlert, X } from "lucide-react";
import type { ExperimentActions } from "../../runtime/experiment-state";
import type { KnobIssue } from "../../runtime/knobs";
import type { Backend } from "../../runtime/protocol";
import { unbroken } from "../ink/unbroken";

const SHOWN = 4;

export function issueText(issue: KnobIssue): string {
  if (issue.text) return issue.text;
  if (issue.allowed === "not a knob")
    return `This link sets “${issue.label}”, which this experiment does not have. It is left out.`;
  const used = issue.used === "nothing" ? "It is left out." : `It stays at ${issue.used}.`;
  const given = issue.given === "" ? "no value" : `the value “${issue.given}”`;
  return `This link gives “${issue.label}” ${given}. It can be ${issue.allowed}. ${used}`;
}

export function LinkNotices({
  notices,
  onDismiss,
}: {
  readonly notices: readonly KnobIssue[];
  readonly onDismiss: () => void;
}) {
  if (notices.length === 0) return null;
  return (
    <div className="dl-notice" role="status">
      <Link aria-hidden="true" />
      <div>
        {notices.slice(0, SHOWN).map((issue) => (
          <p key={`${issue.knob}-${issue.given}`}>{unbroken(issueText(issue))}</p>
        ))}
        <p>{`${notices.length > SHOWN ? `And ${notices.length - SHOWN} more. ` : ""}Everything else is set as in the link.`}</p>
      </div>
      <button type="button" className="dl-icon" aria-label="Dismiss the note about the link" onClick={onDismiss}>
        <X aria-hidden="true" />
      </button>
    </div>
  );
}

export function BackendNote({ note }: { readonly note: string }) {
  return (
    <p className="dl-notice" role="status">
      <TriangleAlert aria-hidden="true" />
      <span>{note}</span>
    </p>
  );
}

interface FailureProps {
  readonly message: string;
  readonly hasResult: boolean;
  readonly backend: Backend | undefined;
  readonly actions: ExperimentActions;
}

export function Failure({ message, hasResult, backend, actions }: FailureProps) {
  return (
    <div className="dl-failure" role="alert">
      <TriangleAlert aria-hidden="true" />
      <div>
        <p className="dl-failure-what">
          <strong>{`The run stopped: ${message}`}</strong>
        </p>
        <p>
          {`Your settings, your guess and the seed are kept.${hasResult ? " The result for the previous settings stays below." : ""}`}
        </p>
        <div className="dl-question-actions">
          <button type="button" className="dl-outlined" onClick={() => actions.retry()}>
            <RefreshCw aria-hidden="true" /> Retry
          </button>
          {backend !== "cpu" && (
            <button type="button" className="dl-text-button" onClick={() => actions.retryWithoutWasm()}>
              Run without WebAssembly, more slowly
            </button>
          )}
        </div>
      </div>
    </div>
  );
}
