/** The numbers in lesson 1: each computed from the settings that stand beside it, over several seeds. */
import { beforeAll, describe, expect, it } from "vitest";
import { run } from "@/simulations/lifecycle/engine";
import { knobs, type LifecycleValues, presets } from "@/simulations/lifecycle/knobs";
import { arrivalMonth, budgetClips, newShare, replyMonth } from "@/simulations/lifecycle/plan";
import { summarize, teamsOf } from "@/simulations/lifecycle/summary";
import { defaultsOf } from "@/simulations/runtime/knobs";
import { claimSeeds } from "../claims/seeds";
import { startWasm } from "../core/models/backend-for-tests";
import { piecesOf, sourceOf, treeOf } from "./read-lesson";

const source = sourceOf("lifecycle").replace(/\s+/g, " ");
const says = (text: string) => expect(source).toContain(text);
const { original = {} } = piecesOf(treeOf("lifecycle"), "Lifecycle")[0]!.attributes as { original?: object };

beforeAll(startWasm);

/** Means over seeds of the medians over teams. */
function meanOf(change: Partial<LifecycleValues>, replicas: number, seeds = 2) {
  const runs = claimSeeds()
    .slice(0, seeds)
    .map((seed) => {
      const values = { ...defaultsOf(knobs), ...original, ...change, seed } as LifecycleValues;
      return summarize(teamsOf([...run(values, { from: 0, to: replicas })], values));
    });
  return (figure: (of: (typeof runs)[number]) => number) =>
    runs.reduce((sum, each) => sum + figure(each), 0) / runs.length;
}

/** In points of a hundred. */
const near = (share: number, said: number, points: number) => expect(Math.abs(100 * share - said)).toBeLessThan(points);

describe("what lesson 1 tells of its experiment", () => {
  it("has the plan of the simulation", () => {
    says(`From month ${arrivalMonth} on, half of the commands`);
    expect(newShare).toBe(50);
    says(`in use from month ${replyMonth} on. *Back to data* adds ${budgetClips} labelled clips`);
    says("accuracy of at least 75 %, p95 latency of at most 100 ms, at least 10 commands a second");
    expect(defaultsOf(knobs)).toMatchObject({ targetAccuracy: 75, targetLatency: 100, targetThroughput: 10 });
    for (const { label } of Object.values(presets)) if (label !== "Nothing changes") says(`*${label}*`);
  });

  it("has the release and the year of the first settings", () => {
    const of = meanOf({}, 16, 3);
    says("about 8 % of the labels are wrong");
    near(
      of(({ wrongLabels }) => wrongLabels),
      8,
      1.5,
    );
    says("about 79 % of the commands are understood");
    near(
      of(({ accuracy }) => accuracy),
      79,
      2.5,
    );
    says("about 84 % of the commands are understood in a quiet room, but only about 66 % in a crowd");
    near(
      of(({ byCondition }) => byCondition[0]!.accuracy),
      84,
      3,
    );
    near(
      of(({ byCondition }) => byCondition[2]!.accuracy),
      66,
      3,
    );
    says("p95 latency is about 66 ms, and the device answers about 19 commands a second");
    expect(of(({ latencyMs }) => latencyMs)).toBeCloseTo(66, -0.5);
    expect(of(({ throughput }) => throughput)).toBeCloseTo(19, -0.3);
    says("In about 26 of 32 replicas the whole target is met");
    expect(32 * of(({ targetMet }) => targetMet)).toBeGreaterThan(21);
    expect(32 * of(({ targetMet }) => targetMet)).toBeLessThan(31);
    says("only about 68 % of the commands are understood from month 7 on");
    near(
      of(({ afterChange }) => afterChange.nothing),
      68,
      // Which place is new to how many teams is drawn.
      5,
    );
    near(
      of(({ afterChange }) => afterChange.model),
      69,
      5,
    );
    says("brings the accuracy to about 80 %");
    near(
      of(({ afterChange }) => afterChange.data),
      80,
      2.5,
    );
  });

  it("has what other data do", () => {
    says("About 16 % of the labels are now wrong, and the accuracy falls to about 71 %");
    const half = meanOf(presets["two-guides"].values, 8);
    near(
      half(({ wrongLabels }) => wrongLabels),
      16,
      2,
    );
    near(
      half(({ accuracy }) => accuracy),
      71,
      3,
    );
    says("rises to about 82 %");
    near(
      meanOf(presets["one-guide"].values, 8)(({ accuracy }) => accuracy),
      82,
      3,
    );
    says("uses 100 clips: the accuracy falls to about 58 %");
    near(
      meanOf(presets["few-clips"].values, 8)(({ accuracy }) => accuracy),
      58,
      4,
    );
  });

  it("has what other models do", () => {
    says("hardly rises, to about 80 %, but the p95 latency rises to about 135 ms and throughput falls to about 8");
    const large = meanOf(presets["large-model"].values, 4);
    near(
      large(({ accuracy }) => accuracy),
      80,
      4,
    );
    expect(large(({ latencyMs }) => latencyMs)).toBeCloseTo(135, -1);
    expect(large(({ throughput }) => throughput)).toBeCloseTo(8, -0.3);
    says("only about 40 % of the commands, before and after the new place arrives");
    says("going back to modelling brings about 56 %");
    const tiny = meanOf(presets["tiny-model"].values, 8);
    near(
      tiny(({ accuracy }) => accuracy),
      40,
      4,
    );
    near(
      tiny(({ afterChange }) => afterChange.nothing),
      38,
      5,
    );
    near(
      tiny(({ afterChange }) => afterChange.model),
      56,
      4,
    );
    near(
      tiny(({ afterChange }) => afterChange.data),
      40,
      5,
    );
  });

  it("has 393 of 1,838 as 21 %", () => {
    says("393 of 1,838 images (21 %)");
    expect(((393 / 1838) * 100).toFixed(0)).toBe("21");
  });
});
