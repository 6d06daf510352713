/** A copy of an SVG on the page that needs no style sheet: what the page's styles make of it stands in the copy. */

export const SVG = "http://www.w3.org/2000/svg";

/** Properties that are handed down, with what they are where nothing is said. */
const inherited: Readonly<Record<string, string>> = {
  fill: "rgb(0, 0, 0)",
  "fill-opacity": "1",
  "fill-rule": "nonzero",
  stroke: "none",
  "stroke-width": "1px",
  "stroke-opacity": "1",
  "stroke-dasharray": "none",
  "stroke-dashoffset": "0px",
  "stroke-linecap": "butt",
  "stroke-linejoin": "miter",
  "stroke-miterlimit": "4",
  "paint-order": "normal",
  "clip-rule": "nonzero",
  "shape-rendering": "auto",
  visibility: "visible",
  "text-anchor": "start",
  "dominant-baseline": "auto",
  "font-family": "",
  "font-size": "",
  "font-style": "normal",
  "font-weight": "400",
  "font-variant-numeric": "normal",
  "font-feature-settings": "normal",
  "letter-spacing": "normal",
};

const own: Readonly<Record<string, string>> = {
  opacity: "1",
  "clip-path": "none",
  mask: "none",
  "mix-blend-mode": "normal",
  "stop-color": "rgb(0, 0, 0)",
  "stop-opacity": "1",
};

/** What is there for a pointer or a reader of names, and what the style of the copy replaces. A picture is enlarged whole: lines too. */
const isLeftOut = (name: string): boolean =>
  name in inherited ||
  name in own ||
  /^(class|style|role|vector-effect|tabindex|focusable|pointer-events|data-.*|aria-.*|on.*)$/.test(name);

export type Declared = Readonly<Record<string, string>>;

/** Told every text that is copied, with its style. */
export type OnText = (text: string, style: CSSStyleDeclaration) => void;

function styleText(style: CSSStyleDeclaration, from: Declared, now: Record<string, string>): string {
  const said: string[] = [];
  const say = (name: string, value: string) => {
    // Parts of the same document, by whatever address the browser spells them out.
    said.push(`${name}:${value.replace(/url\(["']?[^"')]*#([^"')]*)["']?\)/g, "url(#$1)")}`);
  };
  for (const name in inherited) {
    const value = style.getPropertyValue(name);
    if (value !== from[name]) say(name, value);
    now[name] = value;
  }
  for (const name in own) {
    const value = style.getPropertyValue(name);
    if (value && value !== own[name]) say(name, value);
  }
  return said.join(";");
}

function copyInto(target: Element, source: Element, from: Declared, onText: OnText, skip: string): void {
  const style = getComputedStyle(source);
  const now: Record<string, string> = {};
  for (const { name, value, namespaceURI } of source.attributes)
    if (!isLeftOut(name) && !name.startsWith("xmlns")) target.setAttributeNS(namespaceURI, name, value);
  const said = styleText(style, from, now);
  if (said) target.setAttribute("style", said);
  if ((source as SVGElement).style.transform) target.setAttribute("transform", style.transform);
  for (const child of source.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) {
      const text = child.textContent ?? "";
      target.append(text);
      if (text.trim()) onText(text, style);
    } else if (child instanceof SVGElement && !child.matches(skip) && getComputedStyle(child).display !== "none") {
      const copy = document.createElementNS(SVG, child.localName);
      copyInto(copy, child, now, onText, skip);
      target.append(copy);
    }
  }
}

/** The copy has the place and size of the original, moved by `left` and `top`. */
export function copySvg(source: SVGSVGElement, left: number, top: number, onText: OnText, skip: string): SVGElement {
  const box = source.getBoundingClientRect();
  const copy = document.createElementNS(SVG, "svg");
  copyInto(copy, source, inherited, onText, skip);
  copy.setAttribute("x", String(box.left + left));
  copy.setAttribute("y", String(box.top + top));
  copy.setAttribute("width", String(box.width));
  copy.setAttribute("height", String(box.height));
  if (getComputedStyle(source).overflow === "visible") copy.setAttribute("overflow", "visible");
  return copy;
}
