/**
 * Multi-window burn rate: how many times faster than allowed slow and failed requests use up the error budget, over a long window
 * and a short one at once.
 */
import type { Service } from "../core/worlds/service";
import { burns, errorBudget, learningHours } from "./plan";

/** @param from the first hour that is watched */
export function burnRateAlarm({ failed }: Pick<Service, "failed">, from = learningHours): Uint8Array {
  const sums = new Float64Array(failed.length + 1);
  failed.forEach((share, hour) => {
    sums[hour + 1] = sums[hour]! + share;
  });
  const burning = (hour: number, length: number) =>
    (sums[hour + 1]! - sums[Math.max(0, hour + 1 - length)]!) / Math.min(length, hour + 1) / errorBudget;
  return Uint8Array.from(failed, (_, hour) =>
    Number(
      hour >= from && burns.some(({ rate, long, short }) => burning(hour, long) > rate && burning(hour, short) > rate),
    ),
  );
}
