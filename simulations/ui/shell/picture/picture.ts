/** One picture of an experiment as it stands: name, settings, question, verdict, tally and charts as they are on the page. */
import { drawAll } from "../../chart/draw-queue";
import { fontFaces, Letters } from "./fonts";
import { PagePainter } from "./page-to-svg";
import { SVG } from "./svg-copy";

const PADDING = 24;
const GAP = 14;

/** What is in a picture, in its order. */
const PARTS =
  ".dl-name-line > h3, .dl-picture-settings, .dl-pins, .dl-question-text, .dl-verdict, .dl-said, .dl-tally, .dl-main-place, .dl-confusion, .dl-further";

const nextFrame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()));

/** What the page shows on sliders stands in a picture as a line of text, set by the page. */
function addSettings(section: HTMLElement): HTMLElement {
  const line = document.createElement("p");
  line.className = "dl-picture-settings dl-chart-unit";
  line.textContent = section.dataset.settings ?? "";
  line.style.width = `${section.querySelector(".dl-main-place")?.clientWidth ?? section.clientWidth}px`;
  section.querySelector(".dl-name-line")?.after(line);
  return line;
}

function surfaceOf(element: Element): string {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const colour = getComputedStyle(at).backgroundColor;
    if (colour !== "transparent" && !/^rgba\(.*, 0\)$/.test(colour)) return colour;
  }
  return "white";
}

function paint(section: HTMLElement, letters: Letters): SVGElement {
  const svg = document.createElementNS(SVG, "svg");
  const surface = document.createElementNS(SVG, "rect");
  svg.append(surface);
  const painter = new PagePainter((text, style) => letters.add(text, style));
  const parts = [...section.querySelectorAll(PARTS)].filter(
    (part) => part.getBoundingClientRect().height > 1 && !part.parentElement?.closest(PARTS),
  );
  const edge = Math.min(...parts.map((part) => part.getBoundingClientRect().left));
  let y = PADDING;
  let width = 0;
  for (const part of parts) {
    const box = part.getBoundingClientRect();
    const group = document.createElementNS(SVG, "g");
    painter.draw(part, group, PADDING + box.left - edge, y);
    svg.append(group);
    y += box.height + GAP;
    width = Math.max(width, box.right - edge);
  }
  const across = Math.ceil(width + 2 * PADDING);
  const down = Math.ceil(y - GAP + PADDING);
  svg.setAttribute("width", String(across));
  svg.setAttribute("height", String(down));
  svg.setAttribute("viewBox", `0 0 ${across} ${down}`);
  surface.setAttribute("width", "100%");
  surface.setAttribute("height", "100%");
  surface.setAttribute("fill", surfaceOf(section));
  return svg;
}

/** The experiment as one SVG document that refers to nothing outside it. */
export async function pictureOf(section: HTMLElement): Promise<string> {
  // Charts out of sight wait with their drawing.
  drawAll();
  await nextFrame();
  const letters = new Letters();
  // All in one task: the page is never seen like this.
  const settings = addSettings(section);
  section.dataset.pictured = "";
  const svg = paint(section, letters);
  delete section.dataset.pictured;
  settings.remove();
  const style = document.createElementNS(SVG, "style");
  style.textContent = await fontFaces(letters);
  svg.prepend(style);
  return new XMLSerializer().serializeToString(svg);
}

/** The picture at twice its size, as a PNG. @throws Error when the browser cannot draw it. */
export async function rasterise(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth * 2;
  canvas.height = image.naturalHeight * 2;
  const context = canvas.getContext("2d");
  if (!context) throw new Error("This browser cannot draw pictures.");
  // Safari reads the fonts in a picture only when it is drawn: the first drawing has none, the second has them.
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  await new Promise((resolve) => setTimeout(resolve, 100));
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!blob) throw new Error("This browser cannot save the picture as PNG; SVG is offered too.");
  return blob;
}
