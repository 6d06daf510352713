/**
 * Every colour of the course, once. CSS gets them as variables of the same names on :root[data-theme], charts and pictures
 * read the values here. Contrasts were measured: text 4.5 or more (projector 7), graphics 3 or more, on page and surface.
 * Hues of roles are Okabe and Ito's (2008), lightness moved for contrast and for colour-blind readers.
 */
import type { Theme } from "./themes";

export { isDark, isPresented, type Theme, themes } from "./themes";

const light = {
  "--page": "#ffffff",
  "--surface": "#f6f7f8",
  "--ink": "#16191d",
  "--ink-2": "#464d55",
  "--ink-3": "#5f6770",
  "--control": "#828a93",
  "--track": "#828a93",
  "--hair": "#dfe3e6",
  "--grid": "#e0e4e7",
  "--truth": "#16191d",
  "--grey": "#7a8189",
  "--grey-text": "#5f6770",
  "--blue": "#0073c0",
  "--blue-text": "#006ab2",
  "--amber": "#c67b00",
  "--amber-text": "#8f5800",
  "--green": "#006b4a",
  "--green-text": "#006b4a",
  "--alarm": "#b53a05",
  "--alarm-text": "#b53a05",
  "--you": "#87276b",
};

export type Token = keyof typeof light;

const dark: Record<Token, string> = {
  "--page": "#121518",
  "--surface": "#1a1e22",
  "--ink": "#eaedef",
  "--ink-2": "#b8bfc6",
  "--ink-3": "#98a0a8",
  "--control": "#737c85",
  "--track": "#737c85",
  "--hair": "#2d3339",
  "--grid": "#2b3137",
  "--truth": "#f2f4f5",
  "--grey": "#868d95",
  "--grey-text": "#a3aab2",
  "--blue": "#3d9bea",
  "--blue-text": "#62b0f2",
  "--amber": "#e29b0c",
  "--amber-text": "#eaa823",
  "--green": "#3fcb9c",
  "--green-text": "#3fcb9c",
  "--alarm": "#e4572a",
  "--alarm-text": "#ff8458",
  "--you": "#f3a6d2",
};

const projector: Record<Token, string> = {
  "--page": "#ffffff",
  "--surface": "#ffffff",
  "--ink": "#000000",
  "--ink-2": "#16191d",
  "--ink-3": "#33393f",
  "--control": "#000000",
  "--track": "#858c93",
  "--hair": "#8b929a",
  "--grid": "#c9ced3",
  "--truth": "#000000",
  "--grey": "#6b7178",
  "--grey-text": "#43494f",
  "--blue": "#0068b4",
  "--blue-text": "#00508c",
  "--amber": "#b87000",
  "--amber-text": "#6e4700",
  "--green": "#00603f",
  "--green-text": "#005437",
  "--alarm": "#a83200",
  "--alarm-text": "#8a2900",
  "--you": "#74185a",
};

export const tokens: Record<Theme, Record<Token, string>> = {
  light,
  dark,
  projector,
  // A room needs more contrast than a desk.
  "projector-dark": {
    ...dark,
    "--page": "#0c0e10",
    "--surface": "#0c0e10",
    "--ink-3": "#b0b7be",
    "--control": "#8b939b",
    "--hair": "#4a525a",
    "--grey-text": "#b4bac1",
    "--alarm-text": "#ff9470",
  },
};
