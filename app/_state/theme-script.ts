/**
 * Sets data-theme (light, dark or projector) and data-scheme (light or dark) before the first paint, from what is kept or from the system. Plain text that runs in the page's head; its
 * hash stands in the page's Content-Security-Policy.
 */
import type { Theme } from "@/simulations/ui/tokens";
import type { ThemeChoice } from "./saved-state";
import { STORAGE_KEY } from "./storage-key";

export const themeScript = `(function(){var s={};try{s=JSON.parse(localStorage.getItem(${JSON.stringify(STORAGE_KEY)})).state||{}}catch(e){}
var d=matchMedia("(prefers-color-scheme: dark)").matches;
var t=s.theme==="light"||s.theme==="dark"?s.theme:d?"dark":"light",e=document.documentElement.dataset;
e.theme=s.present===true?"projector":t;e.scheme=s.present===true&&s.theme!=="dark"?"light":t})()`;

/** The same choice for the page at work. A room is presented to in light colours unless dark ones were chosen. */
export function shownTheme(theme: ThemeChoice, present: boolean, isSystemDark: boolean): Theme {
  if (present) return theme === "dark" ? "projector-dark" : "projector";
  return theme === "system" ? (isSystemDark ? "dark" : "light") : theme;
}
