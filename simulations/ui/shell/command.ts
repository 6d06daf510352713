/** The present settings as a command for the terminal. */
import type { AnyValues, Knobs } from "../../runtime/knobs";

/** What a shell takes as it stands. */
const isPlain = /^[\w%+,./:@-]+$/;

/** A word that a POSIX shell reads as this text, whatever is in it. */
export const shellWord = (text: string): string => (isPlain.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);

/** Said always: they name the draws. */
const always = ["seed", "replicas"];

/**
 * What runs a simulation with these values. Knobs at their defaults are left out.
 *
 * @example commandOf("drift", knobs, values) // "npm run -s simulate -- drift --strength 4 --replicas 32 --seed 7"
 */
export function commandOf(simulation: string, knobs: Knobs, values: AnyValues): string {
  const words = Object.entries(knobs)
    .filter(([name, knob]) => always.includes(name) || values[name] !== knob.default)
    .map(([name]) => {
      const text = String(values[name]);
      // A word that begins with a dash would be read as a name.
      return `--${name}${text.startsWith("-") ? "=" : " "}${shellWord(text)}`;
    });
  return ["npm run -s simulate --", simulation, ...words].join(" ");
}
