/**
 * Sets data-theme before the first paint, from what is kept or from the system. Plain text that runs in the page's head; its
 * hash stands in the page's Content-Security-Policy.
 */
import { STORAGE_KEY } from "./storage-key";

export const themeScript = `(function(){var s={};try{s=JSON.parse(localStorage.getItem(${JSON.stringify(STORAGE_KEY)})).state||{}}catch(e){}
var d=matchMedia("(prefers-color-scheme: dark)").matches;
document.documentElement.dataset.theme=s.present===true?"projector":s.theme==="light"||s.theme==="dark"?s.theme:d?"dark":"light"})()`;
