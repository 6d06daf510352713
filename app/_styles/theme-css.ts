/** The tokens of simulations/ui as CSS variables: colours by theme, sizes of type in rem by width. Nothing is listed twice. */
import { type Theme, tokens } from "@/simulations/ui/tokens";
import { bodyLineHeight, typeScale, widths } from "@/simulations/ui/type-scale";

type Band = keyof typeof typeScale;

const colours = (theme: Theme): string =>
  `color-scheme:${theme === "dark" ? "dark" : "light"};${Object.entries(tokens[theme])
    .map(([name, value]) => `${name}:${value}`)
    .join(";")}`;

const sizes = (band: Band): string =>
  `${Object.entries(typeScale[band])
    .map(([name, px]) => `${name}:${px / 16}rem`)
    .join(";")};--line-body:${bodyLineHeight[band]}`;

/** Media queries in em, so that a larger browser font size gets the layout for less room. */
const from = (px: number, rule: string): string => `@media (min-width:${px / 16}em){${rule}}`;

/** Without a script the system's preference decides; the script of the page's head always sets data-theme. */
export const themeCss = [
  `:root{${colours("light")}}`,
  `@media (prefers-color-scheme:dark){:root:not([data-theme]){${colours("dark")}}}`,
  `:root[data-theme=light]{${colours("light")}}`,
  `:root[data-theme=dark]{${colours("dark")}}`,
  `:root[data-theme=projector]{${colours("projector")}}`,
  `:root{${sizes("narrow")}}`,
  from(widths.middle, `:root{${sizes("middle")}}`),
  from(widths.wide, `:root{${sizes("wide")}}`),
  from(widths.wide, `:root[data-theme=projector]{${sizes("projector")}}`),
].join("\n");
