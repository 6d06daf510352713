/** A button that copies a text, and says whether it could. */
import { Check } from "lucide-react";
import { useState } from "react";

async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // No permission or no secure context: the text can still be copied where it stands.
    return false;
  }
}

interface CopyButtonProps {
  /** What it does: "Copy link". */
  readonly label: string;
  /** Empty while it is still being written. */
  readonly text: string;
  /** What to do where the browser does not allow it: "Select the address and copy it." */
  readonly otherwise: string;
}

export function CopyButton({ label, text, otherwise }: CopyButtonProps) {
  const [tried, setTried] = useState<{ readonly text: string; readonly copied: boolean }>();
  // What was copied is another text once the text has changed.
  const copied = tried?.text === text ? tried.copied : undefined;
  return (
    <div className="dl-pair">
      <button
        type="button"
        className="dl-outlined"
        disabled={text === ""}
        onClick={async () => setTried({ text, copied: await copyText(text) })}
      >
        {label}
      </button>
      <span role="status" className="dl-pair dl-small">
        {copied === true && (
          <>
            <Check aria-hidden="true" size={16} /> Copied
          </>
        )}
        {copied === false && <span>{otherwise}</span>}
      </span>
    </div>
  );
}
