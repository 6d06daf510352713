/** Which experiment a hash speaks of. By itself, so that the page before an experiment loads nothing of the knobs. */

/** A longer hash is no link of ours. */
export const MAX_LINK_LENGTH = 4000;

/** decodeURIComponent that leaves broken percent signs as they are. */
export function decodePart(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The experiment a hash speaks of, "" when none. */
export function linkedExperiment(hash: string): string {
  return decodePart(hash.slice(0, MAX_LINK_LENGTH).replace(/^#/, "").split("&")[0] ?? "");
}
