import { parts } from "@/lessons";
import Link from "../intent-link";
import { arrowsBack, position, type Stop, stages } from "./course";
import {
  arrowHead,
  arrowPath,
  arrows,
  CLEAR,
  HEIGHT,
  heads,
  LOWER,
  stopX,
  stopY,
  turns,
  UPPER,
  WIDTH,
} from "./map-geometry";
import { StopRing } from "./stop-ring";

/**
 * The course as a walk round the life cycle, for wide pages. A picture: the list under it says the same in text and holds
 * the links for keyboard and screen reader.
 */
export function WideMap({ stops }: { stops: readonly Stop[] }) {
  const partLines = Object.entries(parts).map(([part, name]) => {
    const own = stops.filter((stop) => stop.part === Number(part));
    const xs = own.map(({ number }) => stopX(number));
    const y = stopY(own[0]?.number ?? 1) === UPPER ? 366 : 524;
    return { part, name, from: Math.min(...xs) - 40, to: Math.max(...xs) + 40, y };
  });
  return (
    <div className="wide-map" aria-hidden="true" style={{ width: WIDTH, height: HEIGHT }}>
      <svg aria-hidden="true" width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} overflow="visible">
        <g fill="none" stroke="var(--control)" strokeWidth="2">
          <path d={turns.right} />
          <path d={turns.left} />
          {stops.slice(0, -1).map((stop, i) => (
            <Stretch key={stop.slug} from={stop} to={stops[i + 1] ?? stop} />
          ))}
          {heads.map(({ x, y, turn }) => (
            <path key={turn} d="M-3,-5L4,0L-3,5" strokeWidth="1.8" transform={`translate(${x},${y}) rotate(${turn})`} />
          ))}
        </g>
        <g className="map-stages">
          {stages.map((stage) => {
            const from = stopX(stage.first) - 22;
            const to = stopX(stage.last) + 22;
            return (
              <g key={stage.name}>
                <path d={`M${from},194v-5.500H${to}v5.500`} fill="none" stroke="var(--ink-3)" />
                <text x={(from + to) / 2} y={177} textAnchor="middle">
                  <tspan fontWeight="600" fill="var(--ink)">
                    {stage.name}
                  </tspan>
                  {"rest" in stage && <tspan dx="6">{stage.rest}</tspan>}
                </text>
              </g>
            );
          })}
        </g>
        <g className="map-arrows">
          {arrowsBack.map(({ id }) => (
            <g key={id}>
              <path d={arrowPath(arrows[id])} fill="none" stroke="var(--ink-3)" strokeWidth="1.3" />
              <path d={arrowHead(arrows[id])} fill="var(--ink-3)" />
            </g>
          ))}
          {arrowsBack.map(({ id, reason }) => {
            const { x, y, over } = arrows[id].text;
            return (
              <text key={id} x={x} y={y} textAnchor="middle" data-over={over ? "" : undefined}>
                {reason}
              </text>
            );
          })}
          <text x={832} y={LOWER + 34} textAnchor="middle" className="map-round">
            and round again: what production teaches, modelling answers
          </text>
        </g>
        <g className="map-parts">
          {partLines.map(({ part, name, from, to, y }) => (
            <g key={part}>
              <path d={`M${from},${y}H${to}`} stroke="var(--hair)" />
              <text x={(from + to) / 2} y={y + 19} textAnchor="middle">
                <tspan fontWeight="600">{part === "5" ? name : `Part ${part}`}</tspan>
                {part !== "5" && <tspan dx="6">{name}</tspan>}
              </text>
            </g>
          ))}
        </g>
      </svg>
      {stops.map((stop) => (
        <Link
          key={stop.slug}
          href={`/lessons/${stop.slug}/`}
          {...(stop.state === "coming" && { prefetch: false })}
          tabIndex={-1}
          className="map-stop"
          data-state={stop.state}
          data-row={stopY(stop.number) === UPPER ? "upper" : "lower"}
          style={{ left: stopX(stop.number), top: stopY(stop.number) }}
        >
          <StopRing stop={stop} />
          <span className="map-label">{unbroken(stop.short)}</span>
          {stop.state === "here" && <em className="map-here">{position(stop)}</em>}
          {stop.state === "coming" && <em>coming</em>}
        </Link>
      ))}
    </div>
  );
}

/** A hyphen is no place to break a label: word joiners hold both sides. */
const unbroken = (text: string): string => text.replaceAll("-", "\u2060-\u2060");

/** Track between two stops of one row: plum and heavy where it was walked. The lower row runs from right to left. */
function Stretch({ from, to }: { from: Stop; to: Stop }) {
  const y = stopY(from.number);
  if (y !== stopY(to.number)) return null;
  const walked = from.state === "done" && (to.state === "done" || to.state === "here");
  const direction = y === LOWER ? -1 : 1;
  return (
    <path
      d={`M${stopX(from.number) + direction * CLEAR},${y}H${stopX(to.number) - direction * CLEAR}`}
      stroke={walked ? "var(--you)" : undefined}
      strokeWidth={walked ? 5 : undefined}
    />
  );
}
