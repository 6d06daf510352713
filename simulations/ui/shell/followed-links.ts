/**
 * Which links this tab has followed: a link brings its settings once. Reload, Back and Forward lead to an entry of the
 * history that was followed before; a new click on the same link makes a new entry.
 */
interface HistoryEntries {
  readonly currentEntry: { readonly key: string } | null;
}

const STORE = "driftlab.links";
const MOST = 100;
/** Where the tab may keep nothing. */
let remembered: readonly string[] = [];

function followed(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(STORE) ?? "[]");
    return Array.isArray(kept) ? kept.filter((one) => typeof one === "string") : [];
  } catch {
    return remembered;
  }
}

/** The place in the history; without names for its entries (older browsers), the hash alone. */
function nameOf(hash: string): string {
  const { navigation } = window as { navigation?: HistoryEntries };
  return `${navigation?.currentEntry?.key ?? ""} ${hash}`;
}

/** true the first time the tab is at this entry of its history with this hash; false from then on. */
export function isNewLink(hash: string): boolean {
  const known = followed();
  const name = nameOf(hash);
  if (known.includes(name)) return false;
  remembered = [...known, name].slice(-MOST);
  try {
    sessionStorage.setItem(STORE, JSON.stringify(remembered));
  } catch {
    // Remembered for as long as the page lives.
  }
  return true;
}
