"use client";
/** The plan as the manifest that Argo Rollouts takes, to be copied. Its writer is loaded when somebody asks for it. */
import { TextPanel } from "../ui/shell/text-panel";
import type { ReleaseValues } from "./knobs";
import { planOf } from "./plan";

async function manifestOf(values: ReleaseValues): Promise<string> {
  const [{ rolloutManifest }, { yamlOf }] = await Promise.all([
    import("../core/serving/manifest"),
    import("../ui/shell/yaml"),
  ]);
  return yamlOf(rolloutManifest(planOf(values), { name: "phone-inspection" }));
}

export const Manifest = ({ values }: { readonly values: ReleaseValues }) => (
  <TextPanel
    title="Plan as manifest"
    about={`This plan as a Rollout for Argo Rollouts on Kubernetes${values.judge === "analysis" ? ", with an AnalysisTemplate for the analysis" : ""}.`}
    label="Manifest, YAML"
    copy="Copy manifest"
    of={values}
    write={() => manifestOf(values)}
  />
);
