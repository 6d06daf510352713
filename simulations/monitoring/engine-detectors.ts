/**
 * Detectors that watch repeated searches from the first hour on, with the parameters they were published with. All but KSWIN read one
 * request after the other (repeated or not); KSWIN compares distributions and reads the share of each hour.
 */
import { createAdwin } from "../core/detectors/adwin";
import { createDdm } from "../core/detectors/ddm";
import type { DriftDetector } from "../core/detectors/detector";
import { createEddm } from "../core/detectors/eddm";
import { createKswin, randomSampler } from "../core/detectors/kswin";
import { createPageHinkley } from "../core/detectors/page-hinkley";
import type { Random } from "../core/random";
import { type Service, signsAnHour } from "../core/worlds/service";
import { learningHours } from "./plan";

export const detectors = {
  "page-hinkley": () => createPageHinkley(),
  ddm: () => createDdm(),
  eddm: () => createEddm(),
  adwin: () => createAdwin(),
} as const satisfies Readonly<Record<string, () => DriftDetector>>;
export type DetectorName = keyof typeof detectors | "kswin";

export function detectorAlarm(
  name: DetectorName,
  { signs, signCounts, metrics }: Pick<Service, "signs" | "signCounts" | "metrics">,
  random: Random,
): Uint8Array {
  const alarm = new Uint8Array(signCounts.length);
  const raise = (hour: number) => {
    if (hour >= learningHours) alarm[hour] = 1;
  };
  if (name === "kswin") {
    const detector = createKswin({ sampler: randomSampler(random) });
    metrics.repeats.forEach((share, hour) => {
      if (detector.update(share)) raise(hour);
    });
    return alarm;
  }
  const detector = detectors[name]();
  signCounts.forEach((count, hour) => {
    for (let i = 0; i < count; i++) if (detector.update(signs[hour * signsAnHour + i]!)) raise(hour);
  });
  return alarm;
}
