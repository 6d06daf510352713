/** All kinds of charts. What every kind must say is in kind.ts. */
import type { ChartKind } from "../kind";
import type { Chart, ChartOf } from "../model";
import { bars } from "./bars/kind";
import { histograms } from "./histograms/kind";
import { intervals } from "./intervals/kind";
import { lines } from "./lines/kind";
import { scatter } from "./scatter/kind";
import { strips } from "./strips/kind";

export const kinds: { readonly [K in Chart["kind"]]: ChartKind<ChartOf<K>> } = {
  lines,
  scatter,
  strips,
  intervals,
  bars,
  histograms,
};

export const kindOf = (chart: Chart): ChartKind => kinds[chart.kind];
