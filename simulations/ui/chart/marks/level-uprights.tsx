/** Levels where values lie on x: upright lines with a name. */
import { type Theme, tokens } from "../../design/tokens";
import { MarkerShape } from "../../ink/marker";
import { drawRole } from "../../ink/roles";
import { halo } from "../paint";
import { RoleLine } from "../role-line";
import type { LevelMark } from "./model";

interface UprightProps {
  readonly marks: readonly LevelMark[];
  readonly pixel: (value: number) => number;
  readonly theme: Theme;
  readonly large: boolean;
  readonly tickSize: number;
  readonly bottom: number;
}

interface NamedUprightsProps extends UprightProps {
  /** Height of a name's own line above the chart, so that near neighbours never cover each other. */
  readonly line: number;
  /** There is room for names; else a key has them. */
  readonly direct: boolean;
}

export function NamedUprights({ marks, pixel, theme, large, tickSize, bottom, line, direct }: NamedUprightsProps) {
  const surface = tokens[theme]["--surface"];
  return marks.map((mark, i) => {
    const drawn = drawRole(mark.role, theme, large);
    const at = pixel(mark.at);
    const y = 4 + (direct ? (i + 0.5) * line : 4);
    return (
      <g key={mark.label}>
        <line x1={at} x2={at} y1={y} y2={bottom} stroke={surface} strokeWidth={drawn.width + 3} />
        <RoleLine role={drawn} x1={at} x2={at} y1={y} y2={bottom} />
        <MarkerShape marker={drawn.marker} x={at} y={y} size={large ? 13 : 8.5} colour={drawn.line} surface={surface} />
        {direct && (
          <text
            x={at + 10}
            y={y + tickSize * 0.36}
            fontSize={tickSize}
            fontWeight={600}
            fill={drawn.text}
            {...halo(theme)}
          >
            {mark.label}
          </text>
        )}
      </g>
    );
  });
}

/** Through rows, named above them. */
export function Uprights({
  marks,
  pixel,
  theme,
  large,
  tickSize,
  top,
  bottom,
}: UprightProps & { readonly top: number }) {
  return marks.map((mark) => {
    const role = drawRole(mark.role, theme, large);
    const x = pixel(mark.at);
    return (
      <g key={mark.label}>
        <RoleLine role={role} x1={x} x2={x} y1={top} y2={bottom} />
        <text x={x} y={tickSize} textAnchor="middle" fontSize={tickSize} fontWeight={600} fill={role.text}>
          {mark.label}
        </text>
      </g>
    );
  });
}
