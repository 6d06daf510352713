/**
 * What runs in the page's head before React, as plain text; its hash stands in the page's Content-Security-Policy.
 */
import type { Theme } from "@/simulations/ui/design/themes";
import type { ThemeChoice } from "./saved-state";
import { STORAGE_KEY } from "./storage-key";

/** Sets data-theme (light, dark or projector) and data-scheme (light or dark) before the first paint, from what is kept or from the system. */
export const themeScript = `(function(){var s={};try{s=JSON.parse(localStorage.getItem(${JSON.stringify(STORAGE_KEY)})).state||{}}catch(e){}
var d=matchMedia("(prefers-color-scheme: dark)").matches;
var t=s.theme==="light"||s.theme==="dark"?s.theme:d?"dark":"light",e=document.documentElement.dataset;
e.theme=s.present===true?"projector":t;e.scheme=s.present===true&&s.theme!=="dark"?"light":t})()`;

/** The same choice for the page at work. A room is presented to in light colours unless dark ones were chosen. */
export function shownTheme(theme: ThemeChoice, present: boolean, isSystemDark: boolean): Theme {
  if (present) return theme === "dark" ? "projector-dark" : "projector";
  return theme === "system" ? (isSystemDark ? "dark" : "light") : theme;
}

/** Marks the page when one of the scripts it came with is missing: without it nothing on the page answers. */
export const missingScript = `addEventListener("error",function(e){if(e.target.tagName==="SCRIPT"&&document.readyState!=="complete")document.documentElement.dataset.missing=""},true)`;
