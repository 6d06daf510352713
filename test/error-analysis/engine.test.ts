import { beforeAll, describe, expect, it } from "vitest";
import { createEngine } from "@/simulations/error-analysis/engine";
import { boughtClips, devClips, freshClips, joined, officeClips } from "@/simulations/error-analysis/engine-clips";
import { type AnalysisFrame, purchases, tags } from "@/simulations/error-analysis/frames";
import { type AnalysisValues, knobs } from "@/simulations/error-analysis/knobs";
import { rowOf } from "@/simulations/error-analysis/measures";
import { boughtBy, firstSystem, nameOf, systemsOf, withPurchase } from "@/simulations/error-analysis/plan";
import { defaultsOf } from "@/simulations/runtime/knobs";
import { framesOf } from "@/simulations/runtime/simulation";
import { startWasm } from "../core/models/backend-for-tests";

const values: AnalysisValues = { ...defaultsOf(knobs), clips: 100, devClips: 100, replicas: 2 };
const run = async (changed: Partial<AnalysisValues>, engine = createEngine()): Promise<AnalysisFrame> =>
  (await framesOf(engine, { ...values, ...changed }, { from: 0, to: 2 }))[0]!;

beforeAll(startWasm);

describe("clips of the service", () => {
  it("have their tags in the shares that the lesson states", () => {
    const { clips, byTag } = freshClips(5, 0, 4000);
    const shares = Object.fromEntries(tags.map((tag, t) => [tag, byTag[t]!.length / clips.length]));
    const stated = { car: 0.4, speaker: 0.25, soft: 0.2, crowd: 0.12, narrow: 0.1, high: 0.04, far: 0.03 };
    for (const tag of tags) expect(Math.abs(shares[tag]! - stated[tag])).toBeLessThan(0.025);
  });

  it("have the tag they were bought for, and office clips have none of the high, soft and far ones", () => {
    for (const tag of tags) for (const clip of boughtClips(1, 0, tag, 0, 40).clips) expect(clip.tags).toContain(tag);
    const office = officeClips(1, 0, 500);
    for (const tag of ["high", "soft", "far"] as const) expect(office.byTag[tags.indexOf(tag)]).toEqual([]);
    expect(office.clips.filter((clip) => clip.tags.length === 0).length).toBeGreaterThan(350);
  });

  it("bought again are other clips, whichever round they are bought in", () => {
    const first = boughtClips(1, 0, "car", 0, 5).clips;
    expect(boughtClips(1, 0, "car", 1, 5).clips).not.toEqual(first);
    expect(boughtClips(1, 0, "car", 0, 5).clips).toEqual(first);
  });

  it("are joined feature by feature", () => {
    const [a, b] = [officeClips(1, 0, 3).features(false), devClips(1, 0, 2).features(false)];
    const both = joined([a, b]);
    expect(both.count).toBe(5);
    expect([...both.inputs.subarray(0, 5)]).toEqual([...a.inputs.subarray(0, 3), ...b.inputs.subarray(0, 2)]);
    expect([...both.targets]).toEqual([...a.targets, ...b.targets]);
  });
});

describe("systems", () => {
  it("are the same in whatever order they were bought together", () => {
    const first = firstSystem(values);
    const one = withPurchase(withPurchase(first, "data-car"), "model-wider");
    const other = withPurchase(withPurchase(first, "model-wider"), "data-car");
    expect(nameOf(one)).toBe(nameOf(other));
    expect(one).toMatchObject({ hidden: 2 * values.hidden, normalise: false });
  });

  it("stop at the budget, and a model at the widest", () => {
    const much = { purchases: "1:model-wider,2:model-wider,3:model-wider,4:model-wider", budget: 3 };
    expect(boughtBy(much)).toHaveLength(3);
    const widths = systemsOf({ ...values, ...much, hidden: 16 }).map(({ hidden }) => hidden);
    expect(widths).toEqual([16, 32, 64, 64]);
  });
});

describe("a run", () => {
  it("of a purchase is the same as that purchase alone, whether the engine remembers the rest or not", async () => {
    const engine = createEngine();
    const before = await run({}, engine);
    const after = await run({ purchases: "1:data-soft" }, engine);
    const fresh = await run({ purchases: "1:data-soft" });
    expect(after).toEqual(fresh);
    expect(rowOf([after], "roundFresh", 0)).toEqual(rowOf([before], "fresh", 0));
    expect(rowOf([after], "roundFresh", 1)).toEqual(rowOf([before], "fresh", 1 + purchases.indexOf("data-soft")));
  });

  it("tells wrong clips of the first replica only, each with what was said and heard", async () => {
    const frame = await run({});
    expect(frame.wrong!.length).toBeGreaterThan(5);
    for (const { said, heard, recording } of frame.wrong!) {
      expect(heard).not.toBe(said);
      expect(recording.utterances[0]!.word).toBe(said);
    }
    const [other] = await framesOf(createEngine(), values, { from: 1, to: 2 });
    expect(other!.wrong).toBeUndefined();
    expect(other!.dev[0]).toBe(frame.dev[1]);
  });
});
