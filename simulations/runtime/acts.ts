/**
 * What somebody does within one run, as the text that a knob of acts holds: "12:promote,30:rollback" is a promotion at time 12
 * and a roll back at time 30. In order of time; what is done at one time, in the order in which it is done. Nothing is loaded
 * with this file: engines read acts with it.
 */

export interface Act<Name extends string = string> {
  readonly time: number;
  readonly act: Name;
}

/** The acts of a knob's value, in order of time. */
export const actsOf = <Name extends string = string>(text: string): Act<Name>[] =>
  text === ""
    ? []
    : text.split(",").map((part) => {
        const cut = part.indexOf(":");
        return { time: Number(part.slice(0, cut)), act: part.slice(cut + 1) as Name };
      });

export const actsText = (acts: readonly Act[]): string => acts.map(({ time, act }) => `${time}:${act}`).join(",");

/**
 * The acts once somebody acts at `time`, perhaps after going back to it. Earlier acts stay. Later ones go: they answered a
 * course of events that does not happen now. Of those at the same time the new one takes the place, unless several may
 * stand `together`; then it comes after the others, once.
 *
 * @example withAct("12:retrain,30:rollback", 20, "label") // "12:retrain,20:label"
 */
export function withAct(text: string, time: number, act: string, { together = false } = {}): string {
  const kept = actsOf(text).filter((one) => one.time < time || (together && one.time === time && one.act !== act));
  return actsText([...kept, { time, act }]);
}
