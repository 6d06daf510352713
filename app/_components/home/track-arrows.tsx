"use client";

import { type RefObject, useEffect, useState } from "react";
import { type ArrowId, arrowsBack, type Stop } from "./course";

interface Layout {
  readonly width: number;
  readonly height: number;
  /** Centre of each stop's ring, by lesson number. */
  readonly rings: ReadonlyMap<number, { readonly x: number; readonly y: number; readonly r: number }>;
}

interface Bow {
  /** How far out it swings, as a share of the room left of the rings. */
  readonly reach: number;
  /** Where its words stand along it, 0 (top) … 1 (bottom). */
  readonly at: number;
  /** Offsets at both ends, so that two arrows never share one tip. */
  readonly leave: number;
  readonly land: number;
  readonly lines: readonly string[];
}

const bows: Readonly<Record<ArrowId, Bow>> = {
  goal: { reach: 0.98, at: 0.87, leave: -2, land: -5, lines: ["the goal", "itself has", "moved"] },
  new: { reach: 0.77, at: 0.62, leave: -2, land: 1, lines: ["new", "conditions,", "new data"] },
  retrain: { reach: 0.47, at: 0.5, leave: -6, land: 6, lines: ["retrain"] },
  error: { reach: 0.32, at: 0.5, leave: -6, land: 9, lines: ["error", "analysis"] },
  target: { reach: 0.32, at: 0.5, leave: -6, land: 8, lines: ["target out", "of reach"] },
};

/** Room in px from which the reasons fit beside the track; without it they stand in words under the list. */
const ROOM_FOR_WORDS = 120;

/** Draws the track between the rings and the arrows back at its left, wherever the rows happen to stand. */
export function TrackArrows({ list, stops }: { list: RefObject<HTMLDivElement | null>; stops: readonly Stop[] }) {
  const [layout, setLayout] = useState<Layout>();

  useEffect(() => {
    const root = list.current;
    if (!root) return;
    const measure = () => {
      const frame = root.getBoundingClientRect();
      const rings = new Map<number, { x: number; y: number; r: number }>();
      for (const ring of root.querySelectorAll<HTMLElement>("[data-stop]")) {
        const box = ring.getBoundingClientRect();
        if (box.width === 0) continue;
        rings.set(Number(ring.dataset.stop), {
          x: box.left - frame.left + box.width / 2,
          y: box.top - frame.top + box.height / 2,
          r: box.width / 2,
        });
      }
      setLayout({ width: frame.width, height: frame.height, rings });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(root);
    return () => observer.disconnect();
  }, [list]);

  if (!layout || layout.rings.size === 0) return null;
  const { rings } = layout;
  return (
    <svg
      className="track-arrows"
      width={layout.width}
      height={layout.height}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      aria-hidden="true"
    >
      {stops.slice(0, -1).map((stop, i) => {
        const next = stops[i + 1];
        const a = rings.get(stop.number);
        const b = rings.get(next?.number ?? 0);
        if (!a || !b) return null;
        const walked = stop.state === "done" && (next?.state === "done" || next?.state === "here");
        return (
          <path
            key={stop.slug}
            d={`M${a.x},${a.y + a.r}V${b.y - b.r}`}
            stroke={walked ? "var(--you)" : "var(--control)"}
            strokeWidth={walked ? 5 : 2}
          />
        );
      })}
      {arrowsBack.map(({ id, from, to }) => {
        const a = rings.get(from);
        const b = rings.get(to);
        return a && b && <BowPath key={id} bow={bows[id]} from={a} to={b} />;
      })}
    </svg>
  );
}

interface Ring {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

function BowPath({ bow, from, to }: { bow: Bow; from: Ring; to: Ring }) {
  const right = from.x - from.r - 2;
  const bottom = from.y + bow.leave;
  const top = to.y + bow.land;
  const left = right * (1 - bow.reach);
  const middle = (top + bottom) / 2;
  const half = (bottom - top) / 2;
  const k = 0.5523;
  const path =
    `M${right},${bottom}C${right - (right - left) * k},${bottom} ${left},${middle + half * k} ${left},${middle}` +
    `C${left},${middle - half * k} ${right - 7 - (right - 7 - left) * k},${top} ${right - 6},${top}`;
  const y = top + 2 * half * bow.at;
  const x = right - (right - left) * Math.sqrt(Math.max(0, 1 - ((y - middle) / half) ** 2));
  return (
    <g>
      <path d={path} fill="none" stroke="var(--ink-3)" strokeWidth="1.2" />
      <path d={`M${right - 7},${top - 4}v8l8,-4z`} fill="var(--ink-3)" />
      {right >= ROOM_FOR_WORDS && (
        <text textAnchor="middle">
          {bow.lines.map((line, i) => (
            <tspan key={line} x={x + 4} y={y} dy={`${(i - (bow.lines.length - 1) / 2) * 1.15 + 0.32}em`}>
              {line}
            </tspan>
          ))}
        </text>
      )}
    </g>
  );
}
