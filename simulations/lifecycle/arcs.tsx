/** The arrows back over the four cards: thin where they were never walked, counted where they were, in the learner's colour while one is open. */
import { type Arrow, arrowsBack, type Project, type Standing, stages, timesWalked } from "./project";

/** px from the cards to the top of the longest arrow. */
const HEIGHT = 92;
const BASE = HEIGHT - 4;
/** px over the cards: no two arrows that cross a column lie on one height. */
const RISES: Readonly<Record<string, number>> = {
  "modelling scoping": 43,
  "deployment data": 63,
  "deployment scoping": 83,
};
const SHORT_RISE = 23;

const placeOf = (stage: Arrow["from"]) => stages.indexOf(stage);

/** Arrows that end at one card end side by side, the long ones outside. */
function pathOf({ from, to }: Arrow, column: number) {
  const length = placeOf(from) - placeOf(to);
  const side = column / 9;
  const start = (placeOf(from) + 0.5) * column - side * (2 - length) - side;
  const end = (placeOf(to) + 0.5) * column + side * (3 - length);
  const top = BASE - (RISES[`${from} ${to}`] ?? SHORT_RISE);
  const round = Math.min(14, (start - end) / 3);
  return {
    start,
    end,
    top,
    d: `M${start},${BASE}V${top + round}Q${start},${top} ${start - round},${top}H${end + round}Q${end},${top} ${end},${top + round}V${BASE - 7}`,
  };
}

interface ArcsProps {
  readonly project: Project;
  readonly open: Standing["open"];
  /** px */
  readonly width: number;
}

export function Arcs({ project, open, width }: ArcsProps) {
  const column = width / stages.length;
  return (
    <svg className="dl-arcs" width={width} height={HEIGHT} aria-hidden="true">
      {arrowsBack.map((arrow) => {
        const { start, end, top, d } = pathOf(arrow, column);
        const count = timesWalked(project, arrow);
        const isOpen = open?.from === arrow.from && open.to === arrow.to;
        return (
          <g key={`${arrow.from} ${arrow.to}`} data-walked={count > 0} data-open={isOpen}>
            <path d={d} />
            <path className="dl-arcs-head" d={`M${end - 5},${BASE - 8}h10L${end},${BASE}z`} />
            {count > 0 && (
              <text x={(start + end) / 2} y={top + 4}>
                {`${count}×`}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}
