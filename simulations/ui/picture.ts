/** One picture of an experiment's charts as they stand: Plotly's own SVG with our text over it, one under the other. */
import { drawnFigures } from "./chart/plot";
import { loadPlotly } from "./chart/plotly-loader";
import { FONT } from "./chart/templates";
import { type Theme, themes, tokens } from "./tokens";

const PADDING = 24;

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
}

/** The SVG elements of one chart with their sizes, in drawing order. */
async function layersOf(chart: Element): Promise<string[]> {
  const layers: string[] = [];
  const serializer = new XMLSerializer();
  const host = chart.querySelector(".dl-plot-host");
  const figure = host && drawnFigures.get(host);
  if (figure) {
    const plotly = await loadPlotly();
    const { data, layout, config, frame } = figure;
    // The shapes of the call are right; the types want an element only.
    const url = await plotly.toImage({ data, layout, config } as never, {
      format: "svg",
      width: frame.width,
      height: frame.height,
    });
    const text = decodeURIComponent(url.slice(url.indexOf(",") + 1));
    layers.push(text.replace(/<\?xml[^>]*>/, ""));
  }
  for (const svg of chart.querySelectorAll("svg.dl-overlay, svg.dl-strips, svg.dl-intervals, svg.dl-bars"))
    layers.push(serializer.serializeToString(svg));
  return layers;
}

const heightOf = (svg: string): number => Number(/\bheight="([\d.]+)/.exec(svg)?.[1] ?? 0);
const widthOf = (svg: string): number => Number(/\bwidth="([\d.]+)/.exec(svg)?.[1] ?? 0);

/** The charts of an experiment as one SVG document. */
export async function pictureOf(section: HTMLElement): Promise<string> {
  const named = document.documentElement.dataset.theme as Theme;
  const colours = tokens[themes.includes(named) ? named : "light"];
  const parts: string[] = [];
  let y = PADDING;
  let width = 0;
  const text = (size: number, weight: number, colour: string, content: string) => {
    y += size;
    parts.push(
      `<text x="${PADDING}" y="${y}" font-family="${escapeXml(FONT)}" font-size="${size}" font-weight="${weight}" fill="${colour}">${escapeXml(content)}</text>`,
    );
    y += size * 0.6;
  };
  text(20, 600, colours["--ink"], section.querySelector("h3")?.textContent ?? "");
  text(13, 400, colours["--ink-2"], section.dataset.settings ?? "");
  for (const chart of section.querySelectorAll("[data-chart]")) {
    const title = chart.querySelector(".dl-chart-name strong")?.textContent ?? "";
    const unit = chart.querySelector(".dl-chart-unit")?.textContent ?? "";
    y += 16;
    text(14, 600, colours["--ink"], title);
    if (unit) text(13, 400, colours["--ink-3"], unit);
    const key = [...chart.querySelectorAll(".dl-key li")].map((item) => item.textContent?.trim()).join("   ");
    if (key) text(12, 500, colours["--ink-2"], key);
    const layers = await layersOf(chart);
    for (const layer of layers) {
      parts.push(`<g transform="translate(${PADDING},${y})">${layer}</g>`);
      width = Math.max(width, widthOf(layer));
    }
    y += Math.max(0, ...layers.map(heightOf));
  }
  const total = Math.ceil(y + PADDING);
  const across = Math.ceil(width + 2 * PADDING);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${across}" height="${total}" viewBox="0 0 ${across} ${total}">`,
    // Round dots are a matter of the page's style sheet, which a picture does not carry.
    `<style>path[style*="stroke-dasharray: 0.1"],path[style*="stroke-dasharray: 0.19"]{stroke-linecap:round}</style>`,
    `<rect width="100%" height="100%" fill="${colours["--surface"]}"/>`,
    ...parts,
    "</svg>",
  ].join("");
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
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!blob) throw new Error("This browser cannot save the picture as PNG; SVG is offered too.");
  return blob;
}
