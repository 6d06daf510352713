import inter from "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2";
import serif from "@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz-normal.woff2";
import { preload } from "react-dom";

/** The two fonts of every page's first screen, asked for before the styles are read. */
export function FontPreloads() {
  for (const url of [serif, inter]) preload(url, { as: "font", type: "font/woff2", crossOrigin: "" });
  return null;
}
