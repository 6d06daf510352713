/** The column of rates beside the roads: each version's estimate and interval on one scale, the limit through all rows. */

import { useRef } from "react";
import { cast } from "../course/cast";
import { niceTicks } from "../ui/chart/scale";
import { useWidth } from "../ui/design/screen";
import { estimateWidth, formatNumber } from "../ui/ink/format";
import { MarkerShape } from "../ui/ink/marker";
import { roleMarker, roleVariable } from "../ui/ink/roles";
import type { Rate } from "./results-minute";
import type { RoadName } from "./stage-roads";

interface Scale {
  readonly max: number;
  readonly limit: number | undefined;
  readonly large: boolean;
}

const count = (value: number): string => formatNumber(value, 0);
const edge = 14;
/** What stands for a rate in the inspectors' row, in two lines. */
const TRUTH = ["Inspectors are", "always right."] as const;
const ticksOf = (max: number): readonly number[] => niceTicks(0, max, 3).filter((x) => x <= max);

export function RateCell({
  version,
  rate,
  first,
  max,
  limit,
  large,
}: Scale & { readonly version: RoadName; readonly rate: Rate | undefined; readonly first: boolean }) {
  const ref = useRef<HTMLDivElement>(null);
  const width = useWidth(ref);
  const at = (x: number) => edge + (Math.min(x, max) / max) * (width - 2 * edge);
  const known = rate !== undefined && rate.audited > 0;
  // The limit's line runs through every row: words that it would cross stand behind it.
  const wide = at(0) + 12 + Math.max(...TRUTH.map((line) => estimateWidth(line, large ? 19 : 13)));
  const truthAt = limit !== undefined && at(limit) > at(0) && at(limit) < wide ? at(limit) + 8 : at(0) + 6;
  return (
    <div ref={ref} className="dl-desk-cell">
      <span className="dl-hidden">
        {rate === undefined
          ? TRUTH.join(" ")
          : known
            ? `${count(rate.middle)}, interval from ${count(rate.low)} to ${count(rate.high)}`
            : "none reviewed yet"}
      </span>
      {width > 0 && (
        <svg width={width} aria-hidden="true">
          {ticksOf(max).map((x) => (
            <line
              key={x}
              x1={at(x)}
              x2={at(x)}
              y1={first ? "30%" : 0}
              y2="100%"
              className={x === 0 ? "dl-desk-zero" : "dl-desk-grid"}
            />
          ))}
          {limit !== undefined && (
            <>
              <line x1={at(limit)} x2={at(limit)} y1={first ? "20%" : 0} y2="100%" className="dl-desk-limit" />
              {first && (
                <text x={at(limit) + 6} y="18%" className="dl-desk-limit-text">
                  limit {count(limit)}
                </text>
              )}
            </>
          )}
          {rate === undefined && (
            <text y="50%" className="dl-desk-note">
              {TRUTH.map((line, i) => (
                <tspan key={line} x={truthAt} dy={i === 0 ? "-0.1em" : "1.15em"}>
                  {line}
                </tspan>
              ))}
            </text>
          )}
          {known && <Mark version={version} rate={rate} at={at} large={large} cut={rate.high > max} />}
        </svg>
      )}
    </div>
  );
}

function Mark({
  version,
  rate,
  at,
  large,
  cut,
}: {
  readonly version: RoadName;
  readonly rate: Rate;
  readonly at: (x: number) => number;
  readonly large: boolean;
  readonly cut: boolean;
}) {
  const colour = roleVariable(cast[version], "line");
  const tick = large ? 8 : 5;
  const middle = at(rate.middle);
  return (
    // The row's middle is the origin: its height is the style sheet's.
    <svg x="0" y="50%" overflow="visible" aria-hidden="true">
      <g stroke={colour} strokeWidth={large ? 3.5 : 2.25}>
        <line x1={at(rate.low)} x2={at(rate.high)} y1={0} y2={0} />
        <line x1={at(rate.low)} x2={at(rate.low)} y1={-tick} y2={tick} />
        {!cut && <line x1={at(rate.high)} x2={at(rate.high)} y1={-tick} y2={tick} />}
      </g>
      <MarkerShape
        marker={roleMarker(cast[version])}
        x={middle}
        y={0}
        size={large ? 14 : 9.5}
        colour={colour}
        surface="var(--surface)"
      />
      <text
        x={middle}
        y={large ? -16 : -12}
        textAnchor="middle"
        className="dl-desk-name"
        style={{ fill: roleVariable(cast[version], "text") }}
      >
        {count(rate.middle)}
      </text>
    </svg>
  );
}

/** The scale under the column. */
export function RateTicks({ max }: Scale) {
  return (
    <div className="dl-desk-ticks dl-faint" aria-hidden="true">
      {ticksOf(max).map((x) => (
        <span key={x} style={{ left: `calc(${edge}px + (100% - ${2 * edge}px) * ${x / max})` }}>
          {count(x)}
        </span>
      ))}
    </div>
  );
}
