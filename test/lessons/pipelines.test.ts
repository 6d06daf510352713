/** The numbers in lesson 10: each computed from the settings that stand beside it, over several seeds where it comes from a run. */
import { beforeAll, describe, expect, it } from "vitest";
import { createEngine } from "@/simulations/pipelines/engine";
import type { MetricId, PipelinesFrame } from "@/simulations/pipelines/frames";
import { metrics, movedLimit, window } from "@/simulations/pipelines/frames";
import { knobs, type PipelinesValues, presets } from "@/simulations/pipelines/knobs";
import { type PipelinesSummary, summarize } from "@/simulations/pipelines/summary";
import { defaultsOf } from "@/simulations/runtime/knobs";
import { chunksOf, framesOf } from "@/simulations/runtime/simulation";
import { claimSeeds } from "../claims/seeds";
import { startWasm } from "../core/models/backend-for-tests";
import { piecesOf, sourceOf, treeOf } from "./read-lesson";

const source = sourceOf("pipelines").replace(/\s+/g, " ");
const tree = treeOf("pipelines");
const says = (text: string) => expect(source).toContain(text);
const answerTo = (start: string) =>
  piecesOf(tree, "Checkpoint").find(({ attributes }) => String(attributes.question).startsWith(start))!.attributes
    .answer as { value: number };

describe("what lesson 10 computes by hand", () => {
  it("has what a perfect VAD would save when a speaker is active for 38.5 % of the time", () => {
    says("each person is active for 38.5 % of the time (ITU-T P.59, 1993). A perfect VAD would then save 61.5 %");
    expect(100 - 38.5).toBe(61.5);
  });

  it("asks for numbers that follow from the questions", () => {
    expect(answerTo("The share sent").value).toBeCloseTo(8 / Math.sqrt(8 ** 2 / 20 + 8 ** 2 / 20), 2);
    expect(answerTo("A phone sends one byte").value).toBeCloseTo((45 * 0.1 * 8000) / 1000, 9);
    says("480 kilobytes a minute, so the saved bandwidth falls by 7.5 percentage points");
    expect((60 * 8000) / 1000).toBe(480);
    expect((100 * 36) / 480).toBeCloseTo(7.5, 9);
  });

  it("tells limit, windows and words of the experiment", () => {
    expect(movedLimit).toBe(4);
    expect(window.recordings * window.words).toBe(80);
    expect(window.recordings).toBe(20);
    expect(metrics.length).toBe(10);
    says("In each replica 80 words are spoken");
    says("With ten metrics, a smaller limit");
  });
});

describe.each(claimSeeds(2))("with seed %i", (seed) => {
  const engine = createEngine();
  const found = new Map<string, PipelinesSummary>();
  const { strict: _, ...used } = presets;
  const runs = { ...used, none: { values: { change: "none" } } };
  const of = (name: keyof typeof runs) => found.get(name)!;
  const moved = (name: keyof typeof runs, wanted: MetricId) =>
    of(name).metrics.find(({ metric }) => metric === wanted)!.moved;

  beforeAll(async () => {
    await startWasm();
    for (const [name, { values }] of Object.entries(runs)) {
      const all = { ...defaultsOf(knobs), ...values, seed } as PipelinesValues;
      const frames: PipelinesFrame[] = [];
      for (const range of chunksOf(16)) frames.push(...(await framesOf(engine, all, range)));
      found.set(name, summarize(frames, all));
    }
  });

  /** A share the text tells, in %; a median of 16 replicas varies. */
  const about = (share: number, told: number, margin = 5) => expect(Math.abs(100 * share - told)).toBeLessThan(margin);

  it("has the accuracies of the automatic gain and of the new microphone", () => {
    says("about 89 % of the words, after it for about 47 %");
    about(of("gain").accuracy.before, 89);
    about(of("gain").accuracy.after, 47);
    says("With the new sound and the *old* stretches it is still correct for about 89 %");
    about(of("gain").swap.oldVad.newInput, 89);
    says("With the *old* sound and the new stretches it falls to about 49 %");
    about(of("gain").swap.newVad.oldInput, 49);
    says("about 70 % of the sound instead of 41 %");
    about(1 - of("gain").bandwidthSaved, 70);
    about(1 - of("gain").before.bandwidthSaved, 41);
    says("the stretches are as good as before, and the new sound costs more than 15 points");
    const { oldVad, newVad } = of("microphone").swap;
    expect(oldVad.oldInput - oldVad.newInput).toBeGreaterThan(0.15);
    expect(oldVad.oldInput - newVad.oldInput).toBeLessThan(0.04);
  });

  it("has what the update saves and costs, and what a longer pre-roll wins back", () => {
    says(
      "about 68 % of the bandwidth instead of 60 %, and the recogniser is correct for about 45 % of the words instead of 89 %",
    );
    about(of("update").bandwidthSaved, 68, 3);
    about(of("update").before.bandwidthSaved, 60, 3);
    about(of("update").accuracy.after, 45, 6);
    says("Nearly all stretches now begin in the middle of a voice; before the update almost none did");
    const clipped = of("update").metrics.find(({ metric }) => metric === "clipped")!;
    expect(clipped.current).toBeGreaterThan(0.9);
    expect(clipped.reference).toBeLessThan(0.05);
    says("Accuracy comes back to about 87 %, and about 60 % of the bandwidth is saved");
    about(of("pre-roll").accuracy.after, 87);
    about(of("pre-roll").bandwidthSaved, 60, 3);
  });

  it("has the curve of a stricter VAD, and bends it the other way after an automatic gain", () => {
    says(
      "From 0.5 to 0.9 the saved bandwidth rises from about 60 % to about 71 %, and the words recognised correctly fall from about 89 % to about 68 %",
    );
    const { frontier } = of("none");
    const at = (threshold: number) => frontier.find(({ vadThreshold }) => vadThreshold === threshold)!;
    about(at(0.5).bandwidthSaved, 60, 3);
    about(at(0.9).bandwidthSaved, 71, 3);
    about(at(0.9).accuracy, 68, 6);
    says("At 0.95 about half of the words are wrong");
    about(at(0.95).accuracy, 50, 7);
    const after = of("gain").frontierAfter;
    expect(after.at(-1)!.bandwidthSaved).toBeGreaterThan(after[0]!.bandwidthSaved + 0.15);
    expect(after.at(-1)!.accuracy).toBeGreaterThan(after[0]!.accuracy + 0.05);
  });

  it("has the incident of the checkpoint: the metrics of a new microphone", () => {
    says(
      "High tones minus low tones: moved by 14 standard errors. Share sent: 0.5. Length of a stretch: 0.7. Confidence: −4.2",
    );
    expect(Math.abs(moved("microphone", "tilt") - 14)).toBeLessThan(2);
    expect(Math.abs(moved("microphone", "sent"))).toBeLessThan(2);
    expect(Math.abs(moved("microphone", "length"))).toBeLessThan(2);
    expect(moved("microphone", "confidence")).toBeLessThan(-2.5);
  });

  it("sees the confidence fall about as much after each of the three changes", () => {
    const falls = (["microphone", "gain", "update"] as const).map((name) => moved(name, "confidence"));
    for (const fall of falls) {
      expect(fall).toBeLessThan(-2.5);
      expect(fall).toBeGreaterThan(-7);
    }
  });
});
