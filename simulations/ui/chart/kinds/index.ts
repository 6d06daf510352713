/** All kinds of charts. What every kind must say is in kind.ts. */
import type { ChartKind } from "../kind";
import type { Chart, ChartOf } from "../model";
import { bars } from "./bars/kind";
import { events } from "./events/kind";
import { histograms } from "./histograms/kind";
import { intervals } from "./intervals/kind";
import { lines } from "./lines/kind";
import { multiples } from "./multiples/kind";
import { ranked } from "./ranked/kind";
import { scatter } from "./scatter/kind";
import { spectrogram } from "./spectrogram/kind";
import { strips } from "./strips/kind";
import { tiles } from "./tiles/kind";
import { waveform } from "./waveform/kind";

export const kinds: { readonly [K in Chart["kind"]]: ChartKind<ChartOf<K>> } = {
  lines,
  scatter,
  strips,
  intervals,
  bars,
  histograms,
  events,
  multiples,
  ranked,
  spectrogram,
  tiles,
  waveform,
};

export const kindOf = (chart: Chart): ChartKind => kinds[chart.kind];
