/** The metrics of all stages as a reader sees them. */
import type { Role } from "../ui/ink/roles";
import { type MetricId, metrics, type Stage } from "./frames";

export const stageNames: Readonly<Record<Stage, string>> = {
  capture: "Microphone",
  vad: "VAD",
  recogniser: "Recogniser",
};

export const stageRoles: Readonly<Record<Stage, Role>> = { capture: "blue", vad: "amber", recogniser: "green" };

interface Named {
  readonly label: string;
  readonly unit: string;
  readonly digits: number;
  /** From what is measured to what is shown. */
  readonly times: number;
}

const named: Readonly<Record<MetricId, Named>> = {
  loud: { label: "level of loud sound", unit: "dB", digits: 1, times: 1 },
  background: { label: "level of the background", unit: "dB", digits: 1, times: 1 },
  swing: { label: "swing of the background", unit: "dB", digits: 1, times: 1 },
  tilt: { label: "high tones minus low tones", unit: "dB", digits: 1, times: 1 },
  sent: { label: "share sent", unit: "%", digits: 0, times: 100 },
  perMinute: { label: "stretches a minute", unit: "a minute", digits: 0, times: 1 },
  length: { label: "length of a stretch", unit: "s", digits: 2, times: 1 },
  clipped: { label: "stretches that begin in a voice", unit: "%", digits: 0, times: 100 },
  confidence: { label: "confidence", unit: "%", digits: 0, times: 100 },
  empty: { label: "empty answers", unit: "%", digits: 0, times: 100 },
};

export const metricRows = metrics.map(({ id, stage }) => ({ id, stage, ...named[id] }));
