/** After the run, in the place of the options: the verdict, one mark a replica, intervals beside them. */
import { Announce } from "./announce";
import { ChartFigure } from "./chart/chart-figure";
import type { Band } from "./chart/frame";
import type { Option, Outcome as OutcomeModel, Phrase } from "./presentation";
import { Tally } from "./tally";
import type { Theme } from "./tokens";

interface OutcomeProps {
  readonly outcome: OutcomeModel;
  readonly options: readonly Option[];
  readonly guess: string | undefined;
  readonly theme: Theme;
  readonly band: Band;
}

function PhraseText({ phrase }: { readonly phrase: Phrase }) {
  if (typeof phrase === "string") return phrase;
  if ("strong" in phrase) return <strong>{phrase.strong}</strong>;
  return <span className="dl-guess">{phrase.guess}</span>;
}

const plainText = (phrase: Phrase): string =>
  typeof phrase === "string" ? phrase : "strong" in phrase ? phrase.strong : phrase.guess;

export function Outcome({ outcome, options, guess, theme, band }: OutcomeProps) {
  const { verdict, tally, intervals } = outcome;
  return (
    <div className="dl-outcome" data-paired={intervals !== undefined}>
      <div>
        <p className="dl-verdict">
          {verdict.map((phrase, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one sentence in their order
            <PhraseText key={i} phrase={phrase} />
          ))}
        </p>
        <Announce text={verdict.map(plainText).join("")} quiet={false} />
        {tally && (
          <Tally results={tally.options} options={options} caption={tally.caption} captionOf={tally.of} guess={guess} />
        )}
      </div>
      {intervals && <ChartFigure chart={intervals} theme={theme} band={band} moment={Number.POSITIVE_INFINITY} />}
    </div>
  );
}
