/** When the world changes and what happens to it, as the learner reads it; and the axis of time that shows it. */
import { recurringMonths } from "../core/worlds/schedule";
import { inflationPerStrength, newYorkShareAt } from "../core/worlds/strength";
import type { ChangeMark, ChartHandle } from "../ui/chart/model";
import { formatNumber } from "../ui/ink/format";
import { type DriftValues, degreesAt, newShareOf } from "./knobs";
import { lastMonth } from "./summary";

/** With a digit after the point only where it says something. */
const percent = (share: number) => {
  const digits = Math.abs(share * 100 - Math.round(share * 100)) < 0.05 ? 0 : 1;
  return `${formatNumber(share, digits, "percent")} %`;
};

/** Do the knobs ask for any change? */
const wanted = ({ kind, shape, strength }: DriftValues): boolean => kind !== "none" && shape !== "none" && strength > 0;

/** Does anything change within the months shown? */
export const changes = (values: DriftValues): boolean => wanted(values) && values.onset <= lastMonth(values);

/** A change was asked for, and it would come after the last month. */
export const tooLate = (values: DriftValues): boolean => wanted(values) && !changes(values);

export function changeText(values: DriftValues): string {
  const { world, kind, strength } = values;
  if (world === "weather") {
    const share = newYorkShareAt(strength, 1);
    return share === 1 ? "the station moves to New York" : `${percent(share)} of the days come from New York`;
  }
  const concept =
    world === "houses"
      ? `all prices rise by ${percent(inflationPerStrength * strength)}`
      : `the boundary between news and article rotates by ${degreesAt(strength)}°`;
  const [before, since] = [newShareOf(values, 0), newShareOf(values, 1)];
  const share = `${percent(since)} of the ${world === "houses" ? "houses sold are villas" : "queries are about a famous actor"}`;
  const data = before > 0 ? `${share} (before: ${percent(before)})` : share;
  return kind === "both" ? `${concept}, and ${data}` : kind === "data" ? data : concept;
}

/** A value in the world's own terms, under its control. */
export function meaningOf(knob: string, values: DriftValues): string | undefined {
  if (knob === "strength" && values.kind !== "none") return changeText(values);
  if (knob === "onset" && tooLate(values)) return `after the last month (${lastMonth(values)}): nothing changes`;
  return undefined;
}

/** How the change arrives, after what it is. */
export const arrival: Readonly<Record<DriftValues["shape"], string>> = {
  none: "",
  sudden: "",
  gradual: ", gradually",
  incremental: ", in monthly steps",
  recurring: `, for ${recurringMonths} months, then not for ${recurringMonths} months, and so on`,
};

function monthTicks(months: number): number[] {
  const step = months > 14 ? 6 : 3;
  return Array.from({ length: Math.floor((months - 1) / step) + 1 }, (_, i) => i * step);
}

export const timeAxis = (values: DriftValues) => ({
  label: "months since release",
  // Half a month on both sides, so that the bars of the first and last month have room.
  min: -0.5,
  max: lastMonth(values) + 0.5,
  ticks: monthTicks(values.months),
});

/** The change, named, and dragged where it stands: half a month before the first month that is different. Without a change, nothing. */
export const changeLine = (
  values: DriftValues,
): { readonly marks: readonly ChangeMark[]; readonly handle?: ChartHandle } =>
  wanted(values)
    ? {
        marks: changes(values)
          ? [
              {
                kind: "change",
                x: values.onset - 0.5,
                label: `month ${values.onset}: ${values.shape === "sudden" ? "" : "from here "}${changeText(values)}`,
                short: `month ${values.onset}: change`,
              },
            ]
          : [],
        // A change dragged beyond the last month is at the end of the axis and can be dragged back.
        handle: { knob: "onset", label: "Month of the change", offset: -0.5, role: "truth" },
      }
    : { marks: [] };
