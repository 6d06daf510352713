/**
 * What a simulation says about a chart, free of any library, theme and width. From one model come the picture, the table, the
 * downloads and the comparison with a pinned run, so that all of them show the same figures.
 */
import type { BarChart } from "./kinds/bars/model";
import type { EventChart } from "./kinds/events/model";
import type { HistogramChart } from "./kinds/histograms/model";
import type { IntervalChart } from "./kinds/intervals/model";
import type { LineChart } from "./kinds/lines/model";
import type { MultiplesChart } from "./kinds/multiples/model";
import type { RankedChart } from "./kinds/ranked/model";
import type { ScatterChart } from "./kinds/scatter/model";
import type { SpectrogramChart } from "./kinds/spectrogram/model";
import type { StripChart } from "./kinds/strips/model";
import type { TileChart } from "./kinds/tiles/model";
import type { WaveformChart } from "./kinds/waveform/model";

export type { Axis, ChartBase, ChartHandle, Role, Table } from "./base";
export type { BarChart } from "./kinds/bars/model";
export type { EventChart, LaneEvent } from "./kinds/events/model";
export type { HistogramChart } from "./kinds/histograms/model";
export type { IntervalChart } from "./kinds/intervals/model";
export type { LineChart, Series } from "./kinds/lines/model";
export type { MultiplesChart, Panel } from "./kinds/multiples/model";
export type { RankedChart, RankedItem } from "./kinds/ranked/model";
export type { ScatterChart } from "./kinds/scatter/model";
export type { SpectrogramChart } from "./kinds/spectrogram/model";
export type { StripChart } from "./kinds/strips/model";
export type { State, Tile, TileChart } from "./kinds/tiles/model";
export type { WaveformChart } from "./kinds/waveform/model";
export type { ChangeMark, EventMark, FieldMark, LevelMark, LookMark, Mark, StepMark } from "./marks/model";

/** One line a kind; what each can do is in kinds/index.ts. */
export type Chart =
  | LineChart
  | ScatterChart
  | StripChart
  | IntervalChart
  | BarChart
  | HistogramChart
  | EventChart
  | MultiplesChart
  | RankedChart
  | SpectrogramChart
  | TileChart
  | WaveformChart;

/** A kind's own chart. */
export type ChartOf<K extends Chart["kind"]> = Extract<Chart, { kind: K }>;
