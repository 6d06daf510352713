/** Who was cheapest, in words and marks: the same sentences wherever options are compared replica by replica. */
import { formatNumber, listText } from "../ink/format";
import type { Option, Phrase } from "./verdict";

/** A tally and its lead, as core/statistics/lead gives them; options are numbered in the order of `options`. */
export interface Standing {
  readonly replicas: number;
  readonly winners: readonly (readonly number[])[];
  readonly shares: readonly number[];
  readonly ties: number;
  readonly leader: number | undefined;
  readonly order: readonly number[];
  readonly beyondChance: boolean;
}

/** What a replica without a single winner counts as among the marks. */
export const tieOption: Option = { id: "tie", label: "Tie" };

/** Fewer replicas than this cannot show a lead, however they turn out. */
const fewestReplicas = 6;

const share = (count: number) => formatNumber(count, Number.isInteger(roundHalf(count)) ? 0 : 1);
const roundHalf = (count: number) => Math.round(count * 10) / 10;

/** "24 of 32 replicas", "1 of 1 replica", "12.5 of 32 replicas". */
export const countText = (count: number, replicas: number): string =>
  `${share(count)} of ${replicas} ${replicas === 1 ? "replica" : "replicas"}`;

const lower = (text: string) => text[0]!.toLowerCase() + text.slice(1);

/** One mark a replica: the option that was cheapest there, or a tie. */
export const marksOf = ({ winners }: Standing, options: readonly Option[]): string[] =>
  winners.map((won) => (won.length === 1 ? options[won[0]!]!.id : tieOption.id));

/** What a comparison is about, in the words of its question. */
export interface Wording {
  /** Of the leader, with its verb: "was cheapest". */
  readonly won: string;
  /** Of options that come out even: "cost the same". */
  readonly even: string;
}

/** Options are costs unless a simulation says otherwise. */
const inCosts: Wording = { won: "was cheapest", even: "cost the same" };

/** The verb agrees with the option's label. */
export const wonBy = ({ plural }: Option, { won } = inCosts): string => (plural ? won.replace(/^was /, "were ") : won);

/** What stands under the marks, and the option whose colour it takes. */
export function tallyCaption(
  standing: Standing,
  options: readonly Option[],
  { won } = inCosts,
): { caption: string; of?: string } {
  const { leader, shares, replicas, ties } = standing;
  if (leader === undefined && ties === replicas)
    return { caption: `One mark for each replica: ${replicas === 1 ? "it is a tie" : "all are ties"}` };
  if (leader === undefined) return { caption: `One mark for each replica: the option that ${won} there` };
  const option = options[leader]!;
  return {
    caption: `${option.label}: ${countText(shares[leader]!, replicas)}, ${Number.isInteger(shares[leader]!) ? "one mark each" : "ties in equal parts"}`,
    of: option.id,
  };
}

/** The options that came out even in every replica; undefined where it was not always the same ones. */
function alwaysEven({ winners }: Standing): readonly number[] | undefined {
  const [first = []] = winners;
  return first.length > 1 && winners.every((won) => won.join() === first.join()) ? first : undefined;
}

/** "No option leads: in all 32 replicas, weighted and window cost the same." */
function evenVerdict(
  even: readonly number[],
  replicas: number,
  options: readonly Option[],
  guess: string | undefined,
  wording: Wording,
): Phrase[] {
  const names = listText(even.map((i) => lower(options[i]!.label)));
  const phrases: Phrase[] = [
    { strong: "No option leads" },
    `: in ${replicas === 1 ? "the one replica" : `all ${replicas} replicas`}, ${names} ${wording.even}.`,
  ];
  const guessed = options.findIndex(({ id }) => id === guess);
  if (guessed >= 0)
    phrases.push(
      " Your guess, ",
      { guess: lower(options[guessed]!.label) },
      even.includes(guessed) ? ", is one of them." : ", is none of them.",
    );
  return phrases;
}

/** "Weighted was cheapest in 24 of 32 replicas. Your guess, all data, was cheapest in 0." */
export function leadVerdict(
  standing: Standing,
  options: readonly Option[],
  guess: string | undefined,
  wording = inCosts,
): Phrase[] {
  const { won, even } = wording;
  const always = alwaysEven(standing);
  if (always) return evenVerdict(always, standing.replicas, options, guess, wording);
  const { leader, order, shares, replicas, beyondChance, ties } = standing;
  const first = order[0]!;
  const second = order[1];
  const phrases: Phrase[] = [];
  if (leader === undefined) {
    const level = order.filter((i) => Math.abs(shares[i]! - shares[first]!) < 1e-9);
    phrases.push(
      { strong: "No option leads" },
      `: ${listText(level.map((i) => lower(options[i]!.label)))} share the first place. Each ${won} in `,
      { strong: countText(shares[first]!, replicas) },
      ".",
    );
  } else {
    phrases.push(
      { strong: options[first]!.label },
      ` ${wonBy(options[first]!, wording)} in `,
      { strong: countText(shares[first]!, replicas) },
      beyondChance || second === undefined
        ? "."
        : `, but this lead could be chance: ${
            replicas < fewestReplicas
              ? "fewer than six replicas cannot show a lead"
              : `${lower(options[second]!.label)} ${wonBy(options[second]!, wording)} in ${share(shares[second]!)}`
          }.`,
    );
  }
  if (ties > 0)
    phrases.push(
      ties === replicas
        ? ` All ${replicas} replicas are ties, each shared equally between the options that ${even}.`
        : ` ${ties === 1 ? "1 tie is" : `${ties} ties are`} shared equally between the options that ${even}.`,
    );
  const guessed = options.findIndex(({ id }) => id === guess);
  if (guessed < 0) return phrases;
  phrases.push(" Your guess, ", { guess: lower(options[guessed]!.label) });
  if (guessed !== leader)
    phrases.push(`, ${wonBy(options[guessed]!, wording)} in ${share(shares[guessed]!)} of ${replicas}.`);
  else phrases.push(beyondChance ? ", was right." : ", is the one that leads.");
  return phrases;
}

/** A piece of a sentence without its look. */
export const plainText = (phrase: Phrase): string =>
  typeof phrase === "string" ? phrase : "strong" in phrase ? phrase.strong : phrase.guess;
