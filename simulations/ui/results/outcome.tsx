/** After the run, in the place of the options: the verdict, and one mark a replica. */
import { Announce } from "../ink/announce";
import { unbroken } from "../ink/unbroken";
import { plainText } from "./lead-words";
import { Tally } from "./tally";
import type { Option, Outcome, Phrase } from "./verdict";

function PhraseText({ phrase }: { readonly phrase: Phrase }) {
  if (typeof phrase === "string") return unbroken(phrase);
  if ("strong" in phrase) return <strong>{unbroken(phrase.strong)}</strong>;
  return <span className="dl-guess">{unbroken(phrase.guess)}</span>;
}

/** More characters than this are set smaller: verdict and main view share a screen. */
const LONG = 150;

export function Verdict({ outcome }: { readonly outcome: Outcome }) {
  const text = outcome.verdict.map(plainText).join("");
  return (
    <>
      {/* Another sentence is another element: a translator may have put elements of its own into this one. */}
      <p className="dl-verdict" data-long={text.length > LONG} key={JSON.stringify(outcome.verdict)}>
        {outcome.verdict.map((phrase, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one sentence in their order
          <PhraseText key={i} phrase={phrase} />
        ))}
      </p>
      <Announce text={text} quiet={false} />
    </>
  );
}

interface CountsProps {
  readonly outcome: Outcome;
  readonly options: readonly Option[];
  readonly guess: string | undefined;
  /** How many there will be. */
  readonly replicas: number;
}

export function Counts({ outcome: { tally }, ...props }: CountsProps) {
  return tally && <Tally results={tally.options} caption={tally.caption} captionOf={tally.of} {...props} />;
}
