"use client";
/** A really trained model timed on this device, beside what the bench assumes of its servers. */
import { pagePool } from "../pool";
import { Measured, measuringLimitMs } from "../ui/results/measured";
import type { ServingValues } from "./knobs";
import { measuredRows } from "./measured-rows";
import { serving } from "./simulation";

async function measure(signal: AbortSignal) {
  const options = { timeLimitMs: measuringLimitMs, quiet: true, signal };
  const timing = await pagePool().ask(serving, "measure", undefined, options);
  return { timing, backend: pagePool().status().backend };
}

interface ServedModelProps {
  readonly values: ServingValues;
  /** The first run is there: nothing else needs the device now. */
  readonly ready: boolean;
}

export const ServedModel = ({ values, ready }: ServedModelProps) => (
  <Measured
    ask={measure}
    ready={ready}
    caption="A real model, measured on this device"
    columns={[{ label: "" }, { label: "Simulated" }, { label: "Measured here" }]}
    rows={(timing) => measuredRows(values, timing)}
    idle="A small model is trained and timed on this device when you run the bench, or when you press the button."
    beside="Simulated: one server of the bench, without waiting."
  />
);
