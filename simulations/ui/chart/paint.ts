/** Colours and dashes as Plotly and SVG take them. */
import { type Theme, tokens } from "../design/tokens";
import type { DrawnRole } from "../ink/roles";

export function withAlpha(hex: string, alpha: number): string {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return `rgba(${r},${g},${b},${alpha})`;
}

export const dashText = (role: DrawnRole): string =>
  role.dash.length ? role.dash.map((length) => `${Number(length.toFixed(2))}px`).join(",") : "solid";

/** Outline of text that stands over lines. */
export const halo = (theme: Theme) => ({
  stroke: tokens[theme]["--surface"],
  strokeWidth: 4,
  strokeLinejoin: "round" as const,
  style: { paintOrder: "stroke" },
});
