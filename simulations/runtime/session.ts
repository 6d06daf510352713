/**
 * What the device keeps of one experiment, so that reload, Back and the course map lose nothing: its link, and what a link
 * does not say. The run itself is not kept but made again; the same settings give the same figures.
 *
 * Saved forms: version 1 `{ guess: "window" }`, `{ skipped: true }`; since version 2 beside that
 * `{ state: "#race&strength=3…", ran: true, view: "cost", never: true, own: "…" }`. What is read is untrusted.
 */
import { MAX_LINK_LENGTH } from "./linked-experiment";

export interface Session {
  /** Settings, moment, pins and guess as a link. Absent in what version 1 kept. */
  readonly state?: string;
  /** Whether there was a run. */
  readonly ran: boolean;
  readonly guess?: string;
  readonly skipped?: boolean;
  /** The question is not to be asked again. */
  readonly never?: boolean;
  readonly view?: string;
  /** What the simulation keeps beside the settings, in a form of its own. */
  readonly own?: string;
}

/** A simulation's own text is not longer than this. */
const MOST_OWN = 4000;

const isName = (value: unknown): value is string => typeof value === "string" && /^[\w-]{1,40}$/.test(value);

/** What was kept, as far as it can be used; undefined when nothing can. */
export function readSession(saved: unknown): Session | undefined {
  if (typeof saved !== "object" || saved === null || Array.isArray(saved)) return undefined;
  const { state, ran, guess, skipped, never, view, own } = saved as Record<string, unknown>;
  const session: Session = {
    ...(typeof state === "string" && state.startsWith("#") && state.length <= MAX_LINK_LENGTH ? { state } : {}),
    ran: ran === true,
    ...(isName(guess) ? { guess } : {}),
    ...(skipped === true ? { skipped } : {}),
    ...(never === true ? { never } : {}),
    ...(isName(view) ? { view } : {}),
    ...(typeof own === "string" && own.length <= MOST_OWN ? { own } : {}),
  };
  const { ran: hasRun, ...rest } = session;
  return hasRun || Object.keys(rest).length > 0 ? session : undefined;
}

/** As it is saved: what is not said is left out. */
export const writeSession = ({ ran, ...rest }: Session): Record<string, unknown> => ({
  ...rest,
  ...(ran ? { ran } : {}),
});
