/** What can be looked at in the main place: the stage if there is one, every chart, and what the outcome brings. Pure. */
import type { Chart, IntervalChart } from "../chart/model";
import type { Presentation } from "./presentation";

export interface View {
  readonly id: string;
  /** The chart's short name, or else its title: all of them stand in one row. */
  readonly title: string;
}

/** `stage` only with a run: without one there is nothing to move. */
export function viewsOf(
  { stage }: Pick<Presentation, "stage">,
  charts: readonly Chart[],
  hasRun: boolean,
  intervals: IntervalChart | undefined,
): View[] {
  const all = [...charts, ...(intervals ? [intervals] : [])].map(({ id, title, name }) => ({
    id,
    title: name ?? title,
  }));
  return stage && hasRun ? [{ id: stage.id, title: stage.title }, ...all] : all;
}

/** The view that is shown: the wanted one where it is there, or else the first. */
export const shownView = (views: readonly View[], wanted: string | undefined): View | undefined =>
  views.find(({ id }) => id === wanted) ?? views[0];
