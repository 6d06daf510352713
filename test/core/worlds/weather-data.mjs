/**
 * Writes simulations/core/worlds/weather-data.json from the package vega-datasets: run it once after updating the package.
 * Tenths of a unit, as whole numbers, keep the file small and the values exact.
 */
import { readFileSync, writeFileSync } from "node:fs";

const source = new URL("../../../node_modules/vega-datasets/data/weather.csv", import.meta.url);
const target = new URL("../../../simulations/core/worlds/weather-data.json", import.meta.url);

export function compactWeather() {
  const [header, ...lines] = readFileSync(source, "utf8").trim().split(/\r?\n/);
  const columns = header.split(",");
  const station = (location) => {
    const days = lines
      .map((line) => line.split(","))
      .filter((cells) => cells[columns.indexOf("location")] === location);
    const tenths = (name) => days.map((cells) => Math.round(Number(cells[columns.indexOf(name)]) * 10));
    return { high: tenths("temp_max"), low: tenths("temp_min"), rain: tenths("precipitation"), wind: tenths("wind") };
  };
  return {
    about:
      "Daily weather 2012-01-01 to 2015-12-31 in tenths of °C, mm and m/s. NOAA National Centers for Environmental Information, from vega-datasets data/weather.csv (BSD-3-Clause).",
    seattle: station("Seattle"),
    newYork: station("New York"),
  };
}

if (import.meta.url === `file://${process.argv[1]}`) writeFileSync(target, `${JSON.stringify(compactWeather())}\n`);
