import { describe, expect, it } from "vitest";
import { leadOf, tally } from "@/simulations/core/statistics/lead";
import { leadVerdict, marksOf, type Standing, tallyCaption } from "@/simulations/ui/results/lead-words";
import { countOptions } from "@/simulations/ui/results/tally";
import type { Phrase } from "@/simulations/ui/results/verdict";

const options = ["All data", "Weighted", "Window"].map((label) => ({ id: label.toLowerCase(), label }));

/** A race of three in which each option is cheapest in so many replicas; the first entry of `ties` costs the same. */
function standing(wins: readonly number[], ties: readonly (readonly number[])[] = []): Standing {
  const winners = [...wins.flatMap((count, i) => new Array<number[]>(count).fill([i])), ...ties];
  const counted = tally([0, 1, 2].map((i) => winners.map((won) => (won.includes(i) ? 1 : 2))));
  return { ...counted, ...leadOf(counted) };
}

const text = (phrases: readonly Phrase[]) =>
  phrases.map((part) => (typeof part === "string" ? part : "strong" in part ? part.strong : part.guess)).join("");
const verdict = (of: Standing, guess?: string) => text(leadVerdict(of, options, guess));

describe("the verdict on a race", () => {
  it("names the leader, and what the guess was worth", () => {
    expect(verdict(standing([0, 24, 8]), "all data")).toBe(
      "Weighted was cheapest in 24 of 32 replicas. Your guess, all data, was cheapest in 0 of 32.",
    );
    expect(verdict(standing([0, 24, 8]), "weighted")).toBe(
      "Weighted was cheapest in 24 of 32 replicas. Your guess, weighted, was right.",
    );
  });

  it("says that a lead could be chance, and calls no guess right for it", () => {
    expect(verdict(standing([0, 18, 14]), "weighted")).toBe(
      "Weighted was cheapest in 18 of 32 replicas, but this lead could be chance: window was cheapest in 14. Your guess, weighted, is the one that leads.",
    );
  });

  it("has a verb that agrees with a label in the plural", () => {
    const yours = { ...options[1]!, label: "Your weights", plural: true as const };
    const of = standing([0, 18, 14]);
    expect(text(leadVerdict(of, [options[0]!, yours, options[2]!], "all data"))).toBe(
      "Your weights were cheapest in 18 of 32 replicas, but this lead could be chance: window was cheapest in 14. Your guess, all data, was cheapest in 0 of 32.",
    );
  });

  it("claims nothing from a single replica, in the singular", () => {
    expect(verdict(standing([0, 1, 0]))).toBe(
      "Weighted was cheapest in 1 of 1 replica, but this lead could be chance: fewer than six replicas cannot show a lead.",
    );
  });

  it("names both where the first place is shared", () => {
    expect(verdict(standing([0, 16, 16]))).toBe(
      "No option leads: weighted and window share the first place. Each was cheapest in 16 of 32 replicas.",
    );
  });

  it("says plainly that the same options came out even in every replica", () => {
    const even = standing([0, 0, 0], new Array(32).fill([1, 2]));
    expect(verdict(even)).toBe("No option leads: in all 32 replicas, weighted and window cost the same.");
    expect(verdict(even, "window")).toMatch(/Your guess, window, is one of them\.$/);
    expect(verdict(even, "all data")).toMatch(/Your guess, all data, is none of them\.$/);
    expect(verdict(standing([0, 0, 0], [[0, 1, 2]]))).toBe(
      "No option leads: in the one replica, all data, weighted and window cost the same.",
    );
    expect(tallyCaption(even, options)).toEqual({ caption: "One mark for each replica: all are ties" });
    const mixed = standing(
      [0, 0, 0],
      [
        [0, 1],
        [0, 1],
        [1, 2],
      ],
    );
    expect(verdict(mixed)).toContain(
      "All 3 replicas are ties, each shared equally between the options that cost the same.",
    );
  });

  it("shares ties, in words as in the summary", () => {
    const tied = standing(
      [20, 0, 0],
      [
        [0, 1],
        [1, 2],
        [1, 2],
      ],
    );
    expect(verdict(tied, "window")).toBe(
      "All data was cheapest in 20.5 of 23 replicas. 3 ties are shared equally between the options that cost the same. Your guess, window, was cheapest in 1 of 23.",
    );
    expect(tied.shares).toEqual([20.5, 1.5, 1]);
  });
});

describe("the marks under a verdict", () => {
  it("are one a replica, a tie being a mark of its own at the end", () => {
    const marks = marksOf(standing([1, 2, 0], [[0, 1]]), options);
    expect(marks).toHaveLength(4);
    expect(countOptions(marks, options, undefined).map(({ option, count }) => [option.label, count])).toEqual([
      ["Weighted", 2],
      ["All data", 1],
      ["Tie", 1],
    ]);
  });

  it("stand over a caption about the leader, or about none", () => {
    expect(tallyCaption(standing([0, 24, 8]), options)).toEqual({
      caption: "Weighted: 24 of 32 replicas, one mark each",
      of: "weighted",
    });
    expect(tallyCaption(standing([0, 4, 4]), options).of).toBeUndefined();
  });
});
