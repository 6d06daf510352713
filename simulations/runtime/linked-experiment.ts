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

/** A hash cut at its & signs: "#race&seed=7" → race and ["seed=7"]. */
export function linkParts(hash: string): { experiment: string; settings: string[]; mended?: string } {
  // The last setting of a link that is cut may have lost its end: 12 of 128.
  const kept = hash.length > MAX_LINK_LENGTH ? hash.slice(0, MAX_LINK_LENGTH).replace(/&[^&]*$/, "") : hash;
  // Whoever writes a link by hand may put a ? where the first & belongs; no experiment's name has one.
  const text = kept.replace(/^#/, "").replace(/^([^&?]*)\?/, "$1&");
  // Some programs that send links on encode the hash, whole or in part; no name or value of ours has a & or = in it.
  const encoded = !text.includes("&") && /%26/.test(text);
  const whole = encoded && !text.includes("=") ? decodePart(text) : text;
  const [experiment = "", ...settings] = (encoded ? whole.replace(/%26/g, "&").replace(/%3D/gi, "=") : text).split("&");
  return {
    experiment: decodePart(experiment),
    settings: settings.filter((part) => part !== ""),
    ...(encoded ? { mended: text.slice(0, 40) } : {}),
  };
}

/** The experiment a hash speaks of, "" when none. */
export const linkedExperiment = (hash: string): string => linkParts(hash).experiment;

/** An anchor only leads to a place; a link with settings changes what stands there. */
export const hasSettings = (hash: string): boolean =>
  linkParts(hash).settings.length > 0 ||
  // Too long, and nothing of it is left: the reader is told so.
  hash.length > MAX_LINK_LENGTH;
