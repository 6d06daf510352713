/** What an experiment asks and at which settings, for a printed page on which nobody opened it. Read while the site is built. */
import { knobs as automationKnobs } from "./automation/knobs";
import { question as automationQuestion } from "./automation/words";
import { knobs as releaseKnobs } from "./deployment-patterns/knobs";
import { question as releaseQuestion } from "./deployment-patterns/words";
import { knobs as driftKnobs } from "./drift/knobs";
import { question as driftQuestion } from "./drift/words";
import { knobs as retrainingKnobs } from "./retraining/knobs";
import { question as retrainingQuestion } from "./retraining/words";
import { type AnyValues, defaultsOf, type Knobs, type Values } from "./runtime/knobs";
import { knobs as servingKnobs } from "./serving/knobs";
import { question as servingQuestion } from "./serving/words";
import { knobs as skewKnobs } from "./skew/knobs";
import { question as skewQuestion } from "./skew/words";
import type { SimulationName } from "./titles";
import { moreText } from "./ui/shell/settings-text";

export interface OnPaper {
  readonly question: string;
  readonly settings: string;
  /** What the page explains at a press of (?): the knobs in sight. */
  readonly knobs: readonly { readonly label: string; readonly help: string }[];
}

const maker =
  <K extends Knobs>(knobs: K, question: (values: Values<K>) => string) =>
  (original: AnyValues): OnPaper => {
    const values = { ...defaultsOf(knobs), ...original };
    const isTold = (name: string) =>
      knobs[name]?.primary || name === "seed" || (name in original && !knobs[name]?.hidden);
    const explained = Object.values(knobs).filter((knob) => knob.primary);
    return {
      knobs: explained.map(({ label, help }) => ({ label, help })),
      question: question(values),
      settings: moreText(knobs, Object.keys(knobs).filter(isTold), values),
    };
  };

const makers: Readonly<Record<SimulationName, (original: AnyValues) => OnPaper>> = {
  automation: maker(automationKnobs, automationQuestion),
  "deployment-patterns": maker(releaseKnobs, releaseQuestion),
  drift: maker(driftKnobs, driftQuestion),
  retraining: maker(retrainingKnobs, retrainingQuestion),
  serving: maker(servingKnobs, servingQuestion),
  skew: maker(skewKnobs, skewQuestion),
};

export const onPaper = (simulation: SimulationName, original: AnyValues): OnPaper => makers[simulation](original);
