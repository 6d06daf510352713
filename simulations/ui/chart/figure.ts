/** What Plotly draws of a chart, with the room it has and its axes. */
import type { Config, Data, Layout } from "plotly.js";
import type { Theme } from "../design/tokens";
import type { Band } from "../design/type-scale";
import type { Plane } from "./plane";

export interface FigureOptions {
  readonly theme: Theme;
  readonly band: Band;
  /** px */
  readonly width: number;
  /** px between the axes, where the place decides it. */
  readonly plot?: number | undefined;
}

export interface Figure extends Plane {
  readonly data: Data[];
  readonly layout: Partial<Layout>;
  readonly config: Partial<Config>;
}
