import { describe, expect, it } from "vitest";
import { knobs } from "@/simulations/lifecycle/knobs";
import {
  arrowsBack,
  arrowsWalked,
  fingerprint,
  nothingSigned,
  type Project,
  projectText,
  readProject,
  type Stage,
  signedOff,
  stages,
  standingOf,
  timesWalked,
} from "@/simulations/lifecycle/project";
import { arrowsText, statusText } from "@/simulations/lifecycle/project-words";
import { type AnyValues, defaultsOf } from "@/simulations/runtime/knobs";

const values: AnyValues = { ...defaultsOf(knobs), response: "nothing" };
const states = (project: Project, now: AnyValues) => stages.map((stage) => standingOf(project, now).states[stage].is);
const signAll = (project: Project, now: AnyValues): Project => {
  let signed = project;
  for (const _ of stages) signed = signedOff(signed, now, [1, 2]);
  return signed;
};

describe("a project's outputs", () => {
  it("are signed off one stage after the other, and then no stage is at work", () => {
    let project = nothingSigned;
    stages.forEach((stage, i) => {
      const { atWork, states } = standingOf(project, values);
      expect(atWork).toBe(stage);
      stages.forEach((other, k) => {
        expect(states[other].is).toBe(k < i ? "signed" : k === i ? "at-work" : "waiting");
      });
      project = signedOff(project, values, []);
    });
    expect(standingOf(project, values)).toMatchObject({ atWork: undefined, open: undefined });
    expect(signedOff(project, values, [])).toBe(project);
    expect(statusText(standingOf(project, values))).toBe("All four stages are signed off: the system runs.");
  });

  it.each([
    ["targetAccuracy", "scoping"],
    ["targetLatency", "scoping"],
    ["targetThroughput", "scoping"],
    ["clips", "data"],
    ["consistent", "data"],
    ["seed", "data"],
    ["hidden", "modelling"],
    ["response", "deployment"],
    ["newCondition", "deployment"],
  ] as const)("no longer fit from the stage on that decides about %s: %s", (name, stage) => {
    const project = signAll(nothingSigned, values);
    const knob = knobs[name];
    const other = knob.kind === "number" ? Number(values[name]) + knob.step : "hiss" in knob.options ? "hiss" : "model";
    const changed = { ...values, [name]: other };
    const first = stages.indexOf(stage as Stage);
    expect(states(project, changed)).toEqual(
      stages.map((_, i) => (i < first ? "signed" : i === first ? "at-work" : "older")),
    );
    stages.forEach((each, i) => {
      expect(fingerprint(each, changed) === fingerprint(each, values)).toBe(i < first);
      const state = standingOf(project, changed).states[each];
      if (state.is === "older") expect(state.changed).toBe(stage);
    });
    expect(standingOf(project, changed).open).toEqual(
      stage === "deployment" ? undefined : { from: "deployment", to: stage },
    );
  });

  it("do not depend on what nobody decides: the number of replicas", () => {
    const project = signAll(nothingSigned, values);
    expect(states(project, { ...values, replicas: 7 })).toEqual(["signed", "signed", "signed", "signed"]);
  });

  it("fit again when the change is taken back, and no arrow is counted for it", () => {
    const project = signAll(nothingSigned, values);
    expect(standingOf(project, { ...values, clips: 800 }).atWork).toBe("data");
    expect(standingOf(project, values).atWork).toBeUndefined();
    expect(arrowsWalked(project)).toBe(0);
  });

  it("stay made from older data until each later stage is done again", () => {
    const more = { ...values, clips: 800 };
    const again = signedOff(signAll(nothingSigned, values), more, []);
    expect(states(again, more)).toEqual(["signed", "signed", "at-work", "older"]);
    expect(states(signedOff(again, more, []), more)).toEqual(["signed", "signed", "signed", "at-work"]);
  });
});

describe("arrows back", () => {
  it("lead from every stage to every earlier one", () => {
    expect(arrowsBack).toHaveLength(6);
    for (const { from, to } of arrowsBack) expect(stages.indexOf(from)).toBeGreaterThan(stages.indexOf(to));
  });

  it("are counted when the earlier stage is signed off again", () => {
    let project = signAll(nothingSigned, values);
    project = signAll(project, { ...values, clips: 800 });
    project = signAll(project, { ...values, clips: 1600 });
    const target = { ...values, clips: 1600, targetAccuracy: 80 };
    project = signedOff(project, target, []);
    expect(timesWalked(project, { from: "deployment", to: "data" })).toBe(2);
    expect(timesWalked(project, { from: "deployment", to: "scoping" })).toBe(1);
    expect(arrowsWalked(project)).toBe(3);
    expect(arrowsText(project)).toBe(
      "Arrows back so far: 3 (from deployment to data twice and from deployment to scoping once).",
    );
    // On from scoping to data is the way forward.
    expect(arrowsWalked(signedOff(project, target, []))).toBe(3);
  });

  it("are walked by a response to a new condition, as the release was signed", () => {
    const walked = (change: AnyValues) => arrowsText(signAll(nothingSigned, { ...values, ...change }));
    expect(walked({ response: "data" })).toContain("from deployment to data once");
    expect(walked({ response: "model" })).toContain("from deployment to modelling once");
    expect(walked({ response: "nothing" })).toBe("Arrows back so far: none.");
    expect(walked({ response: "data", newCondition: "none" })).toBe("Arrows back so far: none.");
  });
});

describe("what the device keeps of a project", () => {
  it("comes back as it was", () => {
    const project = signAll(signAll(nothingSigned, { ...values, response: "data" }), { ...values, clips: 800 });
    expect(readProject(projectText(project))).toEqual(project);
    expect(projectText(project).length).toBeLessThan(2000);
  });

  it("is used as far as it can be understood", () => {
    for (const text of [undefined, "", "{", "[]", "7", '{"outputs":[],"arrows":7,"last":"nowhere"}'])
      expect(readProject(text)).toEqual(nothingSigned);
    const project = signAll(nothingSigned, values);
    const odd = JSON.parse(projectText(project));
    odd.outputs.data.made.clips = 1e9;
    odd.outputs.modelling.figures = ["<b>", null, 0.5];
    odd.arrows = { "data>scoping": -1, "deployment>data": 1.5, "scoping>data": 3, "modelling>data": 2 };
    const read = readProject(JSON.stringify(odd));
    expect(Object.keys(read.outputs)).toEqual(["scoping", "modelling", "deployment"]);
    expect(read.outputs.modelling!.figures).toEqual([Number.NaN, Number.NaN, 0.5]);
    expect(read.arrows).toEqual({ "modelling>data": 2 });
  });
});
