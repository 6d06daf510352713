"use client";
/** The two loops side by side. Each press of "Next step" walks one edge of one of them and says what that step was in this run. */
import { ArrowLeft, ArrowRight } from "lucide-react";
import { useState } from "react";
import { useFocusKept } from "../ui/design/focus-kept";
import { Announce } from "../ui/ink/announce";
import { Said } from "../ui/ink/said";
import { edgeText, type LoopName, type LoopStep, loops, stepsOf } from "./loop-steps";
import type { AnalysisResults } from "./results";

const width = 320;
const height = 236;
/** Middles of the three places: above, right below, left below. */
const places = [
  { x: 160, y: 34 },
  { x: 236, y: 168 },
  { x: 84, y: 168 },
] as const;
const box = { width: 146, height: 42 };
/** Edges as they are drawn, and where their counts stand. */
const edges = [
  { d: "M200,58 Q246,88 240,142", x: 258, y: 96 },
  { d: "M206,192 Q160,226 114,192", x: 160, y: 224 },
  { d: "M80,142 Q74,88 120,58", x: 62, y: 96 },
] as const;

interface LoopProps {
  readonly name: LoopName;
  readonly walked: readonly LoopStep[];
  readonly current: LoopStep | undefined;
}

function Loop({ name, walked, current }: LoopProps) {
  const { title, places: names } = loops[name];
  const times = names.map((_, from) => walked.filter((step) => step.loop === name && step.from === from).length);
  const label = `${title}: ${names.map((_, from) => `${edgeText({ loop: name, from })}, walked ${times[from] === 1 ? "once" : `${times[from]} times`}`).join("; ")}.`;
  return (
    <figure className="dl-loop">
      <figcaption>{title}</figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        {edges.map(({ d, x, y }, from) => {
          const now = current?.loop === name && current.from === from;
          return (
            <g key={d} className="dl-loop-edge" data-walked={times[from]! > 0} data-now={now}>
              <path d={d} />
              <path className="dl-loop-head" d={headOf(d)} />
              {times[from]! > 0 && (
                <text x={x} y={y} textAnchor="middle">
                  {`${times[from]}×`}
                </text>
              )}
            </g>
          );
        })}
        {places.map(({ x, y }, at) => (
          <g
            key={names[at]}
            className="dl-loop-place"
            data-now={current?.loop === name && (current.from + 1) % 3 === at}
          >
            <rect x={x - box.width / 2} y={y - box.height / 2} width={box.width} height={box.height} rx={6} />
            <text x={x} y={y + 4.5} textAnchor="middle">
              {names[at]}
            </text>
          </g>
        ))}
      </svg>
    </figure>
  );
}

/** The tip of an arrow along the end of a quadratic curve "Mx,y Qx,y x,y". */
function headOf(d: string): string {
  const numbers = d.match(/[\d.]+/g)!.map(Number);
  const [cx, cy, x, y] = numbers.slice(2) as [number, number, number, number];
  const angle = Math.atan2(y - cy, x - cx);
  const corner = (turn: number) =>
    `${(x - 11 * Math.cos(angle + turn)).toFixed(1)},${(y - 11 * Math.sin(angle + turn)).toFixed(1)}`;
  return `M${corner(0.42)} L${x},${y} L${corner(-0.42)}`;
}

export function Loops({ results }: { readonly results: AnalysisResults }) {
  const steps = stepsOf(results);
  const focusKept = useFocusKept<HTMLDivElement>();
  const [taken, setTaken] = useState(0);
  // After a purchase is taken back there are fewer steps.
  const at = Math.min(taken, steps.length);
  const walked = steps.slice(0, at);
  const current = walked.at(-1);
  const text = current
    ? `Step ${at} of ${steps.length}, ${loops[current.loop].title.toLowerCase()}, ${edgeText(current)}: ${current.text}`
    : "";
  return (
    <section className="dl-loops" aria-label="The two loops">
      <h3>The two loops, and the steps of this run</h3>
      <div className="dl-loops-pair">
        <Loop name="modelling" {...{ walked, current }} />
        <Loop name="deployment" {...{ walked, current }} />
      </div>
      <p className="dl-loops-text">
        <Said text={text || `This run has ${steps.length} steps. Every purchase adds three to the modelling loop.`} />
      </p>
      <Announce quiet={false} text={text} />
      <div className="dl-loops-buttons" {...focusKept}>
        <button type="button" className="dl-quiet" disabled={at === 0} onClick={() => setTaken(at - 1)}>
          <ArrowLeft aria-hidden="true" /> <span>Step back</span>
        </button>
        <button type="button" className="dl-outlined" disabled={at === steps.length} onClick={() => setTaken(at + 1)}>
          <span>Next step</span> <ArrowRight aria-hidden="true" />
        </button>
      </div>
    </section>
  );
}
