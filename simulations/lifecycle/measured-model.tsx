/** The first team's model timed on this device, beside the stated costs of the target device. */
import { pagePool } from "../pool";
import { Measured, measuringLimitMs } from "../ui/results/measured";
import { measuredRows } from "./measured-rows";
import type { LifecycleResults } from "./results";
import { lifecycle } from "./simulation";

export function MeasuredModel({ results: { values, teams } }: { readonly results: LifecycleResults }) {
  const { seed, clips, consistent, hidden } = values;
  return (
    <div className="dl-part">
      <Measured
        // Another model is timed anew.
        key={[seed, clips, consistent, hidden].join()}
        ask={async (signal) => {
          const options = { timeLimitMs: measuringLimitMs, quiet: true, signal };
          const timing = await pagePool().ask(lifecycle, "measure", values, options);
          return { timing, backend: pagePool().status().backend };
        }}
        ready={false}
        caption="How fast the released model answers"
        columns={[{ label: "" }, { label: "Target device, computed" }, { label: "Measured here" }]}
        rows={(timing) => measuredRows(teams, timing)}
        idle="Press the button: the model of replica 1 is trained again in this browser and timed on your device."
        beside="The target device is a slow chip that we have invented: a small network is as much work for it as a large network is for a telephone."
      />
    </div>
  );
}
