/** Loads Plotly with the traces used, once, when the first chart nears the viewport. */
import type Plotly from "plotly.js/lib/core";

let loading: Promise<typeof Plotly> | undefined;
let announce: (plotly: typeof Plotly) => void = () => {};

/** Settles once a chart has loaded the library: from then on the others need not wait until they are near. */
export const plotlyLoaded = new Promise<typeof Plotly>((resolve) => {
  announce = resolve;
});

export function loadPlotly(): Promise<typeof Plotly> {
  loading ??= Promise.all([
    import("plotly.js/lib/core"),
    import("plotly.js/lib/heatmap"),
    import("plotly.js/lib/contour"),
  ]).then(
    ([core, heatmap, contour]) => {
      core.default.register([heatmap.default, contour.default]);
      announce(core.default);
      return core.default;
    },
    (error: unknown) => {
      // The next chart may try again, e.g. after the connection is back.
      loading = undefined;
      throw error;
    },
  );
  return loading;
}
