"use client";
/** The plan as the manifest that Argo Rollouts takes, to be copied. */
import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { PanelButton } from "../ui/panel-button";
import { copyText } from "../ui/quiet-actions";
import "../ui/css/decision.css";

function ManifestPanel({ manifest }: { readonly manifest: string }) {
  const [copied, setCopied] = useState<boolean>();
  return (
    <>
      <p className="dl-panel-title">Plan as manifest</p>
      <p>A Rollout for Argo Rollouts, with its AnalysisTemplate where an analysis judges.</p>
      <textarea
        className="dl-manifest"
        aria-label="Manifest, YAML"
        readOnly
        spellCheck={false}
        wrap="off"
        value={manifest}
        onFocus={(event) => event.target.select()}
      />
      <div className="dl-panel-row">
        <button type="button" className="dl-outlined" onClick={async () => setCopied(await copyText(manifest))}>
          Copy manifest
        </button>
        <span role="status" className="dl-copied">
          {copied === true && (
            <>
              <Check aria-hidden="true" /> Copied
            </>
          )}
          {copied === false && "Select the text and copy it."}
        </span>
      </div>
    </>
  );
}

export function Manifest({ manifest }: { readonly manifest: string | undefined }) {
  return (
    <PanelButton
      label="Plan as manifest"
      disabled={manifest === undefined}
      wide
      button={
        <>
          <Copy aria-hidden="true" /> <span>Plan as manifest</span>
        </>
      }
    >
      {() => <ManifestPanel manifest={manifest ?? ""} />}
    </PanelButton>
  );
}
