import { memory } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { trainServedModel } from "@/simulations/serving/engine-model";
import { startWasm } from "../core/models/backend-for-tests";

describe("the model that is timed on the reader's device", () => {
  beforeAll(startWasm);

  it("has really learnt, answers one and many, and leaves no tensor behind", () => {
    const before = memory().numTensors;
    const model = trainServedModel();
    // Seven phones in ten are whole: a model that had learnt nothing would be right in .7 of the cases.
    expect(model.accuracy(1000)).toBeGreaterThan(0.75);
    model.answer(1);
    model.answer(32);
    expect(memory().numTensors).toBe(before);
    expect(trainServedModel().accuracy(1000)).toBe(model.accuracy(1000));
  });
});
