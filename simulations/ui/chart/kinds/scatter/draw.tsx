import { useMemo } from "react";
import { AxisTitle, ValueTitle } from "../../axis-title";
import type { DrawProps } from "../../kind";
import { Plot } from "../../plot";
import { FONT } from "../../templates";
import { scatterFigure } from "./figure";
import type { ScatterChart } from "./model";

export { ScatterKey as Key } from "./key";

export function Draw({ chart, label, width, theme, band, plot }: DrawProps<ScatterChart>) {
  const figure = useMemo(() => scatterFigure(chart, { theme, band, width, plot }), [chart, theme, band, width, plot]);
  return (
    <div className="dl-plot" role="img" aria-label={label}>
      <Plot figure={figure} />
      <svg
        className="dl-overlay"
        width={figure.frame.width}
        height={figure.frame.height}
        aria-hidden="true"
        fontFamily={FONT}
      >
        <ValueTitle label={chart.y.label} plane={figure} theme={theme} />
        <AxisTitle label={chart.x.label} plane={figure} theme={theme} />
      </svg>
    </div>
  );
}
