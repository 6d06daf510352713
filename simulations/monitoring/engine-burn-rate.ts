/**
 * Multi-window burn rate: how many times faster than allowed slow and failed requests use up the error budget, over a long window
 * and a short one at once. Rates and long windows: SRE Workbook (2018), chapter 5, table 5-8. Its short windows are 5 minutes, 30
 * minutes and 6 hours; the bench has whole hours, so an hour stands for the first two.
 */
import type { Service } from "../core/worlds/service";
import { learningHours } from "./plan";

/** 1 % of the requests may be slow or come without a clip: the service promises 99 %. */
export const errorBudget = 0.01;
export const burns = [
  { rate: 14.4, long: 1, short: 1 },
  { rate: 6, long: 6, short: 1 },
  { rate: 1, long: 72, short: 6 },
] as const;

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
