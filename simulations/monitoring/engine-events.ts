/** What comes over a service: three events at times drawn at random, each with a size and a time in which it grows. */
import { createRandom } from "../core/random";
import { type EventName, faultNames, type ServiceEvent } from "../core/worlds/service";
import type { MonitoringValues } from "./knobs";
import { eventCount, hoursADay, learningHours, watchedHours } from "./plan";

const events = [...faultNames, "holiday"] as const;

/** The longest time in hours in which an event grows: software arrives phone by phone, and people change slowly. */
const longestGrowth: Readonly<Record<EventName, number>> = {
  load: 6,
  leak: 1,
  microphone: 48,
  nulls: 24,
  drift: 72,
  holiday: 1,
};

const smallest = 0.08;

/** One in each fortnight that is watched. Sizes are spread evenly over their orders of magnitude: small faults are common. */
export function eventsOf({ seed, fault }: Pick<MonitoringValues, "seed" | "fault">, replica: number): ServiceEvent[] {
  if (fault === "none") return [];
  const random = createRandom(seed, "monitoring", "events", replica);
  return Array.from({ length: eventCount }, (_, block): ServiceEvent => {
    const drawn = events[random.integer(events.length)]!;
    const name: EventName = fault === "hidden" ? drawn : fault;
    const from = learningHours + (block * watchedHours) / eventCount + hoursADay + random.integer(120);
    const length = 72 + random.integer(72);
    // To a thousandth: powers differ in their last digits from engine to engine.
    // #region excerpt: size
    const size = Math.round(1000 * smallest ** (1 - random.uniform())) / 1000;
    const growth = 1 + random.integer(longestGrowth[name]);
    // #endregion
    if (name !== "holiday") return { name, from, to: from + length, size, growth };
    // Holidays begin and end at midnight.
    const [first, last] = [from, from + length / 2].map((hour) => hoursADay * Math.ceil(hour / hoursADay));
    return { name, from: first!, to: Math.max(last!, first! + hoursADay), size: 1, growth: 1 };
  });
}
