/** Latency and throughput of a released model: on the target device by its stated costs, and as timed on the reader's device. */
import { bandOf } from "../core/statistics/band";
import type { Timing } from "../runtime/timing";
import { formatNumber, shortMs } from "../ui/ink/format";
import type { Teams } from "./summary";

const rate = (perSecond: number): string => `${formatNumber(perSecond, 0)} a second`;

/** @param timing its first batches are of one clip */
export function measuredRows({ latencyMs, throughput }: Pick<Teams, "latencyMs" | "throughput">, timing?: Timing) {
  const [one] = timing?.batches ?? [];
  return [
    {
      label: "p95 latency",
      help: "95 of 100 answers come within this time. On the target device we assume half a millisecond for each 10 ms of sound, and 0.02 ms for each multiplication in the network. Measured here: the time from the sound of a clip to its word, in this page.",
      cells: [shortMs(bandOf(latencyMs).middle), one ? shortMs(one.p95Ms) : "–"],
    },
    {
      label: "Throughput",
      help: "How many commands are answered in a second when each command starts as soon as the command before it is answered.",
      cells: [rate(bandOf(throughput).middle), one ? rate(one.perSecond) : "–"],
    },
  ];
}
