/**
 * Sizes of type in px at a browser font size of 16, once. CSS gets them in rem as variables of the same names, so that they
 * grow with the reader's own font size; charts read the numbers. `columns`: knobs stand beside the chart from here on;
 * `labels`: the bar's buttons say their names. Sheets know these widths by the names in breakpoints.css.
 */
export const widths = { middle: 700, columns: 1100, wide: 1200, labels: 1340, huge: 1600 } as const;

/** Viewport bands of the layout: from 1600 px, from 1200 px, from 700 px, below. */
export type Band = "huge" | "wide" | "middle" | "narrow";
export const isWide = (band: Band): boolean => band === "wide" || band === "huge";

const narrow = {
  "--size-body": 18,
  "--size-home": 38,
  "--size-h1": 36,
  "--size-lead": 19,
  "--size-h2": 24,
  "--size-h3": 20,
  "--size-verdict": 21,
  "--size-question": 19,
  "--size-words": 17,
  "--size-note": 15,
  "--size-code": 15,
  "--size-ui": 14,
  "--size-small": 13,
  "--size-label": 13,
  "--size-tick": 12,
};

export type TypeSize = keyof typeof narrow;
type Sizes = Record<TypeSize, number>;

const middle: Sizes = {
  ...narrow,
  "--size-home": 48,
  "--size-h1": 44,
  "--size-lead": 21,
  "--size-h2": 26,
  "--size-verdict": 24,
  "--size-question": 20,
};

const wide: Sizes = {
  ...middle,
  "--size-body": 19,
  "--size-home": 56,
  "--size-h1": 54,
  "--size-lead": 23,
  "--size-h2": 29,
};

/** Sizes of a presentation, at the widest screens; narrower ones take them in proportion, and never less than unpresented. */
const presented: Sizes = {
  "--size-body": 29,
  "--size-home": 78,
  "--size-h1": 78,
  "--size-lead": 34,
  "--size-h2": 44,
  "--size-h3": 30,
  "--size-verdict": 37,
  "--size-question": 32,
  "--size-words": 28,
  "--size-note": 24,
  "--size-code": 24,
  "--size-ui": 22,
  "--size-small": 20,
  "--size-label": 21,
  "--size-tick": 20,
};

/** How much larger than unpresented a presentation is, by the width of the screen. */
export const presentedScale = { narrow: 1, middle: 1.16, wide: 1.28, huge: 1.6 } as const;

const LARGEST = presentedScale.huge;

/** Between unpresented and largest, as far as the screen is wide. */
function between(plain: Sizes, scale: number): Sizes {
  const share = (scale - 1) / (LARGEST - 1);
  const size = (name: TypeSize) => Math.round(plain[name] + share * (presented[name] - plain[name]));
  return Object.fromEntries((Object.keys(plain) as TypeSize[]).map((name) => [name, size(name)])) as Sizes;
}

export const typeScale = { narrow, middle, wide, huge: wide } satisfies Record<string, Sizes>;
export const presentedTypeScale = {
  narrow,
  middle: between(middle, presentedScale.middle),
  wide: between(wide, presentedScale.wide),
  huge: presented,
} satisfies Record<string, Sizes>;

/** Line height of running text, by the same bands. */
export const bodyLineHeight = { narrow: 1.58, middle: 1.6, wide: 1.6, huge: 1.6 } as const;
export const presentedLineHeight = 1.5;
