"use client";
/** The plan as the manifest that Argo Rollouts takes, to be copied. Written when somebody asks for it. */
import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { PanelButton } from "../ui/controls/panel-button";
import { copyText } from "../ui/shell/quiet-actions";
import type { ReleaseValues } from "./knobs";
import { planOf } from "./plan";
import "./decision.css";

/** The YAML of the plan; undefined while its writer is loading. */
function useManifest(values: ReleaseValues): string | undefined {
  const [manifest, setManifest] = useState<string>();
  useEffect(() => {
    let wanted = true;
    Promise.all([import("../core/serving/manifest"), import("../ui/shell/yaml")]).then(
      ([{ rolloutManifest }, { yamlOf }]) => {
        if (wanted) setManifest(yamlOf(rolloutManifest(planOf(values), { name: "phone-inspection" })));
      },
    );
    return () => {
      wanted = false;
    };
  }, [values]);
  return manifest;
}

function ManifestPanel({ values }: { readonly values: ReleaseValues }) {
  const manifest = useManifest(values) ?? "";
  const [copied, setCopied] = useState<boolean>();
  return (
    <>
      <p className="dl-panel-title">Plan as manifest</p>
      <p className="dl-small">
        {`This plan as a Rollout for Argo Rollouts on Kubernetes${values.judge === "analysis" ? ", with an AnalysisTemplate for the analysis" : ""}.`}
      </p>
      <textarea
        className="dl-manifest"
        aria-label="Manifest, YAML"
        readOnly
        spellCheck={false}
        wrap="off"
        value={manifest}
        onFocus={(event) => event.target.select()}
      />
      <div className="dl-pair">
        <button
          type="button"
          className="dl-outlined"
          disabled={manifest === ""}
          onClick={async () => setCopied(await copyText(manifest))}
        >
          Copy manifest
        </button>
        <span role="status" className="dl-pair dl-small">
          {copied === true && (
            <>
              <Check aria-hidden="true" size={16} /> Copied
            </>
          )}
          {copied === false && <span>Select the text and copy it.</span>}
        </span>
      </div>
    </>
  );
}

export function Manifest({ values }: { readonly values: ReleaseValues }) {
  return (
    <PanelButton
      label="Plan as manifest"
      wide
      button={
        <>
          <Copy aria-hidden="true" /> <span>Plan as manifest</span>
        </>
      }
    >
      {() => <ManifestPanel values={values} />}
    </PanelButton>
  );
}
