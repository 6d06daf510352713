/** Progress as one file: what export writes and import reads. */
import { MAX_FILE_BYTES, readSavedState, type SavedState, STATE_VERSION } from "./saved-state";

const KIND = "driftlab-progress";

/** The file's text: readable JSON that names what it is. */
export const writeProgressFile = ({ lessons, lastLesson, theme, present }: SavedState): string =>
  `${JSON.stringify({ kind: KIND, version: STATE_VERSION, state: { lessons, lastLesson, theme, present } }, undefined, 2)}\n`;

const MAX_DEPTH = 64;

/**
 * How deep lists and objects stand in each other; told from the text, because a deep value cannot be walked or written. One
 * pass, because a text that is no JSON must not keep the page busy either.
 */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (quoted && character === "\\") at++;
    else if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === "[" || character === "{") deepest = Math.max(deepest, ++depth);
    else if (character === "]" || character === "}") depth--;
  }
  return deepest;
}

/** Reads a file's text. Throws a RangeError that a learner can read when it is no progress file. */
export function readProgressFile(text: string): SavedState {
  if (text.length > MAX_FILE_BYTES)
    throw new RangeError(`The file has ${text.length} characters; a progress file has at most ${MAX_FILE_BYTES}.`);
  if (depthOf(text) > MAX_DEPTH)
    throw new RangeError(
      `The file is nested more than ${MAX_DEPTH} levels deep, so it is no progress file of Driftlab.`,
    );
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new RangeError("The file is not JSON, so it is no progress file of Driftlab.");
  }
  const { kind, state } = (typeof value === "object" && value !== null ? value : {}) as Record<string, unknown>;
  if (kind !== KIND) throw new RangeError(`The file is no progress file of Driftlab: it does not say “${KIND}”.`);
  return readSavedState(state);
}
