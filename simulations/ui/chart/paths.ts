/** Lines and areas as SVG paths. Pure, px. */

const px = (value: number): string => String(Math.round(value * 10) / 10);

/** A line through points; a point that is not finite leaves a gap. */
export function linePath(x: readonly number[], y: readonly number[]): string {
  let path = "";
  let drawing = false;
  for (let i = 0; i < x.length; i++) {
    if (!Number.isFinite(x[i]) || !Number.isFinite(y[i])) {
      drawing = false;
      continue;
    }
    path += `${drawing ? "L" : "M"}${px(x[i]!)},${px(y[i]!)}`;
    drawing = true;
  }
  return path;
}

/** What lies between two lines over the same x; where one is missing the area is closed and begins anew. */
export function bandPath(x: readonly number[], low: readonly number[], high: readonly number[]): string {
  let path = "";
  let from = 0;
  const close = (to: number) => {
    if (to - from < 2) return;
    const there = x.slice(from, to).map((at, i) => `${px(at)},${px(high[from + i]!)}`);
    const back = x.slice(from, to).map((at, i) => `${px(at)},${px(low[from + i]!)}`);
    path += `M${there.join("L")}L${back.reverse().join("L")}Z`;
  };
  for (let i = 0; i <= x.length; i++) {
    if (i < x.length && Number.isFinite(low[i]) && Number.isFinite(high[i])) continue;
    close(i);
    from = i + 1;
  }
  return path;
}
