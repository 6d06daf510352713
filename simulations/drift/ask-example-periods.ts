/** A table for whoever has none: four years of real days in Seattle, as the lesson's weather experiment uses them. */
import { daysOfMonth, weatherDay } from "../core/worlds/weather";
import type { Ask } from "../runtime/asks";

const firstYear = 2012;
const months = 48;

export const examplePeriods: Ask<undefined, string> = () => {
  const lines = Array.from({ length: months }, (_, month) => {
    const { first, count } = daysOfMonth(month);
    const name = `${firstYear + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
    return Array.from({ length: count }, (__, day) => {
      const [high, low, rain, wind] = weatherDay("seattle", first + day).inputs;
      return `${name}-${String(day + 1).padStart(2, "0")},${high},${low},${rain},${wind},${rain > 0 ? "wet" : "dry"}`;
    });
  }).flat();
  return ["date,highest temperature (°C),lowest temperature (°C),rain (mm),wind (m/s),kind of day", ...lines, ""].join(
    "\n",
  );
};
