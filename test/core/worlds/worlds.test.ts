import { describe, expect, it } from "vitest";
import { houseFeatures, housePrice, houses, inflatingHouses, typicalPrice } from "@/simulations/core/worlds/houses";
import { actor, labelNoise, quadraticFeatures, queries, wantsNews } from "@/simulations/core/worlds/queries";
import { inflationPerStrength, newShareAt, newYorkShareAt } from "@/simulations/core/worlds/strength";
import { daysOfMonth, resampleDays, weatherDay, weatherFrom } from "@/simulations/core/worlds/weather";
import weatherData from "@/simulations/core/worlds/weather-data.json";
import type { DrawRequest, World } from "@/simulations/core/worlds/world";
import { compactWeather } from "./weather-data.mjs";

const request: DrawRequest = { seed: 5, purpose: "test", replica: 0, month: 3, count: 4000 };
const now = { level: 1, mixed: false };

describe.each([houses, queries, weatherFrom(3)])("$name", (world: World) => {
  it("gives the same draws for the same name and others for any other part of it", () => {
    const inputs = (change: Partial<DrawRequest>) => Array.from(world.draw({ ...request, count: 9, ...change }).inputs);
    expect(inputs({})).toEqual(inputs({}));
    for (const change of [{ seed: 6 }, { purpose: "other" }, { replica: 1 }, { month: 4 }])
      expect(inputs(change)).not.toEqual(inputs({}));
  });

  it("extends the draws when more examples are asked for", () => {
    const few = world.draw({ ...request, count: 5 });
    const many = world.draw({ ...request, count: 12 });
    expect(Array.from(many.targets.slice(0, 5))).toEqual(Array.from(few.targets));
    expect(Array.from(many.inputs.slice(0, 5))).toEqual(Array.from(few.inputs.slice(0, 5)));
  });

  it("hands out inputs of about mean 0 and standard deviation 1", () => {
    const year = Array.from({ length: 12 }, (_, month) => world.draw({ ...request, month, count: 500 }).inputs);
    world.features.forEach(({ name }, f) => {
      const values = year.flatMap((inputs) => Array.from(inputs.slice(f * 500, (f + 1) * 500)));
      const mean = values.reduce((a, b) => a + b) / values.length;
      const sd = Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length);
      expect({ name, ok: Math.abs(mean) < 0.35 && sd > 0.7 && sd < 1.3 }).toEqual({ name, ok: true });
    });
  });
});

describe("houses", () => {
  it("prices an ordinary house as the example says, and hardly pays for space beyond 165 m²", () => {
    expect(housePrice(new Float32Array(12), 1, 0, 0)).toBe(typicalPrice);
    const price = (area: number) => housePrice(new Float32Array(12).fill((area - 110) / 25, 0, 1), 1, 0, 0);
    expect(price(165) - price(155)).toBeCloseTo(22, 3);
    expect(price(265) - price(165)).toBeCloseTo(20, 3);
  });

  it("moves prices by 20 thousand € root mean square for each unit of strength, in concept drift alone", () => {
    const draw = (change: Partial<DrawRequest>) => houses.draw({ ...request, ...change });
    const old = draw({});
    const changed = draw({ concept: now, conceptStrength: 3 });
    expect(Array.from(changed.inputs)).toEqual(Array.from(old.inputs));
    const square = old.targets.reduce((sum, price, i) => sum + (changed.targets[i]! - price) ** 2, 0);
    expect(Math.sqrt(square / request.count)).toBeGreaterThan(56);
    expect(Math.sqrt(square / request.count)).toBeLessThan(64);
  });

  it("costs more, every single house and by the same share, when only the price level rises", () => {
    const count = 20_000;
    const draw = (conceptStrength: number) =>
      inflatingHouses.draw({ ...request, count, concept: now, conceptStrength });
    const [old, dear] = [draw(0), draw(3)];
    expect(Array.from(dear.inputs)).toEqual(Array.from(old.inputs));
    const rises = old.targets.map((price, i) => dear.targets[i]! - price);
    expect(Math.min(...rises)).toBeGreaterThan(0);
    for (let i = 0; i < 100; i++)
      expect(rises[i]! / housePrice(old.inputs, count, i, 0)).toBeCloseTo(3 * inflationPerStrength, 4);
    // As large as the change of the town at the same strength, so that one knob serves both.
    const square = rises.reduce((sum, rise) => sum + rise ** 2, 0) / count;
    expect(Math.sqrt(square)).toBeGreaterThan(56);
    expect(Math.sqrt(square)).toBeLessThan(68);
  });

  it("has the noise asked for around the price", () => {
    const { inputs, targets } = houses.draw({ ...request, noise: 30 });
    let square = 0;
    for (let i = 0; i < request.count; i++)
      square += (targets[i]! + typicalPrice - housePrice(inputs, request.count, i, 0)) ** 2;
    // Four standard errors: 30 · 4 / √(2 · 4000).
    expect(Math.abs(Math.sqrt(square / request.count) - 30)).toBeLessThan(1.35);
  });

  it("brings villas, which no ordinary month has, in the share asked for", () => {
    const villas = (newShare: number) => {
      const { inputs } = houses.draw({ ...request, newShare });
      const { centre, scale } = houseFeatures[0]!;
      return inputs.slice(0, request.count).filter((z) => centre + scale * z > 165.01).length / request.count;
    };
    expect(villas(0)).toBe(0);
    expect(Math.abs(villas(0.4) - 0.4)).toBeLessThan(0.031);
    expect(newShareAt(2, 1)).toBeCloseTo(0.4, 12);
    expect(newShareAt(4, 0.5)).toBeCloseTo(0.4, 12);
  });
});

describe("queries", () => {
  it("flips the share of labels it says", () => {
    const { inputs, targets } = queries.draw(request);
    let flipped = 0;
    for (let i = 0; i < request.count; i++)
      if (wantsNews(inputs[i]!, inputs[request.count + i]!, 0) !== (targets[i] === 1)) flipped++;
    expect(Math.abs(flipped / request.count - labelNoise)).toBeLessThan(0.0124);
  });

  it("turns the boundary by 17 degrees for each unit of strength and leaves the queries where they are", () => {
    expect(wantsNews(0, 1, 0)).toBe(true);
    const old = queries.draw(request);
    const changed = queries.draw({ ...request, concept: now, conceptStrength: 2 });
    expect(Array.from(changed.inputs)).toEqual(Array.from(old.inputs));
    const differing = old.targets.filter((label, i) => label !== changed.targets[i]).length / request.count;
    expect(differing).toBeGreaterThan(0.08);
    expect(differing).toBeLessThan(0.3);
  });

  it("wants the article around the actor, where the old boundary says news", () => {
    expect(wantsNews(actor.x, actor.y, 0)).toBe(false);
    expect(wantsNews(actor.x + 1.2, actor.y, 0)).toBe(true);
    const share =
      queries.draw({ ...request, newShare: 1 }).targets.filter((label) => label === 1).length / request.count;
    expect(share).toBeLessThan(0.06);
  });

  it("adds squares and the product for a boundary that bends", () => {
    expect(Array.from(quadraticFeatures(Float32Array.of(2, 3), 1))).toEqual([2, 3, 3, 6, 8]);
  });
});

describe("weather", () => {
  it("is the record of the package, to the tenth", () => {
    expect(weatherData).toEqual(compactWeather());
  });

  it("reads the example and whole calendar months, leap day included", () => {
    expect(weatherDay("seattle", 0)).toEqual({ inputs: [12.8, 5, 0, 4.7], tomorrow: 10.6 });
    expect(daysOfMonth(1)).toEqual({ first: 31, count: 29 });
    expect(daysOfMonth(12)).toEqual({ first: 366, count: 31 });
    expect(daysOfMonth(47)).toEqual({ first: 1430, count: 30 });
    expect(() => daysOfMonth(48)).toThrow(/month must be a whole number from 0 to 47/);
  });

  it("draws only days of the month and station asked for", () => {
    const january = { ...request, from: 0, to: 1, count: 500 };
    const highs = (station: "seattle" | "newYork") =>
      new Set(Array.from({ length: 31 }, (_, day) => Math.fround(weatherDay(station, day).tomorrow - 16.4)));
    for (const target of resampleDays({ ...january, newYorkShare: 0 }).targets)
      expect(highs("seattle")).toContain(target);
    for (const target of resampleDays({ ...january, newYorkShare: 1 }).targets)
      expect(highs("newYork")).toContain(target);
    expect([newYorkShareAt(1, 1), newYorkShareAt(2, 1), newYorkShareAt(4, 0.5)]).toEqual([0.5, 1, 0.5]);
  });
});
