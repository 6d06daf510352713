import { describe, expect, test } from "vitest";
import { createRandom } from "@/simulations/core/random";
import { drawPhones, PHONE_LINES, type PhoneOptions } from "@/simulations/core/worlds/phones";

const draw = (seed: number, count: number, options?: PhoneOptions) =>
  drawPhones(createRandom(seed, "phones", 0), count, options);

describe("phones", () => {
  test("gives pictures of grey values with a label and a line each, and the same ones for the same seed", () => {
    const batch = draw(7, 500);
    expect(batch.images).toHaveLength(500 * 144);
    expect(batch.images.every((grey) => grey >= 0 && grey <= 1)).toBe(true);
    expect(new Set(batch.line)).toEqual(new Set(PHONE_LINES.keys()));
    expect(draw(7, 500)).toEqual(batch);
    expect(draw(8, 500).images).not.toEqual(batch.images);
  });

  test("the shares of scratched phones and of lines are those asked for", () => {
    const n = 20_000;
    const { scratched, line } = draw(9, n, { size: 6, scratchShare: 0.2, lineShares: [1, 0, 0, 3] });
    const within = (count: number, share: number) =>
      expect(Math.abs(count / n - share)).toBeLessThan(5 * Math.sqrt((share * (1 - share)) / n));
    within(scratched.filter((label) => label === 1).length, 0.2);
    within(line.filter((one) => one === 3).length, 0.75);
    expect(line.some((one) => one === 1 || one === 2)).toBe(false);
  });

  test("deeper scratches change scratched phones and no others", () => {
    const shallow = draw(10, 200, { scratchStrength: 0.2 });
    const deep = draw(10, 200, { scratchStrength: 0.5 });
    expect(deep.scratched).toEqual(shallow.scratched);
    for (let i = 0; i < 200; i++) {
      const same = deep.images
        .subarray(i * 144, (i + 1) * 144)
        .every((grey, k) => grey === shallow.images[i * 144 + k]);
      expect(same).toBe(deep.scratched[i] === 0);
    }
  });

  test("scratches are bright where the light comes from the side and dark where it comes from the front", () => {
    PHONE_LINES.forEach((lighting, position) => {
      const lineShares = PHONE_LINES.map((_, i) => Number(i === position));
      const plain = draw(11, 300, { lineShares, scratchShare: 1, scratchStrength: 0 });
      const cut = draw(11, 300, { lineShares, scratchShare: 1 });
      const shift = cut.images.reduce((sum, grey, k) => sum + grey - plain.images[k]!, 0);
      expect(Math.sign(shift)).toBe(Math.sign(lighting.contrast));
    });
  });

  test("lines differ in brightness by what their lighting says", () => {
    const base = { gradient: 0, gradientDirection: 0, glare: 0, noise: 0.01, contrast: 1 };
    const lines = [
      { ...base, name: "dim", brightness: 0.3 },
      { ...base, name: "lit", brightness: 0.6 },
    ];
    const { images, line } = draw(12, 400, { lines, scratchShare: 0 });
    for (const [position, { brightness }] of lines.entries()) {
      const greys = images.filter((_, k) => line[Math.floor(k / 144)] === position);
      expect(greys.reduce((sum, grey) => sum + grey, 0) / greys.length).toBeCloseTo(brightness, 2);
    }
  });

  test("refuses options that are out of range", () => {
    expect(() => draw(1, 1, { scratchShare: 2 })).toThrow(/scratchShare.*between 0 and 1.*got 2/);
    expect(() => draw(1, 1, { lineShares: [1] })).toThrow(/lineShares must be as long as lines/);
    expect(() => draw(1, 1, { lineShares: [0, 0, 0, 0] })).toThrow(/lineShares/);
  });
});
