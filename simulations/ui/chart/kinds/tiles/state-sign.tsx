import type { State } from "./model";

interface StateSignProps {
  readonly state: State;
  /** Its middle. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly colour: string;
  readonly surface: string;
}

/** OK: a ring with a tick. Warning: an open triangle. Alarm: a filled octagon. Each with its stroke of the same weight. */
export function StateSign({ state, x, y, size, colour, surface }: StateSignProps) {
  const r = size / 2;
  const stroke = Math.max(1.5, size / 8);
  const at = (points: readonly (readonly [number, number])[]) =>
    points.map(([dx, dy]) => `${(x + dx * r).toFixed(1)},${(y + dy * r).toFixed(1)}`).join("L");
  const line = {
    fill: "none",
    stroke: colour,
    strokeWidth: stroke,
    strokeLinecap: "round",
    strokeLinejoin: "round",
  } as const;
  if (state === "ok")
    return (
      <g {...line}>
        <circle cx={x} cy={y} r={r - stroke / 2} />
        <path
          d={`M${at([
            [-0.4, 0.05],
            [-0.1, 0.36],
            [0.42, -0.32],
          ])}`}
        />
      </g>
    );
  const bang = `M${x},${(y - r * 0.32).toFixed(1)}V${(y + r * 0.16).toFixed(1)}M${x},${(y + r * 0.48).toFixed(1)}v0.01`;
  if (state === "warning")
    return (
      <g {...line}>
        <path
          d={`M${at([
            [0, -0.92],
            [1, 0.82],
            [-1, 0.82],
          ])}Z`}
        />
        <path d={bang} />
      </g>
    );
  const corner = Math.SQRT2 - 1;
  return (
    <g {...line}>
      <path
        d={`M${at([
          [-corner, -1],
          [corner, -1],
          [1, -corner],
          [1, corner],
          [corner, 1],
          [-corner, 1],
          [-1, corner],
          [-1, -corner],
        ])}Z`}
        fill={colour}
        stroke="none"
      />
      <path d={bang} stroke={surface} />
    </g>
  );
}
