import { useMemo } from "react";
import { Handle } from "../../handle";
import { placeOf } from "../../handle-place";
import type { DrawProps } from "../../kind";
import { Plot } from "../../plot";
import { lineChartAt } from "./at-moment";
import { lineFigure } from "./figure";
import type { LineChart } from "./model";
import { Overlay, Underlay } from "./overlay";

export { LineKey as Key } from "./key";

export function Draw(props: DrawProps<LineChart>) {
  const { chart, shown, label, width, theme, band, moment, pinned, uprights, ticksBelow, named, plot } = props;
  const figure = useMemo(
    () => lineFigure(chart, { theme, band, width, moment, pinned, ticksBelow, named, plot }),
    [chart, theme, band, width, moment, pinned, ticksBelow, named, plot],
  );
  const ghosts = useMemo(() => pinned.map((ghost) => lineChartAt(ghost, moment)), [pinned, moment]);
  const place = useMemo(() => placeOf(figure.frame, figure.x), [figure]);
  return (
    <div className="dl-handled">
      <div className="dl-plot" role="img" aria-label={label}>
        <Underlay {...{ figure, theme, uprights }} />
        <Plot figure={figure} />
        <Overlay chart={shown} {...{ figure, theme, moment, named }} pinned={ghosts} />
      </div>
      {chart.handle && <Handle handle={chart.handle} place={place} />}
    </div>
  );
}
