/** The parts of plotly.js that are loaded one by one; its types describe the whole bundle. */
declare module "plotly.js/lib/core" {
  import type Plotly from "plotly.js";

  const core: Pick<typeof Plotly, "react" | "newPlot" | "purge"> & {
    register(modules: readonly unknown[]): void;
  };
  export default core;
}

declare module "plotly.js/lib/heatmap" {
  const trace: unknown;
  export default trace;
}

declare module "plotly.js/lib/contour" {
  const trace: unknown;
  export default trace;
}
