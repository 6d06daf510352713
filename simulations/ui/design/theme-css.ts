/** The tokens of simulations/ui as CSS variables: colours by theme, sizes of type in rem by width. Nothing is listed twice. */
import { isDark, type Theme, tokens } from "./tokens";
import { bodyLineHeight, presentedLineHeight, presentedTypeScale, typeScale, widths } from "./type-scale";

type Band = keyof typeof typeScale;

const colours = (theme: Theme): string =>
  `color-scheme:${isDark(theme) ? "dark" : "light"};${Object.entries(tokens[theme])
    .map(([name, value]) => `${name}:${value}`)
    .join(";")}`;

const rems = (scale: Readonly<Record<string, number>>, lineHeight: number): string =>
  `${Object.entries(scale)
    .map(([name, px]) => `${name}:${px / 16}rem`)
    .join(";")};--line-body:${lineHeight}`;

const sizes = (band: Band): string => rems(typeScale[band], bodyLineHeight[band]);
const presented = (band: Band): string =>
  `:root[data-theme=projector]{${rems(presentedTypeScale[band], presentedLineHeight)}}`;

/** Media queries in em, so that a larger browser font size gets the layout for less room. */
const from = (px: number, rule: string): string => `@media (min-width:${px / 16}em){${rule}}`;

/** Without a script the system's preference decides; the script of the page's head always sets data-theme. */
export const themeCss = [
  `:root{${colours("light")}}`,
  `@media (prefers-color-scheme:dark){:root:not([data-theme]){${colours("dark")}}}`,
  `:root[data-theme=light]{${colours("light")}}`,
  `:root[data-theme=dark]{${colours("dark")}}`,
  `:root[data-theme=projector]{${colours("projector")}}`,
  `:root[data-theme=projector][data-scheme=dark]{${colours("projector-dark")}}`,
  `:root{${sizes("narrow")}}`,
  from(widths.middle, `:root{${sizes("middle")}}`),
  from(widths.wide, `:root{${sizes("wide")}}`),
  from(widths.middle, presented("middle")),
  from(widths.wide, presented("wide")),
  from(widths.huge, presented("huge")),
  // Paper is light, and never presented.
  `@media print{:root:root:root{${colours("light")};${sizes("middle")}}}`,
].join("\n");
