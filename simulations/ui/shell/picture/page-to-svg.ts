/**
 * A part of the page as shapes and text of an SVG, each where it stands on the page. Text is text and nothing is a piece of
 * HTML inside the SVG: Safari refuses to save a canvas that such a piece was drawn on, and drawing programs do not show it.
 */
import { copySvg, type OnText, SVG } from "./svg-copy";

/** What is there to press, and what is not to be seen. */
const NOT_DRAWN =
  "button, input, select, textarea, script, style, [hidden], title, .dl-hidden, .dl-help-note, .dl-tables, .dl-handle-grip, .hoverlayer, .draglayer";

const SIDES = ["Top", "Right", "Bottom", "Left"] as const;
const FONT = ["font-style", "font-weight", "font-variant-numeric", "font-feature-settings", "letter-spacing"] as const;
const plain = /^(normal|400|none)$/;

const isClear = (colour: string): boolean => colour === "transparent" || /^rgba\(.*, 0\)$/.test(colour);

function element(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes))
    made.setAttribute(key, typeof value === "number" ? String(Math.round(value * 100) / 100) : value);
  return made;
}

/** How far under the top of its line box a text of this style stands. */
function ascentIn(height: number, style: CSSStyleDeclaration, context: CanvasRenderingContext2D): number {
  context.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = context.measureText("x");
  return (height - up - down) / 2 + up;
}

interface Line {
  text: string;
  left: number;
  right: number;
  readonly top: number;
  readonly height: number;
}

/** The text of a node as it is broken into lines. */
function linesOf(node: Text): Line[] {
  const lines: Line[] = [];
  const range = document.createRange();
  for (const match of node.data.matchAll(/\S+/g)) {
    range.setStart(node, match.index);
    range.setEnd(node, match.index + match[0].length);
    const boxes = range.getClientRects();
    // A word that is broken stands letter by letter.
    const pieces = boxes.length > 1 ? [...match[0]] : [match[0]];
    let at = match.index;
    pieces.forEach((piece, i) => {
      range.setStart(node, at);
      at += piece.length;
      range.setEnd(node, at);
      const box = range.getBoundingClientRect();
      if (box.width === 0) return;
      const last = lines.at(-1);
      if (last && Math.abs(last.top - box.top) < 1 && box.left >= last.right - 1) {
        last.text += (i === 0 ? " " : "") + piece;
        last.right = box.right;
      } else lines.push({ text: piece, left: box.left, right: box.right, top: box.top, height: box.height });
    });
  }
  return lines;
}

/** Draws parts of the page into groups. */
export class PagePainter {
  readonly #context = document.createElement("canvas").getContext("2d");
  readonly #onText: OnText;

  constructor(onText: OnText) {
    this.#onText = onText;
  }

  /** Draws `part` into `group`, with its corner at `x`, `y`. */
  draw(part: Element, group: SVGElement, x: number, y: number): void {
    const { left, top } = part.getBoundingClientRect();
    this.#node(part, group, x - left, y - top);
  }

  #node(node: Node, into: SVGElement, left: number, top: number): void {
    if (node instanceof Text) this.#text(node, into, left, top);
    if (!(node instanceof Element) || node.matches(NOT_DRAWN)) return;
    const style = getComputedStyle(node);
    if (style.display === "none" || style.visibility === "hidden") return;
    let group = into;
    if (style.opacity !== "1") {
      group = element("g", { opacity: style.opacity });
      into.append(group);
    }
    if (node instanceof SVGSVGElement) {
      group.append(copySvg(node, left, top, this.#onText, NOT_DRAWN));
      return;
    }
    this.#box(node, style, group, left, top);
    const inner = this.#clipped(node, style, group, left, top);
    for (const child of node.childNodes) this.#node(child, inner, left, top);
  }

  /** Where what overflows a box is cut off, a group that does the same. */
  #clipped(node: Element, style: CSSStyleDeclaration, group: SVGElement, left: number, top: number): SVGElement {
    if (style.overflowX === "visible" || style.overflowX === "clip" || node.scrollWidth <= node.clientWidth)
      return group;
    const box = node.getBoundingClientRect();
    const [x, y] = [box.left + left, box.top + top];
    const viewBox = [x, y, box.width, box.height].join(" ");
    const clip = element("svg", { x, y, width: box.width, height: box.height, viewBox, overflow: "hidden" });
    group.append(clip);
    return clip;
  }

  #box(node: Element, style: CSSStyleDeclaration, group: SVGElement, left: number, top: number): void {
    const box = node.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) return;
    const [x, y] = [box.left + left, box.top + top];
    const widths = SIDES.map((side) =>
      style[`border${side}Style`] === "none" || isClear(style[`border${side}Color`])
        ? 0
        : Number.parseFloat(style[`border${side}Width`]),
    );
    const [w] = widths as [number];
    const even = w > 0 && widths.every((width) => width === w);
    const radius = Math.min(Number.parseFloat(style.borderTopLeftRadius) || 0, box.width / 2, box.height / 2);
    if (!isClear(style.backgroundColor) || even) {
      const inset = even ? w / 2 : 0;
      group.append(
        element("rect", {
          x: x + inset,
          y: y + inset,
          width: box.width - 2 * inset,
          height: box.height - 2 * inset,
          rx: Math.max(0, radius - inset),
          fill: isClear(style.backgroundColor) ? "none" : style.backgroundColor,
          ...(even ? { stroke: style.borderTopColor, "stroke-width": w } : {}),
        }),
      );
    }
    if (even) return;
    const [t, r, b, l] = widths as [number, number, number, number];
    const { width, height } = box;
    const side = (name: (typeof SIDES)[number], at: Readonly<Record<"x" | "y" | "width" | "height", number>>) => {
      if (at.width > 0 && at.height > 0) group.append(element("rect", { ...at, fill: style[`border${name}Color`] }));
    };
    side("Top", { x, y, width, height: t });
    side("Right", { x: x + width - r, y, width: r, height });
    side("Bottom", { x, y: y + height - b, width, height: b });
    side("Left", { x, y, width: l, height });
  }

  #text(node: Text, into: SVGElement, left: number, top: number): void {
    const parent = node.parentElement;
    if (!parent || !node.data.trim()) return;
    const style = getComputedStyle(parent);
    const said = FONT.map((name) => [name, style.getPropertyValue(name)] as const).filter(
      ([, value]) => !plain.test(value),
    );
    for (const line of linesOf(node)) {
      const text = style.textTransform === "uppercase" ? line.text.toUpperCase() : line.text;
      this.#onText(text, style);
      const ascent = this.#context ? ascentIn(line.height, style, this.#context) : 0.8 * line.height;
      const baseline = line.top + top + ascent;
      const drawn = element("text", {
        x: line.left + left,
        y: baseline,
        fill: style.color,
        "font-family": style.fontFamily,
        "font-size": style.fontSize,
        // As wide as on the page, in whatever font it is shown.
        textLength: line.right - line.left,
        lengthAdjust: "spacingAndGlyphs",
        ...(said.length ? { style: said.map(([name, value]) => `${name}:${value}`).join(";") } : {}),
      });
      drawn.textContent = text;
      into.append(drawn);
      if (style.textDecorationLine.includes("underline"))
        into.append(
          element("rect", {
            x: line.left + left,
            y: baseline + (Number.parseFloat(style.textUnderlineOffset) || 2),
            width: line.right - line.left,
            height: Number.parseFloat(style.textDecorationThickness) || 1,
            fill: style.textDecorationColor,
          }),
        );
    }
  }
}
