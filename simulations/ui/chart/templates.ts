/** What every Plotly figure of a theme has in common, made from the tokens. */
import type { Config, Layout, LayoutAxis } from "plotly.js";
import { type Theme, tokens } from "../design/tokens";
import type { DrawnAxis } from "./axes";
import type { ChartFrame } from "./frame";

export const FONT = '"Inter Variable", Inter, system-ui, sans-serif';
/** Names of the field, such as steps of a plan. */
export const MONO = '"JetBrains Mono Variable", ui-monospace, monospace';
/** A letter of JetBrains Mono takes 0.6 em. */
export const MONO_WIDTH = 0.6;

/** How dark the surface of a decision is where the probability is 1. */
export const SURFACE_SHADE = 0.22;

/** Reading values by pointer only: no mode bar, no dragging, the page scrolls over a chart on a phone. */
export const config: Partial<Config> = {
  displayModeBar: false,
  scrollZoom: false,
  doubleClick: false,
  showTips: false,
  showAxisDragHandles: false,
  responsive: false,
  displaylogo: false,
};

export function axisLayout(axis: DrawnAxis, theme: Theme, frame: ChartFrame): Partial<LayoutAxis> {
  const colours = tokens[theme];
  return {
    // The range of a logarithmic axis is given in powers of ten.
    ...(axis.log ? { type: "log", range: axis.range.map((end) => Math.log10(end)) } : { range: [...axis.range] }),
    autorange: false,
    fixedrange: true,
    tickmode: "array",
    tickvals: [...axis.ticks],
    ticktext: [...axis.texts],
    tickfont: { family: FONT, size: frame.tickSize, color: colours["--ink-3"] },
    showgrid: false,
    zeroline: false,
    showline: false,
    automargin: false,
    // The label of the last tick reaches beyond the axis.
    ticklabeloverflow: "allow",
    gridcolor: colours["--grid"],
    gridwidth: 1,
  };
}

export function baseLayout(theme: Theme, frame: ChartFrame): Partial<Layout> {
  const colours = tokens[theme];
  return {
    width: frame.width,
    height: frame.height,
    margin: { l: frame.left, r: frame.right, t: frame.top, b: frame.bottom, pad: 0 },
    paper_bgcolor: "rgba(0,0,0,0)",
    plot_bgcolor: "rgba(0,0,0,0)",
    showlegend: false,
    dragmode: false,
    hovermode: "x unified",
    hoverdistance: 30,
    font: { family: FONT, size: frame.labelSize, color: colours["--ink-2"] },
    hoverlabel: {
      bgcolor: colours["--page"],
      bordercolor: colours["--control"],
      font: { family: FONT, size: frame.tickSize, color: colours["--ink"] },
      namelength: -1,
    },
    separators: ".,",
  };
}
