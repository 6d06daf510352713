/**
 * Real days: tomorrow's highest temperature from today's weather, Seattle and New York, 2012–2015.
 *
 * Observations of NOAA's National Centers for Environmental Information, as collected in the npm package vega-datasets
 * (data/weather.csv). Nothing is simulated: a replica is a bootstrap resample of days (Efron 1979), with replacement within
 * a month. Seasons come with the calendar; moving the station to New York replaces a share of the days by that city's days
 * of the same month. Wind is in m/s, as NOAA's daily summaries give it.
 *
 * @example weatherDay("seattle", 0) // { inputs: [12.8 °C, 5 °C, 0 mm, 4.7 m/s], tomorrow: 10.6 }
 */
import { createRandom } from "../random";
import { drawLevels } from "./schedule";
import data from "./weather-data.json";
import type { DrawRequest, Examples, Feature, World } from "./world";

export type Station = "seattle" | "newYork";

export const weatherFeatures: readonly Feature[] = [
  { name: "highest temperature", unit: "°C", centre: 16.4, scale: 7.3 },
  { name: "lowest temperature", unit: "°C", centre: 8.2, scale: 5 },
  // Rain falls in bursts: the square root brings days closer to each other.
  { name: "square root of rainfall", unit: "√mm", centre: 0.9, scale: 1.4 },
  { name: "wind", unit: "m/s", centre: 3.2, scale: 1.4 },
];
export const typicalTemperature = 16.4;

/** Whole months of which every day has a tomorrow in the record. */
const recordedMonths = 48;
/** 2012 is the leap year among the four. */
const lengths = Array.from({ length: recordedMonths }, (_, month) =>
  month === 1 ? 29 : [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month % 12]!,
);

/** The days of a calendar month, counted from January 2012 = 0, as positions in the record. */
export function daysOfMonth(month: number): { first: number; count: number } {
  if (!Number.isInteger(month) || month < 0 || month >= recordedMonths)
    throw new RangeError(`month must be a whole number from 0 to ${recordedMonths - 1}, got ${month}`);
  const first = lengths.slice(0, month).reduce((sum, days) => sum + days, 0);
  // The very last day of the record has no tomorrow.
  return { first, count: lengths[month]! - (month === recordedMonths - 1 ? 1 : 0) };
}

export interface WeatherDay {
  /** Highest and lowest temperature in °C, rain in mm, wind in m/s. */
  readonly inputs: readonly [number, number, number, number];
  /** Highest temperature of the next day, °C. */
  readonly tomorrow: number;
}

/** @param day 0 = 1 January 2012 */
export function weatherDay(station: Station, day: number): WeatherDay {
  const { high, low, rain, wind } = data[station];
  const tenth = (values: readonly number[], at: number) => values[at]! / 10;
  return {
    inputs: [tenth(high, day), tenth(low, day), tenth(rain, day), tenth(wind, day)],
    tomorrow: tenth(high, day + 1),
  };
}

/**
 * Days drawn with replacement from calendar months `from` … `to` − 1, each from New York with probability `level`.
 * @returns inputs scaled, [4, count]; targets °C − centre
 */
export function resampleDays(
  request: Pick<DrawRequest, "seed" | "purpose" | "replica" | "month" | "count"> & {
    readonly from: number;
    readonly to: number;
    readonly newYorkShare: number;
  },
): Examples {
  const { seed, purpose, replica, month, count, newYorkShare } = request;
  const first = daysOfMonth(request.from).first;
  const last = daysOfMonth(request.to - 1);
  const days = last.first + last.count - first;
  const pick = createRandom(seed, "weather", purpose, "days", replica, month);
  const moved = drawLevels(
    { level: newYorkShare, mixed: true },
    count,
    createRandom(seed, "weather", purpose, "station", replica, month),
  );
  const inputs = new Float32Array(weatherFeatures.length * count);
  const targets = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    const day = weatherDay(moved[i] === 1 ? "newYork" : "seattle", first + pick.integer(days));
    const [high, low, rain, wind] = day.inputs;
    [high, low, Math.sqrt(rain), wind].forEach((value, f) => {
      const { centre, scale } = weatherFeatures[f]!;
      inputs[f * count + i] = (value - centre) / scale;
    });
    targets[i] = day.tomorrow - typicalTemperature;
  }
  return { inputs, targets };
}

const weatherTarget = { name: "tomorrow's highest temperature", unit: "°C", centre: typicalTemperature };

/** The record as a world whose month 0 is calendar month `release` (January 2012 = 0). */
export function weatherFrom(release: number): World {
  const draw = (request: DrawRequest): Examples => {
    const calendar = release + request.month;
    return resampleDays({ ...request, from: calendar, to: calendar + 1, newYorkShare: request.newShare ?? 0 });
  };
  return {
    name: "weather",
    task: "regression",
    features: weatherFeatures,
    target: weatherTarget,
    draw,
    inputs: (request) => draw(request).inputs,
  };
}
