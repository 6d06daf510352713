/** The numbers in lesson 9: each computed from what stands beside it. What the experiments show is in test/claims. */
import { expect, it } from "vitest";
import { rhythm } from "@/simulations/core/worlds/service";
import { readChance } from "@/simulations/monitoring/engine-judge";
import { knobs, presets } from "@/simulations/monitoring/knobs";
import { burns, errorBudget, eventCount, prunedMetrics, repeatHours, watchedDays } from "@/simulations/monitoring/plan";
import { piecesOf, sourceOf, treeOf } from "./read-lesson";

const source = sourceOf("monitoring").replace(/\s+/g, " ");
const says = (text: string) => expect(source).toContain(text);
const answerTo = (start: string) =>
  piecesOf(treeOf("monitoring"), "Checkpoint").find(({ attributes }) => String(attributes.question).startsWith(start))!
    .attributes.answer as { value: number };

it("counts false alarms a week, and expects the PSI of an hour, as its questions do", () => {
  says("sent 30 alerts. Of these, 18 came during one of the faults, the other 12 at quiet times");
  expect(answerTo("In six weeks").value).toBe(12 / (watchedDays / 7));
  says("PSI uses 10 bins");
  says("The window of one hour has 60 clips");
  expect(answerTo("PSI uses 10 bins").value).toBeCloseTo((10 - 1) / 60, 12);
});

it("names calendar, threshold, window and repetition of the bench", () => {
  expect([eventCount, watchedDays / 7, repeatHours]).toEqual([3, 6, 12]);
  says("six weeks with three events");
  says("an alert is sent every 12 hours");
  expect([knobs.threshold.default, knobs.window.default]).toEqual([4, 6]);
  says("over the last six hours lies more than four");
  expect(prunedMetrics).toHaveLength(5);
  says("Five of the nine metrics are left");
});

it("gives budget, burn rates and windows of the table, and the requests of the quietest hour", () => {
  expect(errorBudget).toBe(0.01);
  expect(burns.map(({ rate, long }) => [rate, long])).toEqual([
    [14.4, 1],
    [6, 6],
    [1, 72],
  ]);
  says("14.4 times too fast over 1 hour, 6 times too fast over 6 hours, or faster than allowed over 3 days");
  says("At night an hour has only about 25 clips");
  expect(60 * rhythm(3, false)).toBeCloseTo(24, 5);
});

it("reads alerts by the formula it gives", () => {
  says("$1 / (1 + f/4)$");
  for (const f of [0, 2, 8]) expect(readChance(f, true)).toBeCloseTo(1 / (1 + f / 4), 12);
});

it("names presets and charts as they are called", () => {
  for (const label of [presets["small-n"].label, presets.tired.label]) says(`*${label}*`);
});
