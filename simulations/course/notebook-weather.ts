/** The recorded days of core/worlds/weather.ts for a notebook: the months it needs, and how days are drawn from them. */
import { daysOfMonth, type Station, typicalTemperature, weatherDay, weatherFeatures } from "../core/worlds/weather";
import { type Cell, data } from "../ui/jupyter/cells";
import { numbersText, python } from "../ui/jupyter/python";

export const weatherInWords = `Real days: tomorrow's highest temperature from today's weather, Seattle and New York, 2012–2015, as recorded by NOAA's National Centers for Environmental Information (from the npm package vega-datasets, BSD-3-Clause). Nothing is simulated: a replica draws days with replacement from the month at hand. The change takes a share of the days from New York. The next cell holds the days of the months that this run uses, and no others.`;

/** The days of calendar months 0 … months − 1 as text: high, low, rain, wind and tomorrow's high, in tenths. */
function daysText(station: Station, months: number): string {
  const { first, count } = daysOfMonth(months - 1);
  const tenths = Array.from({ length: first + count }, (_, day) => {
    const { inputs, tomorrow } = weatherDay(station, day);
    return [...inputs, tomorrow].map((value) => Math.round(10 * value)).join(" ");
  });
  // Six days a line.
  return tenths.map((day, i) => day + ((i + 1) % 6 === 0 ? "\n" : "  ")).join("");
}

export function weatherDays(months: number): Cell {
  const lengths = Array.from({ length: months }, (_, month) => daysOfMonth(month).count);
  return data(
    "days",
    python`
# Days in each month, from January 2012 on.
MONTH_LENGTHS = ${lengths}
MONTH_STARTS = np.concatenate([[0], np.cumsum(MONTH_LENGTHS)])


def read_days(text):
    """One row a day: highest and lowest temperature (°C), rain (mm), wind (m/s), tomorrow's highest temperature (°C)."""
    return np.array(text.split(), float).reshape(-1, 5) / 10


SEATTLE = read_days(${numbersText(daysText("seattle", months))})
NEW_YORK = read_days(${numbersText(daysText("newYork", months))})`,
  );
}

export const weatherCode = python`
CENTRES = np.array(${weatherFeatures.map(({ centre }) => centre)})
SCALES = np.array(${weatherFeatures.map(({ scale }) => scale)})


def draw_days(rng, first_month, months, count, new_york_share):
    """Days of some calendar months, with replacement: scaled inputs, and tomorrow's highest temperature."""
    day = rng.integers(MONTH_STARTS[first_month], MONTH_STARTS[first_month + months], count)
    moved = rng.random(count) < new_york_share
    rows = np.where(moved[:, None], NEW_YORK[day], SEATTLE[day])
    high, low, rain, wind, tomorrow = rows.T
    inputs = np.column_stack([high, low, np.sqrt(rain), wind])
    return (inputs - CENTRES) / SCALES, tomorrow - ${typicalTemperature}`;
