/** Tones from the surface to ink: one hue, even steps, readable without colour. Pure. */
import type { SpectrogramChart } from "./model";

export const shadeCount = 12;

/** 0 is the surface itself. */
export const opacityOf = (shade: number): number => shade / (shadeCount - 1);

/** The tone of a value; 0 for one that is missing. */
export function shadeOf(value: number, { min, max }: SpectrogramChart["shades"]): number {
  const share = (value - min) / (max - min);
  return Number.isFinite(share) ? Math.min(shadeCount - 1, Math.max(0, Math.floor(share * shadeCount))) : 0;
}

export interface Cell {
  readonly frame: number;
  readonly band: number;
  /** Frames of one tone after each other. */
  readonly length: number;
}

/** Cells by tone; neighbours in time with the same tone are one. */
export function cellsByShade({
  values,
  bands,
  shades,
}: Pick<SpectrogramChart, "values" | "bands" | "shades">): Cell[][] {
  const cells: Cell[][] = Array.from({ length: shadeCount }, () => []);
  bands.forEach((_, band) => {
    let from = 0;
    for (let frame = 1; frame <= values.length; frame++) {
      const shade = shadeOf(values[from]![band]!, shades);
      if (frame < values.length && shadeOf(values[frame]![band]!, shades) === shade) continue;
      cells[shade]!.push({ frame: from, band, length: frame - from });
      from = frame;
    }
  });
  return cells;
}
