/** Plotly on the page: loaded when the chart nears the viewport, redrawn only when its figure changed. */
import type { PlotlyHTMLElement } from "plotly.js";
import type Plotly from "plotly.js/lib/core";
import { useEffect, useRef, useState } from "react";
import { type Drawing, forget, requestDraw, wake } from "./draw-queue";
import type { Figure } from "./figure";
import { loadPlotly, plotlyLoaded } from "./plotly-loader";

/** Plotly leaves a shape between grid and lines in the picture when the list of shapes has become shorter. */
function forgetShapes(element: Element, count: number): void {
  for (const shape of element.querySelectorAll(".layer-between .shapelayer [data-index]"))
    if (Number(shape.getAttribute("data-index")) >= count) shape.remove();
}

export function Plot({ figure }: { readonly figure: Figure }) {
  const host = useRef<HTMLDivElement>(null);
  const newest = useRef(figure);
  const [plotly, setPlotly] = useState<typeof Plotly>();
  const [failed, setFailed] = useState(false);
  const drawing = useRef<Drawing>({ visible: false, draw: () => {} });

  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        drawing.current.visible = entry?.isIntersecting ?? false;
        if (!drawing.current.visible) return;
        wake();
        loadPlotly().catch(() => setFailed(true));
      },
      { rootMargin: "300px 0px" },
    );
    observer.observe(element);
    let here = true;
    void plotlyLoaded.then((loaded) => {
      if (here) setPlotly(() => loaded);
    });
    return () => {
      here = false;
      observer.disconnect();
    };
  }, []);

  useEffect(() => {
    const element = host.current;
    if (!plotly || !element) return;
    const own = drawing.current;
    own.draw = () => {
      const { data, layout, config } = newest.current;
      forgetShapes(element, layout.shapes?.length ?? 0);
      void plotly.react(element as unknown as PlotlyHTMLElement, data, layout, config);
    };
    return () => {
      forget(own);
      plotly.purge(element as unknown as PlotlyHTMLElement);
    };
  }, [plotly]);

  useEffect(() => {
    newest.current = figure;
    if (plotly) requestDraw(drawing.current);
  }, [plotly, figure]);

  return (
    <>
      <div ref={host} className="dl-plot-host" style={{ height: figure.frame.height }} />
      {failed && <p className="dl-plot-note">The chart could not be loaded. Its values are under Table.</p>}
    </>
  );
}
