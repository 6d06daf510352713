/** A number and its unit stay on one line: "12 %" never ends a line at "12". Lessons have the same from app/_mdx/units.mjs. */
export const unbroken = (text: string): string =>
  text.replace(/(\d|thousand) (?=%|°C|€|ms\b|thousand\b|million\b)/g, "$1\u00a0");
