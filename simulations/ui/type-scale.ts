/**
 * Sizes of type in px at a browser font size of 16, once. CSS gets them in rem as variables of the same names, so that they
 * grow with the reader's own font size; charts read the numbers. `projector` holds from 1200 px on.
 */
export const widths = { middle: 700, wide: 1200 } as const;

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

const projector: Sizes = {
  "--size-body": 26,
  "--size-home": 72,
  "--size-h1": 72,
  "--size-lead": 30,
  "--size-h2": 40,
  "--size-h3": 28,
  "--size-verdict": 32,
  "--size-question": 28,
  "--size-words": 26,
  "--size-note": 22,
  "--size-code": 23,
  "--size-ui": 20,
  "--size-small": 19,
  "--size-label": 20,
  "--size-tick": 19,
};

export const typeScale = { narrow, middle, wide, projector } satisfies Record<string, Sizes>;

/** Line height of running text, by the same bands. */
export const bodyLineHeight = { narrow: 1.58, middle: 1.6, wide: 1.6, projector: 1.5 } as const;
