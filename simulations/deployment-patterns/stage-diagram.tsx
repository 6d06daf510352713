/** The moving picture: belt, router, roads and phones. Places are written straight into the drawing, once a frame of the screen. */

import { useEffect, useMemo, useRef } from "react";
import { cast } from "../course/cast";
import { useReducedMotion } from "../ui/design/screen";
import { estimateWidth, formatNumber } from "../ui/ink/format";
import { MarkerShape } from "../ui/ink/marker";
import { roleVariable } from "../ui/ink/roles";
import type { ShownPhones } from "./frames";
import type { Shares } from "./results-minute";
import { type Phone, PhoneStream, pace } from "./stage-phones";
import { type RoadName, type Roads, roadNames, roadWidth } from "./stage-roads";

const slots = 96;

interface DiagramProps {
  readonly roads: Roads;
  readonly shown: ShownPhones | undefined;
  readonly shares: Shares;
  readonly moment: number;
  readonly playing: boolean;
  /** How long a minute of the simulation lasts on the screen. */
  readonly minuteMs: number;
  readonly phonesPerMinute: number;
}

const labels: Readonly<Record<RoadName, readonly [string, string]>> = {
  human: ["Human", "inspectors, audit sample"],
  blue: ["Blue", "version 1.4, in use"],
  green: ["Green", "version 1.5, new"],
};

/** One phone: its outline, the scratch, and the cross of a misjudged one, shown by attributes of the group. */
export function PhoneShape() {
  return (
    <>
      <rect className="dl-phone-body" x={-4.5} y={-7.5} width={9} height={15} rx={1.8} />
      <path className="dl-phone-scratch" d="M-2.2,4 2.4,-4.2" />
      <path className="dl-phone-cross" d="M-7,-6.5 7,6.5M-7,6.5 7,-6.5" />
    </>
  );
}

function write(group: SVGGElement, phone: Phone, stream: PhoneStream, roads: Roads): void {
  const { x, y } = roads[phone.road].at(phone.travelled);
  group.setAttribute("transform", `translate(${x.toFixed(1)} ${y.toFixed(1)})`);
  const state = `${phone.scratched ? "scratched " : ""}${phone.newLine ? "new-line " : ""}${phone.copy ? "copy " : ""}${stream.isKnown(phone) ? "wrong" : ""}`;
  // Attributes are written only when they change: most of the time only the place does.
  if (group.dataset.state !== state) group.dataset.state = state;
  const display = stream.isVisible(phone) ? "" : "none";
  if (group.style.display !== display) group.style.display = display;
}

/** Draws the stream into the groups; moves it while `playing`. */
function usePhones({ roads, shown, shares, moment, playing, minuteMs }: DiagramProps, layer: SVGGElement | null): void {
  const still = useReducedMotion();
  const mirrored = shares.mirror > 0 && shares.weight === 0;
  const stream = useMemo(() => new PhoneStream(roads, slots), [roads]);
  const now = useRef({ shown, mirrored, minuteMs, began: 0 });
  const drawnMoment = useRef<number>(undefined);
  const drawnStream = useRef<PhoneStream>(undefined);
  const moving = playing && !still;

  useEffect(() => {
    now.current = { shown, mirrored, minuteMs, began: performance.now() };
  }, [shown, mirrored, minuteMs]);

  useEffect(() => {
    if (!layer) return;
    const groups = layer.children as HTMLCollectionOf<SVGGElement>;
    const draw = () => {
      const used = new Set(stream.phones.map(({ slot }) => slot));
      for (const phone of stream.phones) write(groups[phone.slot]!, phone, stream, roads);
      for (let i = 0; i < groups.length; i++) if (!used.has(i)) groups[i]!.style.display = "none";
    };
    const other = drawnStream.current !== stream;
    if (other || (!moving && drawnMoment.current !== moment)) {
      stream.still(shown, mirrored);
      draw();
    }
    drawnStream.current = stream;
    drawnMoment.current = moment;
    if (!moving) return;
    let before = performance.now();
    let frame = requestAnimationFrame(function step(time) {
      const { began, ...at } = now.current;
      // A page that was in the background goes on where it was.
      const px = (pace * Math.min(50, Math.max(0, time - before))) / 1000;
      before = time;
      stream.advance(px, at.shown, Math.min(0.999, Math.max(0, time - began) / at.minuteMs), at.mirrored);
      draw();
      frame = requestAnimationFrame(step);
    });
    return () => cancelAnimationFrame(frame);
  }, [layer, stream, roads, moving, moment, shown, mirrored]);
}

export function Diagram(
  props: DiagramProps & { readonly layer: SVGGElement | null; readonly onLayer: (g: SVGGElement | null) => void },
) {
  const { roads, shares, phonesPerMinute, layer, onLayer } = props;
  usePhones(props, layer);
  const { upright, router, routerRadius: r, belt, width, height } = roads;
  return (
    <svg className="dl-desk-picture" width={width} height={height} aria-hidden="true" data-upright={upright}>
      <path className="dl-desk-belt" d={upright ? `M${router.x},0V${belt}` : `M0,${router.y}H${belt}`} />
      {roadNames.map((name) => {
        const share = name === "human" ? 0 : shares[name];
        const line = roleVariable(cast[name], "line");
        const unused = name === "green" && shares.weight === 0;
        return (
          <g key={name} className="dl-desk-road" fill="none" stroke={line}>
            <path
              d={roads[name].path}
              style={{ strokeWidth: name === "human" ? 2 : roadWidth(share) + 2 }}
              strokeDasharray={unused ? "5 4" : undefined}
            />
            {name !== "human" && !unused && (
              <path d={roads[name].path} className="dl-desk-fill" style={{ strokeWidth: roadWidth(share) }} />
            )}
          </g>
        );
      })}
      <g ref={onLayer}>
        {Array.from({ length: slots }, (_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: places to draw in, all alike
          <g key={i} style={{ display: "none" }}>
            <PhoneShape />
          </g>
        ))}
      </g>
      <circle className="dl-desk-router" cx={router.x} cy={router.y} r={r} />
      <path
        className="dl-desk-switch"
        transform={`translate(${router.x} ${router.y}) rotate(${upright ? 90 : 0})`}
        d="M-9,0H9M-5,0L7,-7M-5,0L7,7"
      />
      <Labels roads={roads} phonesPerMinute={phonesPerMinute} />
    </svg>
  );
}

function Labels({ roads, phonesPerMinute }: { readonly roads: Roads; readonly phonesPerMinute: number }) {
  const { upright, router, routerRadius: r, width, height } = roads;
  const rate = `${formatNumber(phonesPerMinute, 0)} a minute`;
  // Beside a short belt the name would stand on the road to the inspectors.
  const source = upright || router.x > 135 ? ["Phones from the line"] : ["Phones", "from the line"];
  return (
    <g className="dl-desk-labels">
      {source.map((line, i) => (
        <text
          key={line}
          x={upright ? router.x + 22 : 0}
          y={upright ? 20 : router.y - 46 - 18 * (source.length - 1 - i)}
          className="dl-desk-name"
        >
          {line}
        </text>
      ))}
      <text x={upright ? router.x + 22 : 0} y={upright ? 38 : router.y - 27} className="dl-desk-note">
        {rate}
      </text>
      <text
        x={upright ? router.x + r + 8 : router.x}
        y={upright ? router.y + 4 : router.y + r + 18}
        textAnchor={upright ? "start" : "middle"}
        className="dl-desk-note"
      >
        router
      </text>
      {roadNames.map((name) => {
        const end = roads[name].at(roads[name].length);
        const [label, note] = labels[name];
        const x = upright ? end.x : width * 0.52;
        // A short road has room for its name only.
        const noted = !upright && estimateWidth(`${label}  ${note}`, 13, 500) < width - x - 12;
        const y = upright ? height + 20 : end.y - 24;
        return (
          <g key={name}>
            <MarkerShape
              marker={name === "human" ? "open-diamond" : name === "blue" ? "circle" : "triangle"}
              x={upright ? x - 5 - label.length * 3.9 : x}
              y={y - 4.5}
              size={9}
              colour={roleVariable(cast[name], "line")}
              surface="var(--surface)"
            />
            <text x={upright ? x + 6 : x + 12} y={y} textAnchor={upright ? "middle" : "start"}>
              <tspan
                className="dl-desk-name"
                style={{ fill: name === "human" ? "var(--ink)" : roleVariable(cast[name], "text") }}
              >
                {label}
              </tspan>
              {noted && (
                <tspan className="dl-desk-note" dx="0.5em">
                  {note}
                </tspan>
              )}
            </text>
          </g>
        );
      })}
    </g>
  );
}
