/** How each role is drawn wherever it appears: colour, line style, marker. Lines take the line tone, words the text tone. */

import type { Theme, Token } from "../design/tokens";
import { tokens } from "../design/tokens";

/** The palette: one colour, line style and marker each. Who takes which in the course is said in course/cast.ts. */
export type Role =
  | "grey"
  | "blue"
  | "amber"
  | "green"
  | "truth"
  | "alarm"
  | "you"
  | "muted"
  // Measures of one thing, such as percentiles of a service's latency: ink, told apart by line and marker.
  | "ink"
  | "ink-dashed"
  | "ink-dash-dotted";

export type Marker =
  | "circle"
  | "square"
  | "triangle"
  | "triangle-down"
  | "cross"
  | "open-circle"
  | "open-diamond"
  | "dash"
  | "none";

interface RoleStyle {
  readonly line: Token;
  readonly text: Token;
  /** Lengths of dash and gap in px at normal line width; none: solid. */
  readonly dash?: readonly number[];
  readonly round?: true;
  readonly width: number;
  readonly marker: Marker;
  /** Offset of the markers along the line, so that roles on one line stay tellable. */
  readonly stagger: number;
}

/** Drawn alike wherever they appear: two roles of different lessons that never stand in one chart share one. */
const dotted: RoleStyle = {
  line: "--grey",
  text: "--grey-text",
  dash: [0.1, 5],
  round: true,
  width: 2.6,
  marker: "cross",
  stagger: 2,
};
const solid: RoleStyle = { line: "--blue", text: "--blue-text", width: 2.25, marker: "circle", stagger: 3 };
const dashed: RoleStyle = {
  line: "--amber",
  text: "--amber-text",
  dash: [8, 4.5],
  width: 2.25,
  marker: "square",
  stagger: 0,
};
const dashDotted: RoleStyle = {
  line: "--green",
  text: "--green-text",
  dash: [13, 4, 2.5, 4],
  width: 2.25,
  marker: "triangle",
  stagger: 1,
};
const inInk = { line: "--ink-2", text: "--ink" } as const;

const styles: Record<Role, RoleStyle> = {
  grey: dotted,
  blue: solid,
  amber: dashed,
  green: dashDotted,
  truth: { line: "--truth", text: "--ink", width: 1.1, marker: "none", stagger: 0 },
  alarm: { line: "--alarm", text: "--alarm-text", dash: [5, 3.5], width: 1.25, marker: "triangle-down", stagger: 0 },
  you: { line: "--you", text: "--you", width: 2.25, marker: "open-circle", stagger: 2 },
  muted: { line: "--ink-3", text: "--ink-3", width: 2.25, marker: "open-diamond", stagger: 1 },
  ink: { ...solid, ...inInk },
  "ink-dashed": { ...dashed, ...inInk },
  "ink-dash-dotted": { ...dashDotted, ...inInk, stagger: 2 },
};

export interface DrawnRole {
  readonly line: string;
  readonly text: string;
  readonly dash: readonly number[];
  readonly round: boolean;
  readonly width: number;
  readonly marker: Marker;
  readonly stagger: number;
}

/** In projector all but the thin lines are drawn at 4.25 px, dashes in the same ratio. */
const PROJECTOR_SCALE = 4.25 / 2.25;

/** A role in a theme's colours, in px. `large`: projector at full width, where lines are heavier. */
export function drawRole(role: Role, theme: Theme, large = false): DrawnRole {
  const style = styles[role];
  const scale = large ? PROJECTOR_SCALE : 1;
  return {
    line: tokens[theme][style.line],
    text: tokens[theme][style.text],
    dash: (style.dash ?? []).map((length) => length * scale),
    round: style.round ?? false,
    width: style.width * scale,
    marker: style.marker,
    stagger: style.stagger,
  };
}

/** The same as CSS, for what follows the theme without being drawn again. */
export const roleVariable = (role: Role, tone: "line" | "text"): string => `var(${styles[role][tone]})`;
export const roleMarker = (role: Role): Marker => styles[role].marker;
export const roleDash = (role: Role): readonly number[] => styles[role].dash ?? [];
export const roleWidth = (role: Role): number => styles[role].width;
export const roleRound = (role: Role): boolean => styles[role].round ?? false;
