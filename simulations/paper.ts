/** What an experiment asks and at which settings, for a printed page on which nobody opened it. Read while the site is built. */
import { findSimulation } from "./find";
import { type AnyValues, defaultsOf } from "./runtime/knobs";
import { moreText } from "./ui/shell/settings-text";

export interface OnPaper {
  readonly question: string;
  readonly settings: string;
  /** What the page explains at a press of (?): the knobs in sight. */
  readonly knobs: readonly { readonly label: string; readonly help: string }[];
}

export async function onPaper(simulation: string, original: AnyValues): Promise<OnPaper> {
  const { settings, words } = findSimulation(simulation);
  const [{ knobs }, { question }] = await Promise.all([settings(), words()]);
  const values = { ...defaultsOf(knobs), ...original };
  const isTold = (name: string) =>
    knobs[name]?.primary || name === "seed" || (name in original && !knobs[name]?.hidden);
  const explained = Object.values(knobs).filter((knob) => knob.primary);
  return {
    knobs: explained.map(({ label, help }) => ({ label, help })),
    question: question(values),
    settings: moreText(knobs, Object.keys(knobs).filter(isTold), values),
  };
}
