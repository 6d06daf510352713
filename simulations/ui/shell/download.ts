/** What a reader can take away: figures as CSV, the run as JSON or as a notebook in Python, the charts as a picture. All made on the page. */
import type { Run } from "../../runtime/experiment-state";
import type { Cell } from "../jupyter/cells";

function save(name: string, type: string, content: BlobPart): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const anchor = document.createElement("a");
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  // The click reads the address later than it returns in some browsers.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Typed arrays as plain lists, so that the file is the same as the command line's. */
export function runAsJson(simulation: string, run: Run, summary?: unknown): string {
  const document = {
    simulation,
    values: run.values,
    seed: run.values.seed,
    frames: run.frames,
    ...(summary === undefined ? {} : { summary }),
  };
  return JSON.stringify(document, (_, value: unknown) =>
    ArrayBuffer.isView(value) && !(value instanceof DataView) ? Array.from(value as Float64Array) : value,
  );
}

/** A file's name: what was run, the seed, and a few letters that are others for other settings or another moment. */
export function fileNameOf(simulation: string, run: Pick<Run, "values">, moment: number | undefined): string {
  // FNV-1a, 32 bits.
  let hash = 0x811c9dc5;
  for (const letter of JSON.stringify([Object.entries(run.values).sort(), moment ?? null]))
    hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0;
  return `${simulation}-seed-${run.values.seed ?? 0}-${hash.toString(36).padStart(7, "0")}`;
}

export function downloadCsv(name: string, csv: string): void {
  // The mark in front makes spreadsheets read it as UTF-8; pandas takes it off.
  save(`${name}.csv`, "text/csv;charset=utf-8", `\ufeff${csv}`);
}

export function downloadMarkdown(name: string, text: string): void {
  save(name, "text/markdown;charset=utf-8", text);
}

export function downloadJson(name: string, simulation: string, run: Run, summary?: unknown): void {
  save(`${name}.json`, "application/json", runAsJson(simulation, run, summary));
}

export async function downloadNotebook(name: string, cells: readonly Cell[]): Promise<void> {
  const { notebookJson } = await import("../jupyter/file");
  save(`${name}.ipynb`, "application/x-ipynb+json", notebookJson(cells));
}

export async function downloadPicture(name: string, format: "svg" | "png", section: HTMLElement): Promise<void> {
  const { pictureOf, rasterise } = await import("./picture/picture");
  const svg = await pictureOf(section);
  if (format === "svg") save(`${name}.svg`, "image/svg+xml", svg);
  else save(`${name}.png`, "image/png", await rasterise(svg));
}
