/** The two areas of one histogram: quiet before the threshold, in the alarm's colour from it on. */
import { type Theme, tokens } from "../../../design/tokens";

export interface Filling {
  readonly colour: string;
  readonly opacity: number;
}

/** Before the threshold there is no alarm; from it on there is. */
export const fillings = (theme: Theme): { below: Filling; above: Filling } => ({
  below: { colour: tokens[theme]["--ink-3"], opacity: theme === "dark" ? 0.34 : 0.26 },
  above: { colour: tokens[theme]["--alarm"], opacity: theme === "dark" ? 0.5 : 0.36 },
});

export function Hatch({
  id,
  colour,
  large,
}: {
  readonly id: string;
  readonly colour: string;
  readonly large: boolean;
}) {
  const pitch = large ? 9 : 6;
  return (
    <pattern id={id} width={pitch} height={pitch} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <line x1={0} x2={0} y1={0} y2={pitch} stroke={colour} strokeWidth={large ? 5 : 3.2} />
    </pattern>
  );
}

interface AreasProps {
  readonly path: string;
  readonly hatched: boolean;
  /** Where the threshold stands. */
  readonly at: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly theme: Theme;
  readonly large: boolean;
  readonly patternId: string;
}

export function Areas({ path, hatched, at, left, right, top, bottom, theme, large, patternId }: AreasProps) {
  const sides = fillings(theme);
  return (["below", "above"] as const).map((side) => {
    const { colour, opacity } = sides[side];
    const id = `${patternId}-${side}`;
    const [from, to] = side === "below" ? [left, at] : [at, right];
    return (
      <g key={side}>
        <defs>
          {hatched && <Hatch id={id} colour={colour} large={large} />}
          <clipPath id={`${id}-clip`}>
            <rect x={from} y={top - 2} width={Math.max(0, to - from)} height={bottom - top + 2} />
          </clipPath>
        </defs>
        <path
          d={path}
          clipPath={`url(#${id}-clip)`}
          fill={hatched ? `url(#${id})` : colour}
          fillOpacity={hatched ? 0.9 : opacity}
          stroke={colour}
          strokeWidth={(hatched ? 1.75 : 1) * (large ? 1.8 : 1)}
        />
      </g>
    );
  });
}
