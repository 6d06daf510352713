import { describe, expect, it } from "vitest";
import { messages } from "@/simulations/core/worlds/messages";
import data from "@/simulations/core/worlds/messages-data.json";
import { takeoverShare, transactions } from "@/simulations/core/worlds/transactions";
import { featuresOf, groups, textOf, words } from "./messages-data.mjs";

const mean = (values: ArrayLike<number>) => Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;

describe("transactions", () => {
  const request = { seed: 5, purpose: "test", replica: 2, positives: 4000, negatives: 6000, separation: 1.5 } as const;
  const { inputs, kinds } = transactions.draw(request);
  const column = (f: number, from: number, to: number) => inputs.subarray(f * 10_000 + from, f * 10_000 + to);

  it("puts frauds at the distance asked for and leaves every feature a standard deviation of 1", () => {
    const gaps = transactions.features.map((_, f) => mean(column(f, 0, 4000)) - mean(column(f, 4000, 10_000)));
    // Standard error of one gap: √(1/4000 + 1/6000) = 0.02.
    expect(Math.abs(Math.hypot(...gaps) - 1.5)).toBeLessThan(0.1);
    for (const [from, to] of [
      [0, 4000],
      [4000, 10_000],
    ] as const) {
      for (let f = 0; f < transactions.features.length; f++) {
        const values = column(f, from, to);
        const centre = mean(values);
        expect(Math.abs(mean(Array.from(values, (value) => (value - centre) ** 2)) - 1)).toBeLessThan(0.12);
      }
    }
  });

  it("makes one fraud in twenty a taken-over account, which stands out least", () => {
    const frauds = Array.from(kinds.subarray(0, 4000));
    const share = frauds.filter((kind) => kind === 3).length / 4000;
    expect(Math.abs(share - takeoverShare)).toBeLessThan(0.014);
    const amountOf = (kind: number) =>
      mean(frauds.flatMap((other, i) => (other === kind ? [column(0, 0, 4000)[i]!] : [])));
    expect(amountOf(3)).toBeLessThan(amountOf(2));
    expect(amountOf(2)).toBeLessThan(amountOf(1));
    expect(kinds.subarray(4000).every((kind) => kind === 0)).toBe(true);
  });

  it("extends the same draws when more are asked for, and draws others for training and other replicas", () => {
    const more = transactions.draw({ ...request, negatives: 9000 });
    expect(more.inputs[4000]).toBe(inputs[4000]);
    expect(more.inputs[0]).toBe(inputs[0]);
    expect(transactions.draw({ ...request, purpose: "training" }).inputs[0]).not.toBe(inputs[0]);
    expect(transactions.draw({ ...request, replica: 3 }).inputs[0]).not.toBe(inputs[0]);
  });

  it("refuses a negative separation and counts that are no whole numbers", () => {
    expect(() => transactions.draw({ ...request, separation: -1 })).toThrow(/separation/);
    expect(() => transactions.draw({ ...request, positives: 1.5 })).toThrow(/positives/);
  });
});

describe("messages", () => {
  it("holds the 6,046 messages of the corpus in its groups, one byte a feature", () => {
    expect(data.groups).toEqual(groups);
    expect(data.counts).toEqual([2500, 1400, 250, 500, 1396]);
    expect(data.features.length).toBe(words.length + 4);
    expect(atob(data.base64).length).toBe(6046 * data.features.length);
  });

  it("counts words in the subject and the body, not in the other headers", () => {
    const mail = "From: free@money.example\nSubject: FREE money\nX-Free: free\n\nYou win! Free.";
    expect(textOf(mail)).not.toContain("example");
    const features = featuresOf(mail);
    // free: 2 of 5 words, 40 %: 32 · log2(41) = 171.4
    expect(features[words.indexOf("free")]).toBe(171);
    expect(features[words.indexOf("credit")]).toBe(0);
    // Runs of capitals: FREE, Y, F. Mean 2: 16 · log2(3) = 25.4; longest 4: 16 · log2(5) = 37.2.
    expect(features.slice(-2)).toEqual([25, 37]);
  });

  it("trains and tests a replica on different messages, positives in front", () => {
    const counts = { seed: 3, replica: 1 };
    const { positives, negatives } = messages.trainingLimit;
    const training = messages.draw({ ...counts, purpose: "training", positives, negatives });
    const test = messages.draw({ ...counts, purpose: "test", positives: 50, negatives: 500 });
    expect([...training.kinds.subarray(0, positives)].every((kind) => kind === 2)).toBe(true);
    expect([...test.kinds].filter((kind) => kind === 2).length).toBe(50);
    // Half of each kind, without replacement: together with the other half they are the corpus.
    expect(positives).toBe(948);
    expect([...training.kinds].filter((kind) => kind === 1).length).toBe(125);
  });

  it("refuses to train on more messages than there are", () => {
    const request = { seed: 3, replica: 1, purpose: "training", positives: 2000, negatives: 10 } as const;
    expect(() => messages.draw(request)).toThrow(RangeError);
  });
});
