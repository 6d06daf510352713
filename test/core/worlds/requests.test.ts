import { expect, it } from "vitest";
import { createRandom } from "@/simulations/core/random";
import { drawRequests, navigationalShare, requestInputs } from "@/simulations/core/worlds/requests";

it("has requests of two kinds in their shares, and wrong labels on ordinary ones only", () => {
  const count = 20_000;
  const { navigational, labels, truth } = drawRequests(createRandom(3), { count, noise: 0.2 });
  let kinds = 0;
  let wrong = 0;
  labels.forEach((label, i) => {
    kinds += navigational[i]!;
    wrong += Number(label !== truth[i]);
    if (navigational[i]) expect(label).toBe(truth[i]);
  });
  expect(kinds / count).toBeCloseTo(navigationalShare, 2);
  expect(wrong / (count - kinds)).toBeCloseTo(0.2, 1);
});

it("turns the boundary round for navigational requests", () => {
  const { inputs, navigational, truth, count } = drawRequests(createRandom(5), { count: 500, noise: 0 });
  for (let i = 0; i < count; i++) {
    const [, a, b, c] = inputs.subarray(i * requestInputs, (i + 1) * requestInputs);
    expect(truth[i]! > 0).toBe(a! + 0.6 * b! + 0.4 * c! > 0 !== (navigational[i] === 1));
  }
});

it("draws the same requests whatever the noise", () => {
  const [a, b] = [0, 0.4].map((noise) => drawRequests(createRandom(7), { count: 50, noise }));
  expect(a!.inputs).toEqual(b!.inputs);
  expect(a!.truth).toEqual(b!.truth);
});
