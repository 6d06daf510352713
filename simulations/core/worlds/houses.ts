/**
 * A town's house sales: twelve features, one price.
 *
 *   price = 340 + Σ slopeⱼ zⱼ + size(area) + strength · 20 · δ(z) + noise    (thousand €, z = scaled features)
 *
 * size(area) grows by 2.2 thousand € per m² up to 165 m² and hardly beyond: nobody pays for the tenth bedroom as for the
 * second. Ordinary houses end at 165 m²; villas begin there.
 *
 * Concept drift comes in two kinds. In `houses` the town changes: δ is a rise common to all houses and some slopes changing
 * (a railway line makes closeness to the station worth more, energy gets expensive). δ has a root mean square of 1 over all
 * ordinary houses, so strength 1 moves prices by 20 thousand € root mean square; about a quarter of the houses get cheaper.
 * In `inflatingHouses` only the price level rises, by 6 % of each price for each unit of strength: every house costs more.
 * Data drift, in both: villas come on the market.
 *
 * Synthetic; the form is a hedonic price model (Rosen 1974).
 *
 * @example housePrice(new Float32Array(12), 1, 0, 0) // 340: an ordinary house
 */
import { createRandom, type Random } from "../random";
import { drawLevels } from "./schedule";
import { inflationPerStrength, priceChangePerStrength } from "./strength";
import type { DrawRequest, Examples, Feature, World } from "./world";

interface HouseFeature extends Feature {
  /** Thousand € per standard deviation. */
  readonly slope: number;
  /** Part of δ, before it is scaled to a root mean square of 1. */
  readonly change: number;
}

/** Width of a uniform distribution in standard deviations: √12. */
const uniformScale = (from: number, to: number) => ({ centre: (from + to) / 2, scale: (to - from) / Math.sqrt(12) });

const area: HouseFeature = { name: "area", unit: "m²", centre: 110, scale: 25, slope: 0, change: 0.35 };

export const houseFeatures: readonly HouseFeature[] = [
  area,
  { name: "garden", unit: "m²", centre: 150, scale: 150, slope: 16, change: 0 },
  { name: "rooms", unit: "", centre: 4.9, scale: 1.1, slope: 8, change: 0 },
  { name: "bathrooms", unit: "", centre: 2, scale: Math.sqrt(2 / 3), slope: 9, change: 0 },
  { name: "age", unit: "years", ...uniformScale(0, 100), slope: -20, change: -0.2 },
  { name: "distance to the centre", unit: "km", ...uniformScale(0.5, 12), slope: -30, change: 0.3 },
  { name: "distance to the station", unit: "km", ...uniformScale(0.1, 6), slope: -10, change: -0.5 },
  { name: "distance to a school", unit: "km", ...uniformScale(0.1, 4), slope: -8, change: 0 },
  { name: "floors", unit: "", centre: 2, scale: Math.sqrt(2 / 3), slope: 4, change: 0 },
  { name: "energy class", unit: "(1 best, 7 worst)", centre: 4, scale: 2, slope: -9, change: -0.4 },
  { name: "street noise", unit: "dB", centre: 58, scale: 6, slope: -10, change: -0.25 },
  { name: "parking spaces", unit: "", centre: 1, scale: Math.sqrt(2 / 3), slope: 7, change: 0 },
];

/** Part of δ that every house has in common, before scaling. */
export const commonChange = 0.6;
const changeScale = 1 / Math.sqrt(houseFeatures.reduce((sum, f) => sum + f.change ** 2, commonChange ** 2));

export const typicalPrice = 340;
/** How much the prices of equal houses differ unless said otherwise, standard deviation in thousand €. */
export const usualHouseNoise = 20;
/** Ordinary houses have at most this many m², villas at least. */
export const largestHouse = 165;
export const largestVilla = 300;
export const pricePerSquareMetre = 2.2;
export const priceBeyondLargest = 0.2;

function priceOfArea(squareMetres: number): number {
  const ordinary = Math.min(squareMetres, largestHouse);
  return pricePerSquareMetre * (ordinary - area.centre) + priceBeyondLargest * (squareMetres - ordinary);
}

const column = (read: (feature: HouseFeature) => number) => Float64Array.from(houseFeatures, read);
const centres = column(({ centre }) => centre);
const scales = column(({ scale }) => scale);
const slopes = column(({ slope }) => slope);
const changes = column(({ change }) => change);
/** Villas share in the town's change as the largest ordinary house does. */
const largestChangingArea = (largestHouse - area.centre) / area.scale;

/**
 * Price without noise, in thousand €, of house `i` of `count`.
 * @param inputs scaled features, [12, count]
 * @param change strength × level of the concept drift
 */
export function housePrice(inputs: Float32Array, count: number, i: number, change: number): number {
  // #region excerpt: price
  let price = typicalPrice + priceOfArea(area.centre + area.scale * inputs[i]!);
  for (let f = 0; f < slopes.length; f++) price += slopes[f]! * inputs[f * count + i]!;
  if (change === 0) return price;
  let delta = commonChange + changes[0]! * Math.min(inputs[i]!, largestChangingArea);
  for (let f = 1; f < changes.length; f++) delta += changes[f]! * inputs[f * count + i]!;
  return price + change * priceChangePerStrength * changeScale * delta;
  // #endregion
}

/** @param villaShare probability that a house on sale is a villa. @returns scaled features, [12, count] */
function drawHouses(random: Random, count: number, villaShare: number): Float32Array {
  const inputs = new Float32Array(houseFeatures.length * count);
  const row = new Float64Array(houseFeatures.length);
  const between = (from: number, to: number) => from + (to - from) * random.uniform();
  for (let i = 0; i < count; i++) {
    const villa = random.uniform() < villaShare;
    const size = random.uniform();
    const ordinary = area.centre + area.scale * Math.max(-2.2, Math.min(2.2, random.normal()));
    const squareMetres = villa ? largestHouse + size * (largestVilla - largestHouse) : ordinary;
    row[0] = squareMetres;
    row[1] = random.exponential(1 / 150);
    row[2] = Math.max(1, Math.round(1 + Math.min(squareMetres, largestHouse) / 28 + 0.6 * random.normal()));
    row[3] = 1 + random.integer(3);
    row[4] = between(0, 100);
    row[5] = between(0.5, 12);
    row[6] = between(0.1, 6);
    row[7] = between(0.1, 4);
    row[8] = 1 + random.integer(3);
    row[9] = 1 + random.integer(7);
    row[10] = random.normal(58, 6);
    row[11] = random.integer(3);
    for (let f = 0; f < row.length; f++) inputs[f * count + i] = (row[f]! - centres[f]!) / scales[f]!;
  }
  return inputs;
}

// #region excerpt: inflation
/** The same price under inflation: the price of the town as it was, times the price level. */
export function inflatedPrice(inputs: Float32Array, count: number, i: number, change: number): number {
  return housePrice(inputs, count, i, 0) * (1 + inflationPerStrength * change);
}
// #endregion

const stream = ({ seed, purpose, replica, month }: DrawRequest, part: string): Random =>
  createRandom(seed, "houses", purpose, part, replica, month);

const inputsOf = (request: DrawRequest): Float32Array =>
  request.pool ?? drawHouses(stream(request, "inputs"), request.count, request.newShare ?? 0);

function draw(request: DrawRequest, priceOf: typeof housePrice): Examples {
  const { count, conceptStrength = 0, noise = usualHouseNoise } = request;
  const inputs = inputsOf(request);
  const levels = drawLevels(request.concept ?? { level: 0, mixed: false }, count, stream(request, "concept"));
  const errors = stream(request, "noise");
  const targets = new Float32Array(count);
  // #region excerpt: sale
  for (let i = 0; i < count; i++) {
    const price = priceOf(inputs, count, i, conceptStrength * levels[i]!);
    targets[i] = price + noise * errors.normal() - typicalPrice;
  }
  // #endregion
  return { inputs, targets };
}

export const houses: World = {
  name: "houses",
  task: "regression",
  features: houseFeatures,
  target: { name: "price", unit: "thousand €", centre: typicalPrice },
  draw: (request) => draw(request, housePrice),
  inputs: inputsOf,
};

/** The same houses, sold in a town where nothing changes but the price level. */
export const inflatingHouses: World = { ...houses, draw: (request) => draw(request, inflatedPrice) };
